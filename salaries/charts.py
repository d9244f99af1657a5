"""Geometry of the pictures: amounts become positions in percent of a picture's width; templates draw them as SVG.

Positions in percent keep the text of a picture at its size on any screen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Literal

from salaries.estimation.amounts import Amounts
from salaries.estimation.guide import Occupation, PlaceMean, Tier

Anchor = Literal["start", "middle", "end"]

HUNDRED = Decimal(100)

ROOM = Decimal("1.08")
"""Of a scale beyond its largest figure: open ranges run on into it."""

EDGE = Decimal(8)
"""Percent from an edge of the picture within which a label is set inwards, so that it is not cut."""

INTERVALS = (Decimal(50_000), Decimal(100_000), Decimal(200_000), Decimal(500_000))
MOST_INTERVALS = 6
"""Between the ticks of an axis; with more, their labels would run together on a phone."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight line from amounts (`low` to `high`) to percent of the width."""

    low: Decimal
    high: Decimal

    def at(self, amount: Decimal) -> Decimal:
        """Return the position of an amount, 0 to 100, two decimals; amounts beyond an end lie at that end."""
        share = (amount - self.low) / (self.high - self.low) * 100
        return min(max(share, Decimal(0)), Decimal(100)).quantize(Decimal("0.01"))

    def span(self, low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
        """Return position and width of a range."""
        start = self.at(low)
        return start, self.at(high) - start


@dataclass(frozen=True, slots=True)
class Band:
    """A named range in a picture: position and width in percent, its amounts in US dollars."""

    name: str
    x: Decimal
    width: Decimal
    low: Decimal
    high: Decimal
    here: bool = False

    @property
    def middle(self) -> Decimal:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Tick:
    """An amount on the axis; `anchor` is how its label is set."""

    x: Decimal
    amount: Decimal
    anchor: Anchor = "middle"
    name: str = ""


@dataclass(frozen=True, slots=True)
class RangeStrip:
    """A person's range on the guide's tiers, and other amounts held against it."""

    tiers: tuple[Band, ...]
    person: Band
    point: Tick
    ticks: tuple[Tick, ...]
    marks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True)
class PercentileStrip:
    """A point among an occupation's wages: bands between the published percentiles, a tick at each."""

    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    point: Tick | None
    marks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a list: `width` in percent of the longest, from zero."""

    name: str
    amount: Decimal
    width: Decimal
    slug: str = ""


@dataclass(frozen=True, slots=True)
class RangeBar:
    """A range on a scale from zero; `open` has no upper end in the guide and runs to the picture's edge."""

    x: Decimal
    width: Decimal
    open: bool


def range_strip(
    tiers: Sequence[Tier],
    factor: Decimal,
    here: str,
    person: tuple[Decimal, Decimal, Decimal],
    rounding: Decimal,
    marks: Sequence[Decimal] = (),
) -> RangeStrip:
    """Return the picture of a range (low, point, high; US dollars) on the tiers' base ranges times `factor`.

    `here` is the slug of the person's tier; `rounding` the multiple to which the tiers' amounts are rounded; `marks`
    are amounts to hold against the range.
    """
    low, point, high = person
    ranges = [
        (tier, nearest(tier.base.low * factor, rounding), nearest((tier.base.high or tier.base.low) * factor, rounding))
        for tier in tiers
    ]
    edges = [edge for _, lower, upper in ranges for edge in (lower, upper)]
    scale = padded([low, high, *edges, *marks], Decimal(20_000))
    bands = tuple(
        Band(tier.name, *scale.span(lower, upper), lower, upper, tier.slug == here) for tier, lower, upper in ranges
    )
    person_band = Band("you", *scale.span(low, high), low, high)
    held = tuple(tick(scale, amount) for amount in marks)
    return RangeStrip(bands, person_band, tick(scale, point), axis(scale, interval(scale)), held)


def nearest(amount: Decimal, rounding: Decimal) -> Decimal:
    """Return the amount rounded to a multiple, halves upward."""
    return (amount / rounding).to_integral_value(ROUND_HALF_UP) * rounding


def percentile_strips(
    occupations: Sequence[Occupation], point: Decimal | None = None, marks: Sequence[Decimal] = ()
) -> tuple[PercentileStrip, ...]:
    """Return the occupations' five published percentiles on one scale, so that they can be compared by eye.

    `point` and `marks` (US dollars a year) are drawn in each where they are given.
    """
    wages = [wage for one in occupations for _, wage in one.annual]
    scale = padded([*wages, *marks, point] if point else [*wages, *marks], Decimal(10_000))
    mark = tick(scale, point) if point else None
    held = tuple(tick(scale, amount) for amount in marks)
    return tuple(replace(_strip(occupation, scale, mark), marks=held) for occupation in occupations)


def _strip(occupation: Occupation, scale: Scale, point: Tick | None) -> PercentileStrip:
    bands = tuple(
        Band(f"{percent} to {following}", *scale.span(low, high), low, high)
        for (percent, low), (following, high) in pairwise(occupation.annual)
    )
    ticks = tuple(tick(scale, wage, name=f"{percent}th") for percent, wage in occupation.annual)
    return PercentileStrip(bands, ticks, point)


def bars(means: Sequence[PlaceMean]) -> tuple[Bar, ...]:
    """Return the bars of place means, longest first, each from zero."""
    falling = sorted(means, key=lambda place: -place.mean)
    scale = Scale(Decimal(0), falling[0].mean) if falling else None
    return tuple(Bar(p.name, p.mean, scale.at(p.mean), p.slug) for p in falling) if scale else ()


def range_bars(ranges: Sequence[Amounts]) -> tuple[RangeBar, ...]:
    """Return ranges on one scale from zero to the largest of their figures, with room for the open ones."""
    edges = [edge for amounts in ranges for edge in (amounts.low, amounts.high) if edge is not None]
    if not edges:
        return ()
    scale = Scale(Decimal(0), max(edges) * ROOM)
    return tuple(range_bar(scale, amounts) for amounts in ranges)


def range_bar(scale: Scale, amounts: Amounts) -> RangeBar:
    """Return a range on a scale; one without an upper end runs to the edge."""
    end = scale.high if amounts.high is None or amounts.and_up else amounts.high
    return RangeBar(*scale.span(amounts.low, end), open=amounts.high is None or amounts.and_up)


def padded(amounts: Iterable[Decimal], step: Decimal) -> Scale:
    """Return a scale that holds all amounts, its ends at the next multiples of `step` beyond them."""
    edges = list(amounts)
    low = (min(edges) / step).to_integral_value(ROUND_FLOOR) * step
    high = (max(edges) / step).to_integral_value(ROUND_CEILING) * step
    return Scale(low, high if high > low else low + step)


def interval(scale: Scale, steps: Sequence[Decimal] = INTERVALS) -> Decimal:
    """Return the distance of ticks (US dollars) at which their labels have room: the least that gives few enough."""
    return next((step for step in steps if (scale.high - scale.low) / step <= MOST_INTERVALS), steps[-1])


def axis(scale: Scale, step: Decimal) -> tuple[Tick, ...]:
    """Return ticks at the multiples of `step` within the scale."""
    first = int((scale.low / step).to_integral_value(ROUND_CEILING))
    last = int((scale.high / step).to_integral_value(ROUND_FLOOR))
    return tuple(tick(scale, step * index) for index in range(first, last + 1))


def tick(scale: Scale, amount: Decimal, name: str = "") -> Tick:
    """Return the tick of an amount, its label turned inwards near an edge."""
    x = scale.at(amount)
    return Tick(x, amount, "start" if x < EDGE else "end" if x > 100 - EDGE else "middle", name)
