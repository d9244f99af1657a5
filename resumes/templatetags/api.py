"""How the documentation of the API prints what the OpenAPI document says."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
CODE = re.compile(r"`([^`]*)`")


@register.filter
def ticked(words: str) -> SafeString:
    """Show what stands between backticks as code."""
    return mark_safe(CODE.sub(r"<code>\1</code>", escape(words)))  # noqa: S308 -- escaped before
