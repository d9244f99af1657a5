"""Addresses as others must read them: with the site before them."""

from django import template
from django.template import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def absolute(context: Context, path: str) -> str:
    """Return a path of this site with its scheme and host; the host is one of those that the site answers for."""
    return str(context["request"].build_absolute_uri(path))
