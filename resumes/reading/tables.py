"""Tables whose cells hold several lines, in three columns or more: row by row, in each row cell by cell.

White space tells such a table from columns of text: each of its rows starts in all columns at one height, with more
white above it than lies between the lines of its cells.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from resumes.reading.fragments import Fragment
from resumes.reading.glyphs import is_bullet
from resumes.reading.rows import Row
from resumes.reading.words import Word

COLUMNS = 3
ROWS = 3
AT_EDGE = 2.5
"""Points within which a cell's lines start at its column's edge."""
CLOSER = 0.7
"""White space between lines of a cell is at most this part of that between rows."""
LEVEL = 0.3
"""Font sizes by which the middles of one line's fragments differ at most."""
NARROW = 4
"""Columns of a table whose cells are narrow."""
LABEL = 24
"""Letters of a line in a first cell that is a date or label."""

Line = list[Fragment]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The lines of each row, and where the columns begin."""

    edges: tuple[float, ...]
    bands: tuple[tuple[Line, ...], ...]

    @property
    def fragments(self) -> list[Fragment]:
        return [fragment for band in self.bands for line in band for fragment in line]

    def rows(self) -> list[Row]:
        """Return the table's text: a row's label stands on the first line of the cell behind it."""
        return [row for band in self.bands for row in self._row(band)]

    def _row(self, band: Sequence[Line]) -> list[Row]:
        if len(band) == 1:
            return [[word for fragment in band[0] for word in fragment.words]]
        ends = [*self.edges[1:], float("inf")]
        narrow = len(self.edges) >= NARROW
        cells = [_unwrapped(_cell(band, *span), span[1], narrow=narrow) for span in zip(self.edges, ends, strict=True)]
        label, second = cells[0], cells[1]
        if all(len(f.text) <= LABEL for line in band for f in line if f.x0 < self.edges[1] - AT_EDGE):
            first = [word for row in label for word in (replace(row[0], spaced=True), *row[1:])]
            cells[:2] = [[[*first, replace(second[0][0], tab=True), *second[0][1:]], *second[1:]]]
        return [row for cell in cells for row in cell]


def table_of(fragments: Sequence[Fragment]) -> Table | None:
    """Return the first table among the fragments, which run from top to bottom; None where there is none."""
    lines = _lines(fragments)
    for start, line in enumerate(lines):
        edges = tuple(f.x0 for f in line)
        if len(line) >= COLUMNS and sum(_starts_all(other, edges) for other in lines[start:]) >= ROWS:
            table = _read(lines[start:], edges)
            if table is not None:
                return table
    return None


def _lines(fragments: Sequence[Fragment]) -> list[Line]:
    lines: list[Line] = []
    for fragment in fragments:
        if lines and abs(lines[-1][0].middle - fragment.middle) < LEVEL * fragment.size:
            lines[-1].append(fragment)
        else:
            lines.append([fragment])
    return lines


def _read(lines: Sequence[Line], edges: tuple[float, ...]) -> Table | None:
    following = list(takewhile(lambda pair: _at_edges(pair[1], edges), pairwise(lines)))
    whites = [line[0].top - max(f.bottom for f in above) for above, line in following]
    least = min(whites, default=0.0)
    bands = [[lines[0]]]
    for (_, line), white in zip(following, whites, strict=True):
        if least >= CLOSER * white:
            bands[-1].append(line)
        elif _starts_all(line, edges):
            bands.append([line])
        else:
            break
    several = any(len(band) > 1 for band in bands)
    return Table(edges, tuple(map(tuple, bands))) if several and len(bands) >= ROWS else None


def _starts_all(line: Line, edges: Sequence[float]) -> bool:
    return len(line) == len(edges) and all(abs(f.x0 - edge) < AT_EDGE for f, edge in zip(line, edges, strict=True))


def _at_edges(line: Line, edges: Sequence[float]) -> bool:
    return all(any(abs(f.x0 - edge) < AT_EDGE for edge in edges) for f in line)


def _cell(band: Sequence[Line], start: float, end: float) -> list[list[Word]]:
    return [f.words for line in band for f in line if start - AT_EDGE <= f.x0 < end - AT_EDGE]


def _unwrapped(lines: Sequence[list[Word]], end: float, *, narrow: bool) -> list[Row]:
    """Join the lines of a cell that its width alone parts: a title above an employer is two lines.

    A table with many columns has one for each thing, so whatever fills a line of a cell goes on in the next.
    """
    rows: list[Row] = []
    for index, line in enumerate(lines):
        if index and _goes_on(lines[index - 1][-1], line[0], end, narrow=narrow):
            rows[-1] += [replace(line[0], spaced=True), *line[1:]]
        else:
            rows.append(list(line))
    return rows


def _goes_on(last: Word, first: Word, end: float, *, narrow: bool) -> bool:
    full = last.x1 + first.x1 - first.x0 + 2 * AT_EDGE + 0.5 * first.size > end
    if narrow and full and first.size == last.size:
        return not is_bullet(first.text)
    return full and (last.text[-1] in ",/&-–" or first.text[0] in "/&(–-" or first.text[0].islower())
