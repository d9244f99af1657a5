"""How a time grows with a size: the exponent of its curve, and the ratio of its ends.

Every call has a constant part (a page's frame, a lexicon's tables), which would make any curve look flat. It is the
time at the smallest size, as measured and not extrapolated. The exponent is the slope of the log of what a time is
*above* that over the log of what the size is above the smallest: 1 for every straight line whatever its constant part,
2 at large sizes for a square. Times are weighted by how far they lie above, so that noise at the small end, where
little lies above, counts little. A curve that rises by less than `FLAT` has the exponent 0.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.parts import Cell, Curve, Table, Target

FLAT = 0.1
"""A rise by less than this share of the time at the smallest size is noise."""

MOST_EXPONENT = 1.1
"""Linear, and room for noise."""

MOST_RATIO = 1.5

Point = tuple[float, float]
"""A size and the seconds that it takes."""


def exponent(points: Sequence[Point]) -> float:
    """Return the exponent of growth. Raises `ValueError` for less than two points above the smallest size."""
    (least, constant), *larger = sorted(points)
    if len(larger) < 2:
        raise ValueError("growth takes three sizes")
    if max(seconds for _, seconds in larger) < constant * (1 + FLAT):
        return 0.0
    above = [(size - least, seconds - constant) for size, seconds in larger if seconds > constant]
    if len(above) < 2:
        return max(0.0, math.log(larger[-1][1] / constant) / math.log(larger[-1][0] / least))
    return slope([(math.log(size), math.log(seconds), seconds) for size, seconds in above])


def slope(weighted: Sequence[tuple[float, float, float]]) -> float:
    """Return the slope of the straight line with the least weighted squares; rows are x, y, weight."""
    whole = sum(weight for _, _, weight in weighted)
    middle_x = sum(x * weight for x, _, weight in weighted) / whole
    middle_y = sum(y * weight for _, y, weight in weighted) / whole
    spread = sum(weight * (x - middle_x) ** 2 for x, _, weight in weighted)
    return sum(weight * (x - middle_x) * (y - middle_y) for x, y, weight in weighted) / spread


def ratio(points: Sequence[Point]) -> float:
    """Return how many times as long the largest size takes as the smallest."""
    ordered = sorted(points)
    return ordered[-1][1] / ordered[0][1]


@dataclass(frozen=True, slots=True)
class Growth:
    """What was measured of one call at several sizes; `x` names the size.

    What may not grow at all is `steady_from` a size, from which on a page has all the rows that it ever shows.
    """

    what: str
    x: str
    points: tuple[Point, ...]
    steady_from: float | None = None

    def target(self) -> Target:
        """Return the promise on this curve and what was measured of it."""
        if self.steady_from is None:
            what = f"{self.what} by {self.x}, exponent"
            return Target(what=what, target=MOST_EXPONENT, measured=exponent(self.points), unit="")
        steady = [point for point in self.points if point[0] >= self.steady_from]
        (first, _), *_, (last, _) = steady = steady if len(steady) > 1 else list(self.points[-2:])
        what = f"{self.what}, {last:,g} {self.x} against {first:,g}"
        return Target(what=what, target=MOST_RATIO, measured=ratio(steady), unit="x")

    def curve(self) -> Curve:
        points = [(size, seconds * 1000) for size, seconds in self.points]
        return Curve(title=self.what, x=self.x, y="ms", points=points, log=True)


def tables(grown: Sequence[Growth]) -> list[Table]:
    """Return one table for each run of sizes: milliseconds by size, ratio of the ends, exponent."""
    sizes = list(dict.fromkeys((one.x, tuple(size for size, _ in one.points)) for one in grown))
    return [
        table(x, of, [one for one in grown if (one.x, tuple(size for size, _ in one.points)) == (x, of)])
        for x, of in sizes
    ]


def table(x: str, sizes: Sequence[float], grown: Sequence[Growth]) -> Table:
    rows: list[list[Cell]] = [
        [one.what, *(seconds * 1000 for _, seconds in one.points), ratio(one.points), exponent(one.points)]
        for one in grown
    ]
    columns = ["ms of processor time", *(f"{size:,g}" for size in sizes), "last / first", "exponent"]
    return Table(caption=f"By {x}", columns=columns, rows=rows)
