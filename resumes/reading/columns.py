"""The order in which a person reads a page: bands from top to bottom, in each its columns from left to right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resumes.reading.fragments import Fragment, fragments_of, parted_at, parted_at_margins
from resumes.reading.gutters import Gutter, gutters_of
from resumes.reading.rails import beside, headings_before
from resumes.reading.rows import Row, rows_of
from resumes.reading.tables import Table, table_of
from resumes.reading.verdicts import TALL, Verdict, are_floats, verdict_of
from resumes.reading.words import Word
from resumes.reading.wrapped import with_whole_dates

DEEPEST = 4
"""Columns within columns; deeper nesting is no layout."""
LOWEST = 30.0
"""Points; a lower pair of columns is a few short lines."""
HEADER = 4
"""Lines of a header above both columns, at most."""


@dataclass(slots=True)
class Strand:
    """Rows that are read one after another; `column` is 0 for the left or only column."""

    column: int
    rows: list[Row]


def arrange(rows: list[Row], height: float, column: int = 0, depth: int = 0) -> list[Strand]:
    """Return the rows of a page as strands in reading order; `height` is the page's, in points."""
    if not rows:
        return []
    parts = parted_at_margins(fragments_of(rows))
    fragments = with_whole_dates(parts)
    if len(fragments) < len(parts):
        rows = _rows(fragments)
    verdicts = _verdicts(fragments, height) if depth < DEEPEST else []
    if depth < DEEPEST and (table := table_of(fragments)) and not _outreached(table, verdicts, height):
        return list(_around(table, fragments, height, column, depth))
    gutter = _gutter(verdicts)
    if gutter is not None and (parted := parted_at(fragments, gutter.edge)):
        fragments, verdicts = parted, _verdicts(parted, height)
        gutter = _gutter(verdicts)
    if gutter is not None:
        verdict = next(verdict for judged, verdict in verdicts if judged is gutter)
        split = _split if verdict is Verdict.COLUMNS else _cells
        return list(split(gutter, fragments, height, column, depth))
    for gutter, verdict in verdicts:
        if verdict in (Verdict.HEADINGS, Verdict.RAIL):
            return list(_with_margin(gutter, verdict, fragments, height, column, depth))
    return [Strand(column, rows)]


def _outreached(table: Table, verdicts: Sequence[tuple[Gutter, Verdict]], height: float) -> bool:
    """Say whether columns that part the page reach far beyond the table: then its rows are chance, two lists' lines."""
    inside = {id(f) for f in table.fragments}
    return any(
        verdict is Verdict.COLUMNS
        and gutter.extent > TALL * height
        and sum(id(f) not in inside for f in (*gutter.left, *gutter.right)) > len(inside)
        for gutter, verdict in verdicts
    )


def _around(table: Table, fragments: Sequence[Fragment], height: float, column: int, depth: int) -> Iterator[Strand]:
    inside = {id(f) for f in table.fragments}
    top = table.bands[0][0][0].middle
    rest = [f for f in fragments if id(f) not in inside]
    yield from arrange(_rows(f for f in rest if f.middle < top), height, column, depth + 1)
    yield Strand(column, table.rows())
    yield from arrange(_rows(f for f in rest if f.middle >= top), height, column, depth + 1)


def _gutter(verdicts: Sequence[tuple[Gutter, Verdict]]) -> Gutter | None:
    for gutter, verdict in verdicts:
        if (
            verdict in (Verdict.COLUMNS, Verdict.CELLS)
            and gutter.shared >= LOWEST
            and not _inside_margin(gutter, verdicts)
            and not _before_floats(gutter, verdicts)
        ):
            return gutter
    return None


def _verdicts(fragments: Sequence[Fragment], height: float) -> list[tuple[Gutter, Verdict]]:
    """Judge each gutter; what is part of a taller one that divides no more than rows divides no more either."""
    judged: list[tuple[Gutter, Verdict]] = []
    for gutter in gutters_of(fragments):
        within = any(verdict is Verdict.ROWS and gutter.is_part_of(other) for other, verdict in judged)
        judged.append((gutter, Verdict.ROWS if within else verdict_of(gutter, height)))
    return judged


def _inside_margin(gutter: Gutter, verdicts: Sequence[tuple[Gutter, Verdict]]) -> bool:
    """Say whether a taller margin of dates or headings crosses the gutter: then that one goes first."""
    return any(
        verdict in (Verdict.HEADINGS, Verdict.RAIL) and other.shared > gutter.shared for other, verdict in verdicts
    )


def _before_floats(gutter: Gutter, verdicts: Sequence[tuple[Gutter, Verdict]]) -> bool:
    """Say whether what stands between the gutter and the columns' true one are dates floated to the latter's edge."""
    for other, verdict in verdicts:
        if verdict is Verdict.COLUMNS and other.x0 >= gutter.x1 and other.shared >= LOWEST:
            between = [f for f in gutter.right if f.x1 <= other.x0]
            if between and are_floats(between, gutter.left) and len(other.right) >= len(between):
                return True
    return False


def _split(gutter: Gutter, fragments: Sequence[Fragment], height: float, column: int, depth: int) -> Iterator[Strand]:
    left, right = _within(gutter, height)
    right = right[_header(left, right) :]
    inside = {id(f) for f in (*left, *right)}
    center = sum(f.middle for f in (*left, *right)) / len(inside)
    rest = [f for f in fragments if id(f) not in inside]
    yield from arrange(_rows(f for f in rest if f.middle < center), height, column, depth + 1)
    yield from arrange(_rows(left), height, column, depth + 1)
    yield from arrange(_rows(right), height, column + 1, depth + 1)
    yield from arrange(_rows(f for f in rest if f.middle >= center), height, column, depth + 1)


def _cells(gutter: Gutter, fragments: Sequence[Fragment], height: float, column: int, depth: int) -> Iterator[Strand]:
    """Read a table whose cells hold several lines: row by row, in each the left cell first."""
    inside = {id(f) for f in (*gutter.left, *gutter.right)}
    rest = [f for f in fragments if id(f) not in inside]
    yield from arrange(_rows(f for f in rest if f.middle < gutter.top), height, column, depth + 1)
    for left, right in gutter.pieces():
        if min(len(left), len(right)) <= 1:
            yield from arrange(_rows((*left, *right)), height, column, DEEPEST)
        else:
            yield from arrange(_rows(left), height, column, depth + 1)
            yield from arrange(_rows(right), height, column, depth + 1)
    yield from arrange(_rows(f for f in rest if f.middle >= gutter.top), height, column, depth + 1)


def _header(left: Sequence[Fragment], right: Sequence[Fragment]) -> int:
    """Return how many fragments at the top of the right column are a header of both: the name, above the left one."""
    above = [f for f in right if f.bottom <= left[0].top]
    largest = max(f.size for f in (*left, *right))
    return len(above) if len(above) <= HEADER and any(f.size == largest for f in above) else 0


def _within(gutter: Gutter, height: float) -> tuple[list[Fragment], list[Fragment]]:
    """Return the fragments of both columns; a short pair of columns reaches no further than where both hold text.

    What is below a name and the contact beside it is no column where the right side holds the dates of entries.
    """
    left, right = list(gutter.left), list(gutter.right)
    common = [] if gutter.extent > TALL * height else gutter.common()
    if not common:
        return left, right
    start, end = min(f.top for f in common), min(max(f.bottom for f in common), _first_entry(gutter))
    return [f for f in left if start <= f.middle <= end], [f for f in right if start <= f.middle <= end]


def _first_entry(gutter: Gutter) -> float:
    """Return where entries with floated dates begin under a header, their heading included; infinity without any."""
    top = float("inf")
    for left, right in reversed(gutter.pieces()[1:]):
        if not left or (right and not are_floats(right, left)):
            break
        top = left[0].top if right or top < float("inf") else top
    return top


def _with_margin(
    gutter: Gutter, verdict: Verdict, fragments: Sequence[Fragment], height: float, column: int, depth: int
) -> Iterator[Strand]:
    inside = {id(f) for f in (*gutter.left, *gutter.right)}
    top = gutter.left[0].top - 1
    rest = [f for f in fragments if id(f) not in inside]
    early = [f for f in gutter.right if f.bottom <= top]
    body = [f for f in gutter.right if f.bottom > top]
    above = [f for f in rest if f.middle < body[0].middle] if body else rest
    yield from arrange(_rows([*above, *early]), height, column, depth + 1)
    join = headings_before if verdict is Verdict.HEADINGS else beside
    yield Strand(column, join(gutter.left, _words(body)))
    taken = {id(f) for f in above}
    yield from arrange(_rows(f for f in rest if id(f) not in taken), height, column, depth + 1)


def _rows(fragments: "Iterator[Fragment] | Sequence[Fragment]") -> list[Row]:
    return rows_of(_words(fragments))


def _words(fragments: "Iterator[Fragment] | Sequence[Fragment]") -> list[Word]:
    return [word for fragment in fragments for word in fragment.words]
