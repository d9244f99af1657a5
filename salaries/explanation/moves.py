"""What would move a range, as a page shows it: bars of effects, and the same person in ten metros."""

from dataclasses import dataclass
from decimal import Decimal

from salaries.charts import INTERVALS, Band, RangeBar, Scale, Tick, axis, padded, range_bar, tick
from salaries.estimation.amounts import Amounts
from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile
from salaries.moves import MetroRow, Move, Moves, metros, moves
from salaries.moves.comparison import difference_words
from salaries.moves.effects import percent_of
from salaries.reference.oews import Areas

MOST_INTERVALS = 3
"""Between the ticks of an axis that stands over a column."""


@dataclass(frozen=True, slots=True)
class MoveLine:
    """A move with the bar of what it adds to the point, and the same in words."""

    move: Move
    bar: RangeBar
    words: str

    @property
    def is_less(self) -> bool:
        """Whether it takes away."""
        return self.move.effect.point < 0


@dataclass(frozen=True, slots=True)
class MetroLine:
    """A metropolitan area with its range drawn, and the difference to one's own in words; empty for none."""

    row: MetroRow
    range: Amounts
    bar: RangeBar
    point: Tick
    words: str


@dataclass(frozen=True, slots=True)
class Moving:
    """Everything on what moves a range: the moves, the metros, their axis, and one's own range on it."""

    moves: Moves
    lines: tuple[MoveLine, ...]
    metros: tuple[MetroLine, ...]
    own: Band
    ticks: tuple[Tick, ...]

    @property
    def gains(self) -> tuple[MoveLine, ...]:
        """The moves that do not lower the point."""
        return tuple(line for line in self.lines if not line.is_less)

    @property
    def losses(self) -> tuple[MoveLine, ...]:
        """The moves that lower the point."""
        return tuple(line for line in self.lines if line.is_less)

    @property
    def best(self) -> MoveLine | None:
        """The move that adds most, None where none adds anything."""
        return next((line for line in self.lines if line.move.effect.point > 0), None)

    @property
    def best_metro(self) -> MetroLine | None:
        """The metropolitan area that pays most, None where the edition lists none."""
        return max(self.metros, key=lambda line: line.row.point, default=None)


def moving(profile: Profile, found: Estimate, guide: Guide, areas: Areas) -> Moving:
    """Return what would move a profile's estimate, told; `areas` are the BLS wages by place."""
    rows = metros(found, guide, areas)
    told = moves(profile, found, rows, guide, areas)
    scale = effects_scale(told)
    ranges = padded([found.low, found.high, *(edge for row in rows for edge in (row.low, row.high))], Decimal(20_000))
    return Moving(
        moves=told,
        lines=tuple(move_line(move, scale, found) for move in told.base),
        metros=tuple(metro_line(row, ranges, found) for row in rows),
        own=Band("you", *ranges.span(found.low, found.high), found.low, found.high),
        ticks=axis(ranges, roomy(ranges)),
    )


def roomy(scale: Scale) -> Decimal:
    """Return the distance of ticks (US dollars) at which their labels have room in a column of a table."""
    return next((step for step in INTERVALS if (scale.high - scale.low) / step <= MOST_INTERVALS), INTERVALS[-1])


def effects_scale(told: Moves) -> Scale:
    """Return the scale of what moves add, from zero."""
    most = max((move.effect.point for move in told.base), default=Decimal(0))
    return Scale(Decimal(0), max(most, Decimal(1)))


def move_line(move: Move, scale: Scale, found: Estimate) -> MoveLine:
    """Return a move with its bar and its difference in words."""
    bar = RangeBar(*scale.span(Decimal(0), max(move.effect.point, Decimal(0))), open=False)
    return MoveLine(move, bar, _words(move.effect.point, found))


def metro_line(row: MetroRow, scale: Scale, found: Estimate) -> MetroLine:
    """Return a metropolitan area with its bar and its difference in words."""
    amounts = Amounts(row.low, row.high, found.and_up)
    bar = range_bar(scale, Amounts(row.low, row.high))
    return MetroLine(row, amounts, bar, tick(scale, row.point), _words(row.effect.point, found))


def _words(difference: Decimal, found: Estimate) -> str:
    return difference_words(difference, percent_of(difference, found.point)) if difference else ""
