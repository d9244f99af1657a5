"""The months that count, drawn in one line: months of several roles once, the stretches between them as gaps."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise

from resumes.extraction.years import Span
from salaries.charts import Scale, Tick

NARROWEST = Decimal("0.6")
"""Percent of the width below which a bar could not be seen."""
LABELED = Decimal(13)
"""Percent of the width from which a gap has room for its months."""
TOLD = 3
"""Overlaps and gaps that are told in words, the longest; the rest are counted."""
INTERVALS = (1, 2, 5, 10, 20)
MOST_TICKS = 8
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months `first` to `last` (half-open, since year 0) that count in one way.

    `kind` is "ml", "adjacent", or "gap" where no counted role stands; `roles` how many hold them. `x` and `width` are
    percent of the picture.
    """

    first: int
    last: int
    kind: str
    roles: int
    x: Decimal = Decimal(0)
    width: Decimal = Decimal(0)

    @property
    def months(self) -> int:
        return self.last - self.first

    @property
    def twice(self) -> bool:
        return self.roles > 1

    @property
    def ends(self) -> Decimal:
        return self.x + self.width

    @property
    def middle(self) -> Decimal:
        return self.x + self.width / 2

    @property
    def labeled(self) -> bool:
        return self.kind == "gap" and self.width >= LABELED

    @property
    def dates(self) -> str:
        """Return "Mar 2019 to Aug 2019", or the one month."""
        first, last = month_named(self.first), month_named(self.last - 1)
        return first if first == last else f"{first} to {last}"


@dataclass(frozen=True, slots=True)
class Ribbon:
    """The counted months from the first to the last.

    `blocks` part them by kind alone, `twice` are all overlaps; `overlaps` and `gaps` the longest, in the order of time.
    """

    blocks: tuple[Stretch, ...]
    twice: tuple[Stretch, ...]
    overlaps: tuple[Stretch, ...]
    gaps: tuple[Stretch, ...]
    more_overlaps: int = 0
    more_gaps: int = 0


def ribbon(counted: Sequence[tuple[Span, str]], scale: Scale) -> Ribbon:
    """Return the line of spans with their kinds, on the timeline's scale."""
    blocks = tuple(placed(one, scale) for one in stretches(counted, lambda one: one.kind))
    every = [placed(one, scale) for one in stretches(counted, lambda one: (one.kind, one.twice))]
    twice, gaps = tuple(one for one in every if one.twice), [one for one in blocks if one.kind == "gap"]
    more = max(0, len(twice) - TOLD), max(0, len(gaps) - TOLD)
    return Ribbon(blocks, twice, longest(twice), longest(gaps), *more)


def longest(several: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return the longest few, in the order of time."""
    return tuple(sorted(sorted(several, key=lambda one: -one.months)[:TOLD], key=lambda one: one.first))


def stretches(counted: Sequence[tuple[Span, str]], like: Callable[[Stretch], Hashable]) -> Iterator[Stretch]:
    """Yield the stretches between all beginnings and ends, neighbours that are `like` each other joined."""
    edges = sorted({edge for span, _ in counted for edge in span})
    pieces = [piece(first, last, counted) for first, last in pairwise(edges)]
    for _, group in groupby(pieces, key=like):
        several = list(group)
        yield replace(several[0], last=several[-1].last, roles=max(one.roles for one in several))


def piece(first: int, last: int, counted: Sequence[tuple[Span, str]]) -> Stretch:
    """Return what counts between two neighbouring edges: ML before adjacent."""
    kinds = [kind for span, kind in counted if span[0] <= first and last <= span[1]]
    kind = "ml" if "ml" in kinds else "adjacent" if kinds else "gap"
    return Stretch(first, last, kind, len(kinds))


def placed(one: Stretch, scale: Scale) -> Stretch:
    x, width = scale.span(Decimal(one.first), Decimal(one.last))
    return replace(one, x=x, width=width)


def month_named(month: int) -> str:
    """Return "Mar 2019" for a month counted from year 0."""
    return f"{MONTHS[month % 12]} {month // 12}"


def scale_of(spans: Sequence[Span]) -> Scale | None:
    """Return the scale of months, from the first year's January to the last year's end; None without any."""
    if not spans:
        return None
    first = min(span[0] for span in spans) // 12 * 12
    last = -(-max(span[1] for span in spans) // 12) * 12
    return Scale(Decimal(first), Decimal(last))


def bar(span: Span | None, scale: Scale | None) -> tuple[Decimal | None, Decimal | None]:
    """Return position and width of a role's bar in percent, None twice where it has no dates."""
    if span is None or scale is None:
        return None, None
    x, width = scale.span(Decimal(span[0]), Decimal(span[1]))
    return min(x, 100 - NARROWEST), max(width, NARROWEST)


def ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return the ticks of the Januaries, in round steps of years so that their labels have room on a phone.

    A label may hang half of its width over the picture's edge, where the page has its margin.
    """
    first, last = int(scale.low) // 12, int(scale.high) // 12
    step = next((years for years in INTERVALS if (last - first) / years < MOST_TICKS), INTERVALS[-1])
    years = range(-(-first // step) * step, last + 1, step)
    return tuple(Tick(scale.at(Decimal(year * 12)), Decimal(year * 12), name=str(year)) for year in years)
