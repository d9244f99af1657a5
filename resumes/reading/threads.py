"""Columns that go on over a page's end: what a sidebar holds does not come between the two parts of an entry."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

from resumes.reading.assembly import Draft

NARROWER = 0.75
"""A sidebar's lines reach over at most this part of the main column's; equal columns are read one after the other."""
AT_EDGE = 4.0
"""Points within which the main column starts at the same edge on both pages."""
LARGER = 1.08
"""A line so many times as large as most opens a new section, before which a sidebar does no harm."""
FEWEST = 3
"""Lines of a column, at least."""

Run = list[Draft]


def threaded(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines with each page's sidebar behind the main column's text where that goes on overleaf."""
    pages = [_runs(list(page)) for _, page in groupby(drafts, key=lambda draft: draft.page)]
    usual = median([draft.size for draft in drafts] or [0.0])
    for page, following in pairwise(pages):
        if _goes_on_beside(page, following, usual):
            following[:2] = [following[1], following[0]]
        elif _goes_on_before(page, following, usual):
            side = page.pop()
            following[1:2] = [side + run for run in following[1:2]] or [side]
    return [draft for page in pages for run in page for draft in run]


def _runs(page: Run) -> list[Run]:
    """Return the page's lines parted where the left column ends or begins."""
    return [list(run) for _, run in groupby(page, key=lambda draft: draft.column > 0)]


def _goes_on_before(page: Sequence[Run], following: Sequence[Run], usual: float) -> bool:
    """Say whether a page ends in a sidebar and the next begins with more of the column before it."""
    return len(page) > 1 and _interrupts(page[-1], page[-2], following[0], usual) and page[-1][0].column > 0


def _goes_on_beside(page: Sequence[Run], following: Sequence[Run], usual: float) -> bool:
    """Say whether a page ends in its main column and the next begins with a sidebar to the left of more of it."""
    return len(following) > 1 and _interrupts(following[0], page[-1], following[1], usual) and page[-1][0].column > 0


def _interrupts(side: Run, main: Run, more: Run, usual: float) -> bool:
    if min(len(main), len(side)) < FEWEST or main[0].column != more[0].column or _opens_section(more[0], usual):
        return False
    return _width(side) < NARROWER * _width(main) and abs(_left(main) - _left(more)) < AT_EDGE


def _opens_section(draft: Draft, usual: float) -> bool:
    return draft.size > LARGER * usual or (draft.text.isupper() and len(draft.text.split()) <= FEWEST)


def _left(run: Run) -> float:
    return min(draft.box.x0 for draft in run if draft.box)


def _width(run: Run) -> float:
    """Return how far the longest lines reach, in points, but for one in ten, since a header may span both columns."""
    ends = sorted(draft.box.x1 for draft in run if draft.box)
    return ends[int(0.9 * (len(ends) - 1))] - _left(run)
