"""Geometry of ranges: rows of bars on one axis from zero, and ranges that join in one row."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from salaries.charts import INTERVALS, ROOM, Band, RangeBar, Scale, Tick, axis, interval, padded, range_bar
from salaries.estimation.amounts import Amounts

FINE_INTERVALS = (Decimal(1_000), Decimal(2_000), Decimal(5_000), Decimal(10_000), Decimal(20_000), *INTERVALS)


@dataclass(frozen=True, slots=True)
class Ranges:
    """Ranges on one scale from zero: their bars in order (None for no range), the axis, and a range to compare with."""

    bars: tuple[RangeBar | None, ...]
    ticks: tuple[Tick, ...]
    reference: RangeBar | None = None


@dataclass(frozen=True, slots=True)
class JoinedRanges:
    """Ranges in one row on one axis; `apart` is one that stands beside them."""

    bands: tuple[Band, ...]
    apart: Band | None
    ticks: tuple[Tick, ...]


def ranges(amounts: Sequence[Amounts | None], reference: Amounts | None = None) -> Ranges:
    """Return ranges of US dollars on one scale with its axis, and the range that they are compared with.

    A range whose high is its low is a single figure; its bar has no width.
    """
    given = [one for one in (*amounts, reference) if one]
    if not given:
        return Ranges(tuple(None for _ in amounts), ())
    scale = Scale(Decimal(0), max(top_of(one) for one in given) * ROOM)
    bars = tuple(range_bar(scale, one) if one else None for one in amounts)
    compared = range_bar(scale, reference) if reference else None
    return Ranges(bars, axis(scale, interval(scale, FINE_INTERVALS)), compared)


def joined_ranges(named: Sequence[tuple[str, Amounts]], apart: tuple[str, Amounts] | None = None) -> JoinedRanges:
    """Return named ranges of US dollars in one row, and a further one on the same axis."""
    every = [*named, apart] if apart else [*named]
    scale = padded([edge for _, one in every for edge in (one.low, top_of(one))], Decimal(20_000))
    bands = [Band(name, *scale.span(one.low, top_of(one)), one.low, top_of(one)) for name, one in every]
    return JoinedRanges(tuple(bands[: len(named)]), bands[-1] if apart else None, axis(scale, interval(scale)))


def top_of(amounts: Amounts) -> Decimal:
    """Return the largest figure of a range."""
    return amounts.low if amounts.high is None else amounts.high
