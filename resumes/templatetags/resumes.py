"""How times and codes of a resume are written."""

from datetime import datetime

from django import template
from django.utils import timezone

from resumes.presentation.quotes import mark_id
from resumes.presentation.words import named

register = template.Library()

HOUR = 3600
MINUTE = 60


@register.filter
def time_left(moment: datetime) -> str:
    """Return how long it is until a moment, in its largest unit: "23 hours", "1 minute", "moments"."""
    seconds = (moment - timezone.now()).total_seconds()
    for length, unit in ((HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= length:
            number = int(seconds // length)
            return f"{number} {unit}{'' if number == 1 else 's'}"
    return "moments"


@register.filter
def called(slug: str, family: str) -> str:
    """Return what a slug is called."""
    return named(family, slug)


@register.filter
def mark(at: str) -> str:
    """Return the address on this page of the mark where a fact stands first."""
    return f"#{mark_id(at)}"
