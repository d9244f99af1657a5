"""How figures are written: dollars with a comma, ranges with "to", factors with the decimals that redo the sum."""

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any, Protocol

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

from salaries.contents.tables import Figure
from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.guide import Span
from salaries.parts import PARTS
from salaries.presentation import UNITS

register = template.Library()


MARK = mark_safe('<svg class="mark" aria-hidden="true"><use href="#mark-guide"/></svg>')


class Ranged(Protocol):
    """Anything with a low, perhaps a high, and a word on whether it goes on above."""

    @property
    def low(self) -> Decimal | None: ...
    @property
    def high(self) -> Decimal | None: ...
    @property
    def and_up(self) -> bool: ...


@register.filter
def dollars(amount: Decimal | None) -> str:
    """Return "$199,000", "-$5,000"; cents only where there are any; nothing for None."""
    if amount is None:
        return ""
    whole = amount == amount.to_integral_value()
    return _signed(amount, f"${abs(amount):,.0f}" if whole else f"${abs(amount):,.2f}")


@register.filter
def whole_dollars(amount: Decimal) -> str:
    """Return "$198,870", rounded to the dollar."""
    rounded = amount.quantize(Decimal(1), ROUND_HALF_UP)
    return _signed(rounded, f"${abs(rounded):,}")


@register.filter
def distance(percent: Decimal) -> str:
    """Return a distance in percent with its sign: "+29.4 %", "-0.2 %"."""
    return f"{percent:+.1f} %"


@register.simple_tag(takes_context=True)
def cite(context: Context, source: Citation) -> SafeString:
    """Show where a figure comes from, linked to the guide's page that prints it."""
    return cited(source, query_of(context))


@lru_cache(maxsize=1024)  # an edition's sources are few, and a page shows dozens of them
def cited(source: Citation, query: str) -> SafeString:
    """Return a source as HTML; `query` keeps a preview on its edition."""
    if not source.anchor:
        return format_html('<span class="cite">{}</span>', source)
    return format_html('<span class="cite">{}<a href="{}">{}</a></span>', MARK, page_of(source.anchor, query), source)


@register.simple_tag(takes_context=True)
def source(context: Context, sources: Mapping[str, Citation], slug: str) -> SafeString:
    """Show the source of that slug."""
    return cite(context, sources[slug])


def query_of(context: Mapping[str, Any] | Context) -> str:
    """Return the query that keeps a preview on its edition, empty outside previews."""
    edition = previewed(context)
    return f"?{urlencode({'edition': edition})}" if edition else ""


def previewed(context: Mapping[str, Any] | Context) -> str:
    """Return the name of the edition that staff preview on this page, empty outside previews."""
    preview = getattr(context.get("request"), "previewed", None)
    return str(preview.edition.name) if preview else ""


def page_of(anchor: str, query: str = "") -> str:
    """Return the address of an anchor: a part ("metros"), a row of it ("metros#metro-seattle"), a section elsewhere.

    What has no page of its own stands on the overview ("#takeaway-growth", "takeaways"). `query` goes before the row.
    """
    part, mark, row = anchor.partition("#")
    if part in PARTS:
        return f"{reverse('salaries:part', kwargs={'part': part})}{query}{mark}{row}"
    section = row or part
    return f"{reverse('salaries:overview')}{query}{'#' if section else ''}{section}"


@register.filter
def span(amounts: Ranged) -> str:
    """Return a range of dollars as printed: "$170,000 to $220,000 and up", or "$500,000 and up" without an end."""
    return _span(dollars, amounts)


@register.filter
def percent_span(amounts: Ranged) -> str:
    """Return a range of percent: "25 to 40 percent"."""
    return f"{_span(plain, amounts)} percent"


@register.filter
def figure(row: Figure) -> str:
    """Return a figure with its unit: "25 to 40 percent", "$20,000 to $100,000 once"."""
    written = dollars if row.unit.startswith("usd") else plain
    return f"{_span(written, row)} {unit(row.unit)}"


@register.filter
def short_dollars(amount: Decimal) -> str:
    """Return an axis's label: "$50,000" as "$50k", a million as "$1m"."""
    for size, letter in ((Decimal(1_000_000), "m"), (Decimal(1_000), "k")):
        if amount >= size:
            return f"${plain(amount / size)}{letter}"
    return dollars(amount)


@register.filter
def thousands(amount: Decimal) -> str:
    """Return an amount in thousands, rounded: "158" for 158,400."""
    return str((amount / 1000).quantize(Decimal(1), ROUND_HALF_UP))


@register.filter
def cents(amount: Decimal) -> str:
    """Return an amount with its cents, always: "$30.60"."""
    return f"${amount:,.2f}"


@register.filter
def item(values: Mapping[str, str], key: str) -> str:
    """Return the value under a key."""
    return values[key]


@register.filter
def unit(slug: str) -> str:
    """Return a unit in words: "a year" for usd-year."""
    return UNITS.get(slug, slug)


@register.filter
def factor(value: Decimal) -> str:
    """Return a multiplier with four decimals."""
    return f"{value:.4f}"


@register.filter
def years(value: Decimal) -> str:
    """Return years for prose, one decimal."""
    return f"{value.quantize(Decimal('0.1'), ROUND_HALF_UP)}"


@register.filter
def exact_years(value: Decimal) -> str:
    """Return years for a step, two decimals."""
    return f"{value:.2f}"


@register.filter
def plain(value: Decimal) -> str:
    """Return a number without needless zeros, with a thousands comma."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _signed(amount: Decimal, written: str) -> str:
    return f"-{written}" if amount < 0 else written


def _span(written: Callable[[Decimal], str], amounts: Ranged) -> str:
    if amounts.low is None:
        return "no figure"
    if amounts.high is None:
        return f"{written(amounts.low)}{' and up' if amounts.and_up or isinstance(amounts, Amounts | Span) else ''}"
    ends = f"{written(amounts.low)} to {written(amounts.high)}"
    return f"{ends} and up" if amounts.and_up else ends
