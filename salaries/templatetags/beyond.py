"""How figures of public tables are written: errors in percent, ratios to the nation, links to the guide's rows."""

from decimal import ROUND_HALF_UP, Decimal

from django import template

from salaries.templatetags.figures import page_of, plain

register = template.Library()

HUNDREDTH = Decimal("0.01")


@register.filter
def anchored(anchor: str) -> str:
    """Return the address of the guide's row for its anchor."""
    return page_of(anchor)


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
