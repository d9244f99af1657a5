"""The states as a map of equal tiles, those that the guide lists in steps of their mean wage."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from salaries.charts import HUNDRED
from salaries.estimation.guide import PlaceMean
from salaries.reference import states, tiles

MOST_STEPS = 4
"""Of the map's colour: more could not be told apart."""

STEP_WIDTHS = tuple(Decimal(width) for width in (5_000, 10_000, 20_000, 25_000, 50_000, 100_000, 200_000, 500_000))


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the colour: means from `low` to under `high`, US dollars a year; `number` counts from 1 upward."""

    number: int
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Tile:
    """A state on the map: its left edge and width in percent, its row from 0; without a step the guide lists it not."""

    code: str
    name: str
    x: Decimal
    width: Decimal
    row: int
    mean: Decimal | None
    step: int | None

    @property
    def middle(self) -> Decimal:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class TileMap:
    """The map with the key to its colours."""

    tiles: tuple[Tile, ...]
    steps: tuple[Step, ...]
    rows: int


def tile_map(means: Sequence[PlaceMean]) -> TileMap:
    """Return the map of the states' means."""
    places, names, steps = tiles.load(), states.load(), steps_of([place.mean for place in means])
    by_code = {place.code: place.mean for place in means}
    width = HUNDRED / (1 + max(place.column for place in places))
    drawn = tuple(
        Tile(
            code=place.code,
            name=names[place.code].name,
            x=round(place.column * width, 3),
            width=round(width, 3),
            row=place.row,
            mean=by_code.get(place.code),
            step=step_of(by_code.get(place.code), steps),
        )
        for place in places
    )
    return TileMap(drawn, steps, 1 + max(place.row for place in places))


def steps_of(means: Sequence[Decimal]) -> tuple[Step, ...]:
    """Return the steps that hold all means: of the least round width that makes few enough, the lowest first."""
    if not means:
        return ()
    width = next((one for one in STEP_WIDTHS if _count(means, one) <= MOST_STEPS), STEP_WIDTHS[-1])
    first = _index(min(means), width)
    return tuple(Step(n + 1, (first + n) * width, (first + n + 1) * width) for n in range(_count(means, width)))


def step_of(mean: Decimal | None, steps: Sequence[Step]) -> int | None:
    """Return the number of the step that holds a mean, None for no mean."""
    return next((step.number for step in steps if mean is not None and step.low <= mean < step.high), None)


def _count(means: Sequence[Decimal], width: Decimal) -> int:
    return _index(max(means), width) - _index(min(means), width) + 1


def _index(mean: Decimal, width: Decimal) -> int:
    return int((mean / width).to_integral_value(ROUND_FLOOR))
