"""Pictures as SVG: dozens of positions each, which the template language alone would take most of a page's time for.

Names are escaped here, one by one; everything else in a tag is a number, a position or a word of ours.
"""

from collections.abc import Sequence
from html import escape

from django import template
from django.utils.safestring import SafeString

from salaries.charts import Band, PercentileStrip, RangeStrip, Tick
from salaries.explanation.stacks import Stack
from salaries.templatetags.figures import dollars, short_dollars

register = template.Library()

NARROW = 10
"""Percent of a picture's width in which a tier's name has no room on a phone."""
MIDDLE_HALF = ("25 to 50", "50 to 75")
QUARTERS = ("25th", "75th")


@register.simple_tag
def tiers_drawn(strip: RangeStrip) -> SafeString:
    """Return the guide's tiers, each with its name above it."""
    return SafeString("".join(map(of_tier, strip.tiers)))


def of_tier(band: Band) -> str:
    here = " here" if band.here else ""
    minor = here or (" minor" if band.width < NARROW else "")
    return (
        f'<rect class="tier{here}" x="{band.x}%" y="20" width="{band.width}%" height="24"/>'
        f'<text class="tier-name{minor}" x="{band.middle}%" y="12" text-anchor="middle">{escape(band.name)}</text>'
    )


@register.simple_tag
def tier_values(strip: RangeStrip, mine: str) -> SafeString:
    """Return the tiers' ranges as list items; `mine` is whose the marked one is."""
    return SafeString("".join(of_values(band, mine) for band in strip.tiers))


def of_values(band: Band, mine: str) -> str:
    of_class, whose = (' class="here"', f' <span class="resume">({escape(mine)})</span>') if band.here else ("", "")
    amounts = f"{dollars(band.low)} to {dollars(band.high)}"
    return f"<li{of_class}><strong>{escape(band.name)}{whose}</strong> {amounts}</li>"


@register.simple_tag
def amounts_below(ticks: Sequence[Tick]) -> SafeString:
    """Return the axis of a range: a line and the amount at each tick, every other one left out on a phone."""
    return SafeString("".join(of_amount(tick, minor=index % 2 == 1) for index, tick in enumerate(ticks)))


def of_amount(tick: Tick, *, minor: bool) -> str:
    return (
        f'<line class="axis" x1="{tick.x}%" x2="{tick.x}%" y1="92" y2="98"/>'
        f'<text class="soft{" minor" if minor else ""}" x="{tick.x}%" y="114" text-anchor="{tick.anchor}">'
        f"{dollars(tick.amount)}</text>"
    )


@register.simple_tag
def percentiles_drawn(strip: PercentileStrip) -> SafeString:
    """Return the bands between an occupation's percentiles, and the name of each percentile below."""
    return SafeString("".join((*map(of_band, strip.bands), *map(of_percentile, strip.ticks))))


def of_band(band: Band) -> str:
    middle = " middle" if band.name in MIDDLE_HALF else ""
    return f'<rect class="band{middle}" x="{band.x}%" y="24" width="{band.width}%" height="24"/>'


def of_percentile(tick: Tick) -> str:
    minor = " minor" if tick.name in QUARTERS else ""
    return (
        f'<line class="axis" x1="{tick.x}%" x2="{tick.x}%" y1="48" y2="54"/>'
        f'<text class="guide-text{minor}" x="{tick.x}%" y="68" text-anchor="{tick.anchor}">{escape(tick.name)}</text>'
    )


@register.simple_tag
def percentile_values(strip: PercentileStrip) -> SafeString:
    """Return an occupation's percentiles as list items."""
    return SafeString(
        "".join(f"<li><strong>{escape(tick.name)}</strong> {dollars(tick.amount)}</li>" for tick in strip.ticks)
    )


@register.simple_tag
def stack_drawn(stack: Stack, ticks: Sequence[Tick]) -> SafeString:
    """Return the parts of a stack end to end on the lines of its axis; an arrow where it runs on."""
    parts = (
        f'<rect class="part-{part.slug}" x="{part.x}%" y="4" width="{part.width}%" height="20"/>'
        for part in stack.parts
    )
    arrow = f'<svg x="{stack.end}%" overflow="visible"><path class="goes-on" d="M4 8l6 6l-6 6"/></svg>'
    return SafeString("".join((grid(ticks, bottom='y1="0" '), *parts, arrow if stack.open else "")))


@register.simple_tag
def grid(ticks: Sequence[Tick], bottom: str = "") -> SafeString:
    """Return a line from top to bottom at each tick."""
    return SafeString(
        "".join(f'<line class="grid" x1="{tick.x}%" x2="{tick.x}%" {bottom}y2="100%"/>' for tick in ticks)
    )


@register.simple_tag
def short_amounts(ticks: Sequence[Tick], plain: str = "") -> SafeString:
    """Return the amounts of an axis in few letters; `plain` is the class of each, every other one `minor` besides."""
    return SafeString("".join(of_short(tick, plain, minor=index % 2 == 1) for index, tick in enumerate(ticks)))


def of_short(tick: Tick, plain: str, *, minor: bool) -> str:
    classes = " ".join(filter(None, (plain, "minor" if minor else "")))
    of_class = f' class="{classes}"' if classes else ""
    return f'<text{of_class} x="{tick.x}%" y="12" text-anchor="{tick.anchor}">{short_dollars(tick.amount)}</text>'
