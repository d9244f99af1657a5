"""What the guide's slugs are called."""

from django import template

from salaries.explanation.words import named

register = template.Library()


@register.filter
def called(slug: str, family: str) -> str:
    """Return what a slug of that family is called: "senior" of "tiers" is "Senior"."""
    return named(family, slug)
