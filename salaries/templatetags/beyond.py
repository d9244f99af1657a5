"""How figures of public tables are written: errors in percent, ratios to the nation, links to the guide's rows."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from django import template
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from salaries.beyond.rows import AreaRow
from salaries.templatetags.figures import page_of, plain, query_of

register = template.Library()

ROWS_KEPT = 1_000
"""Rows of the list of places: those of one table, and of a preview or two."""

HUNDREDTH = Decimal("0.01")


@register.simple_tag(takes_context=True)
def listed(context: Context, address: str) -> str:
    """Return the address of the list of places for a query string ("?q=wa"); in a preview, of the same edition."""
    edition = query_of(context)
    joined = f"{address}&{edition[1:]}" if address and edition else address or edition
    return f"{reverse('salaries:areas')}{joined}"


@register.simple_tag(takes_context=True)
def area_row(context: Context, row: AreaRow, nation_at: Decimal) -> str:
    """Show a place's row in the list of places; `nation_at` is where the nation's mean lies in the bars, percent."""
    return drawn_row(row, nation_at, query_of(context))


@lru_cache(maxsize=ROWS_KEPT)
def drawn_row(row: AreaRow, nation_at: Decimal, query: str) -> SafeString:
    """Return a place's row as HTML, drawn once a process: a page has a hundred, and every page draws from the same."""
    listed = page_of(row.listed.source.anchor, query) if row.listed else ""
    address = f"{reverse('salaries:area', args=[row.slug])}{query}"
    values = {"row": row, "nation_at": nation_at, "address": address, "guide": listed}
    return mark_safe(get_template("salaries/area_row.html").render(values))  # noqa: S308 -- a template escapes


@register.filter
def error(percent: Decimal | None) -> str:
    """Return a relative standard error: "error 4.5 %"."""
    return "error not released" if percent is None else f"error {plain(percent)} %"


@register.filter
def times_nation(distance: Decimal) -> str:
    """Return a distance from the nation in percent as a ratio of two decimals: "0.85" for -14.6."""
    return str((1 + distance / 100).quantize(HUNDREDTH, ROUND_HALF_UP))


@register.filter
def sentence(words: str) -> str:
    """Return words that go on in a sentence as one of their own: a capital first, a full stop last."""
    return f"{words[:1].upper()}{words[1:]}." if words else ""
