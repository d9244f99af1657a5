"""How figures are written: dollars with a comma, ranges with "to", factors with the decimals that redo the sum."""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from salaries.contents.tables import Figure, Metro
from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.guide import Span
from salaries.parts import PARTS
from salaries.presentation import GuidePage

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


UNITS = {
    "usd-year": "a year",
    "usd-once": "once",
    "usd-conference": "a conference",
    "usd": "",
    "percent": "percent",
    "years": "years",
    "share": "",
    "jobs": "jobs",
    "none": "",
}
"""What stands behind a figure of each unit."""


@register.filter
def dollars(amount: Decimal | None) -> str:
    """Return "$199,000"; cents only where there are any; nothing for None."""
    if amount is None:
        return ""
    whole = amount == amount.to_integral_value()
    return f"${amount:,.0f}" if whole else f"${amount:,.2f}"


@register.filter
def whole_dollars(amount: Decimal) -> str:
    """Return "$198,870", rounded to the dollar."""
    return f"${amount.quantize(Decimal(1), ROUND_HALF_UP):,}"


@register.simple_tag
def cite(source: Citation) -> SafeString:
    """Show where a figure comes from, linked to the guide's page that prints it."""
    if not source.anchor:
        return format_html('<span class="cite">{}</span>', source)
    return format_html('<span class="cite">{}<a href="{}">{}</a></span>', MARK, page_of(source.anchor), source)


@register.simple_tag
def source(sources: Mapping[str, Citation], slug: str) -> SafeString:
    """Show the source of that slug."""
    return cite(sources[slug])


def page_of(anchor: str) -> str:
    """Return the address of the guide's page for a section's anchor; what has no page stands on the overview."""
    if anchor in PARTS:
        return reverse("salaries:part", kwargs={"part": anchor})
    return f"{reverse('salaries:overview')}#{anchor}"


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
def cents(amount: Decimal) -> str:
    """Return an amount with its cents, always: "$30.60"."""
    return f"${amount:,.2f}"


@register.filter
def item(values: Mapping[str, str], key: str) -> str:
    """Return the value under a key."""
    return values[key]


@register.filter
def titled(metros: Sequence[Metro], slug: str) -> str:
    """Return a metropolitan area's full name."""
    return next(metro.title for metro in metros if metro.slug == slug)


@register.filter
def occupation(slug: str, page: GuidePage) -> str:
    """Return an occupation's name, as a sentence uses it."""
    return page.guide.occupation(slug).name.lower()


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


def _span(written: Callable[[Decimal], str], amounts: Ranged) -> str:
    if amounts.low is None:
        return "no figure"
    if amounts.high is None:
        return f"{written(amounts.low)}{' and up' if amounts.and_up or isinstance(amounts, Amounts | Span) else ''}"
    ends = f"{written(amounts.low)} to {written(amounts.high)}"
    return f"{ends} and up" if amounts.and_up else ends
