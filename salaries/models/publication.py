"""The log of publications, and those that wait for their date."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from salaries.models.edition import Edition


def by_field() -> Any:
    """Return the field of who did it: kept empty for the first start, and when an account is removed."""
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")


class Publication(models.Model):
    """That an edition became the current one: which, when, by whom and why. Never changed."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="publications")
    at = models.DateTimeField("published")
    by = by_field()
    note = models.TextField(help_text="Why this edition was published.")

    class Meta:
        ordering = ("-at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="publication_with_note",
                condition=~Q(note=""),
                violation_error_message="A publication says why.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition.name} on {self.at:%Y-%m-%d %H:%M}"


class PlannedPublication(models.Model):
    """That an edition is to become the current one at a date. It goes when that has happened."""

    edition = models.OneToOneField(Edition, models.CASCADE, related_name="planned")
    at = models.DateTimeField("to be published")
    by = by_field()
    note = models.TextField(help_text="Why this edition is published.")
    revision = models.PositiveIntegerField(help_text="The edition's revision that was looked at.")
    refused = models.TextField(blank=True, help_text="Why it was not published at its date.")

    class Meta:
        ordering = ("at",)
        constraints = (
            models.CheckConstraint(
                name="planned_publication_with_note",
                condition=~Q(note=""),
                violation_error_message="A publication says why.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition.name} at {self.at:%Y-%m-%d %H:%M}"
