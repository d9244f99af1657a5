"""Editions, and the sources of their figures."""

from django.db import models
from django.db.models import Q


class Edition(models.Model):
    """One dated version of the guide. Estimates cite the current one."""

    class State(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"

    name = models.SlugField("name", max_length=40, unique=True, help_text='As estimates cite it: "2026".')
    title = models.CharField(max_length=200)
    effective = models.DateField(help_text="The day from which its figures hold.")
    note = models.TextField(blank=True, help_text="What is new in this edition.")
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    is_current = models.BooleanField("current", default=False, editable=False)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)
    """Hash of the contents as loaded from a file; other contents mean that an editor has changed them since."""

    class Meta:
        ordering = ("-effective", "-name")
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
        return f"{self.title} ({self.state}{', current' if self.is_current else ''})"


class Source(models.Model):
    """Where figures of an edition come from."""

    class Origin(models.TextChoices):
        GUIDE = "guide", "the guide"
        METHOD = "method", "our method"

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="sources")
    order = models.PositiveSmallIntegerField(default=0)
    slug = models.SlugField(max_length=60)
    origin = models.CharField(max_length=20, choices=Origin, default=Origin.GUIDE)
    section = models.CharField(max_length=120, help_text="The section of the guide, as it is headed there.")
    reference = models.CharField(max_length=120, help_text='"its reference [5]", or "uncited".')
    anchor = models.SlugField(max_length=60, blank=True, help_text="The part of our guide page that shows it.")

    class Meta:
        ordering = ("order", "slug")
        constraints = (models.UniqueConstraint(name="one_source_per_slug", fields=("edition", "slug")),)

    def __str__(self) -> str:
        return f"{self.section}, {self.reference}"
