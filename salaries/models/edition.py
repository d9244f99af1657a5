"""Editions of the guide: drafts are written, published ones are read-only for everyone."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords  # type: ignore[import-untyped]

STANDING = frozenset({"state", "published_at", "is_current"})
"""Columns that say how an edition stands: publishing writes them, also those of a published edition."""

COUNTED = frozenset({"revision", "changed_at"})
"""Columns that only counting a change writes: a stale copy of the row must not set them back."""


class PublishedEdition(Exception):
    """The edition is published, and so read-only: it is corrected by cloning it into a draft."""

    def __init__(self, name: str) -> None:
        super().__init__(f"edition {name} is published and read-only; clone it into a draft to correct it")
        self.name = name


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions whose published ones refuse every change but that of their standing."""

    def refuse_published(self) -> None:
        """Raise `PublishedEdition` where one of these is published; until the transaction ends none of them will be."""
        for name, state in self.select_for_update().order_by("pk").values_list("name", "state"):
            if state == Edition.State.PUBLISHED:
                raise PublishedEdition(name)

    def count_change(self) -> None:
        """Let the revision grow, so that caches and open forms know that something was saved."""
        super().update(revision=F("revision") + 1, changed_at=timezone.now())

    @transaction.atomic
    def update(self, **values: Any) -> int:
        """Change columns of all rows. Raises `PublishedEdition` where more than the standing of one would change."""
        if not set(values) - STANDING:
            return super().update(**values)
        self.refuse_published()
        keys = list(self.values_list("pk", flat=True))
        count = super().update(**values)
        Edition.objects.filter(pk__in=keys).count_change()
        return count

    @transaction.atomic
    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete drafts with their rows. Raises `PublishedEdition`."""
        self.refuse_published()
        return super().delete()

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class Edition(models.Model):
    """One dated version of the guide. Estimates cite the current one."""

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"

    name = models.SlugField("name", max_length=40, unique=True, help_text='As estimates cite it: "2026".')
    title = models.CharField(max_length=200)
    effective = models.DateField(help_text="The day from which its figures hold.")
    note = models.TextField(blank=True, help_text="What is new in this edition; readers see it.")
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT, editable=False)
    published_at = models.DateTimeField("first published", null=True, blank=True, editable=False)
    is_current = models.BooleanField("current", default=False, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    """Grows with every saved change of the edition or of one of its rows."""
    changed_at = models.DateTimeField("last changed", default=timezone.now, editable=False)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)
    """Hash of the contents as loaded from a file; other contents mean that an editor has changed them since."""

    objects = EditionQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=("revision", "changed_at", "loaded_digest"))

    class Meta:
        ordering = ("-effective", "-name")
        permissions = (("publish_edition", "Can publish an edition, now or at a date"),)
        constraints = (
            models.CheckConstraint(
                name="published_with_date",
                condition=Q(state="draft", published_at=None) | Q(state="published", published_at__isnull=False),
                violation_error_message="A published edition has the date of its publication, a draft has none.",
            ),
            models.CheckConstraint(
                name="current_is_published",
                condition=Q(is_current=False) | Q(state="published"),
                violation_error_message="Only a published edition can be the current one.",
            ),
            models.UniqueConstraint(
                name="one_current_edition",
                fields=("is_current",),
                condition=Q(is_current=True),
                violation_error_message="There is one current edition.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.state}{', current' if self.is_current else ''})"

    @transaction.atomic
    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **options: Any) -> None:
        """Store the edition and count the change. Raises `PublishedEdition` where it is stored as published."""
        if self._state.adding:
            super().save(*args, update_fields=update_fields, **options)
            return
        stored = Edition.objects.filter(pk=self.pk)
        stored.refuse_published()
        names = {field.name for field in self._meta.concrete_fields if not field.primary_key}
        super().save(*args, update_fields=set(update_fields or names) - COUNTED, **options)
        stored.count_change()
        self.refresh_from_db(fields=COUNTED)

    @transaction.atomic
    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        """Delete a draft with its rows. Raises `PublishedEdition`."""
        Edition.objects.filter(pk=self.pk).refuse_published()
        return super().delete(*args, **options)

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED
