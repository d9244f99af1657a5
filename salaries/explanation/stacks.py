"""Geometry of pay that is put together of parts: what is paid each year, what only once."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from salaries.charts import ROOM, Scale, Tick, axis, interval
from salaries.range_charts import FINE_INTERVALS


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a stack: position and width in percent of the picture, US dollars; `slug` is how it is drawn."""

    slug: str
    name: str
    amount: Decimal
    x: Decimal
    width: Decimal


@dataclass(frozen=True, slots=True)
class Stack:
    """Parts end to end; `open`: the guide gives no upper end, so that it runs on."""

    name: str
    total: Decimal
    parts: tuple[Part, ...]
    open: bool = False

    @property
    def end(self) -> Decimal:
        """Where the last part ends, in percent."""
        return self.parts[-1].x + self.parts[-1].width if self.parts else Decimal(0)


@dataclass(frozen=True, slots=True)
class Pile:
    """What a stack is made of: (slug, name, US dollars) for each part, in order."""

    name: str
    parts: tuple[tuple[str, str, Decimal], ...]
    open: bool = False

    @property
    def total(self) -> Decimal:
        """All parts together."""
        return sum((amount for _, _, amount in self.parts), Decimal(0))


@dataclass(frozen=True, slots=True)
class Stacks:
    """Stacks on one scale from zero, with its axis."""

    rows: tuple[Stack, ...]
    ticks: tuple[Tick, ...]


def stacks(piles: Sequence[Pile]) -> Stacks:
    """Return piles of US dollars drawn on one scale from zero, with room for the open ones."""
    most = max((pile.total for pile in piles), default=Decimal(0))
    if not most:
        return Stacks((), ())
    scale = Scale(Decimal(0), most * ROOM)
    return Stacks(tuple(stacked(pile, scale) for pile in piles), axis(scale, interval(scale, FINE_INTERVALS)))


def stacked(pile: Pile, scale: Scale) -> Stack:
    """Return a pile drawn on a scale; parts of nothing are left out."""
    drawn, start = [], Decimal(0)
    for slug, name, amount in pile.parts:
        if amount:
            drawn.append(Part(slug, name, amount, *scale.span(start, start + amount)))
        start += amount
    return Stack(pile.name, pile.total, tuple(drawn), pile.open)
