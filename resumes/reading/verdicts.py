"""What the two sides of a gutter are to each other: columns, a rail beside its text, or parts of the same rows."""

import re
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from pathlib import Path
from statistics import median

from resumes.reading.fragments import Fragment, level
from resumes.reading.gutters import Gutter

FEWEST = 4
"""Rows that make a column."""
SIDEBAR = 10
"""Lines of a sidebar, at least."""
TALL = 0.35
"""Part of the page's height beyond which a gutter parts the page, not a list."""
CELL = 28
"""Letters of an ordinary table cell, float or label, at most."""
LIGHTEST = 60
"""Letters of the lighter column, at least."""
SMALL = 8
"""Fewer lines than this on the right, short and mostly level with the left, are no column."""
CELL_ROWS = 3
"""Rows of a table with cells of several lines, at least."""
MORE = 1.5
"""Cells that tell of the work have lines this many times longer than the cells before them."""
ROUGHLY = 0.6
"""Font sizes by which a heading in the margin may stand off the line it belongs to."""
GOVERNED = 3
"""Rows of text beside a heading in the margin, at least."""
LABELS = 0.05
"""Labels on the left may stand a little less level than cells on the right: headings stand among them."""
FLOATING = 0.9
"""Part of the floats before a sidebar that are level with rows of the main column, at least."""
REPEATED = 0.6
"""Part of the labels of a form that come again, at least."""
FORM = 4
"""Such labels, at least."""
SAME_EDGE = 2.5
"""Points by which edges differ that were meant to be one."""

_WORDS = tomllib.loads((Path(__file__).parent / "margins.toml").read_text(encoding="utf-8"))["headings"]
_OF_HEADINGS = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)


class Verdict(Enum):
    COLUMNS = "columns"
    HEADINGS = "headings in the left margin"
    RAIL = "dates or labels in the left margin"
    ROWS = "parts of the same rows"
    CELLS = "cells of several lines in the rows of a table"


def verdict_of(gutter: Gutter, height: float) -> Verdict:
    """Say how the two sides are read; `height` is the page's, in points."""
    if _are_repeated(gutter.left, gutter.right):
        return Verdict.RAIL
    margin = _margin(gutter.left, gutter.right)
    if margin is not Verdict.ROWS:
        return margin
    if _are_cells(gutter):
        return Verdict.CELLS
    if _are_labels(gutter.left, gutter.right):
        return Verdict.RAIL
    tall = gutter.extent > TALL * height
    parts = [gutter] if tall else [gutter, *gutter.parts()]
    if any(_share_rows(part.left, part.right, tall=tall) for part in parts) or not _enough(gutter):
        return Verdict.ROWS
    return Verdict.COLUMNS


def _are_cells(gutter: Gutter) -> bool:
    """Say whether white space parts both sides at the same heights, again and again, as no two columns would be."""
    if _mean_letters(gutter.right) <= CELL or _mean_letters(gutter.right) < MORE * _mean_letters(gutter.left):
        return False
    pieces = [(left, right) for left, right in gutter.pieces() if left and right]
    level_tops = sum(level(left[:1], right[:1]) for left, right in pieces)
    lines = sum(min(_rows(left), _rows(right)) for left, right in pieces)
    return len(pieces) >= CELL_ROWS and level_tops >= 0.8 * len(pieces) and lines >= 1.5 * len(pieces)


def _enough(gutter: Gutter) -> bool:
    sides = (gutter.left, gutter.right)
    return min(map(_rows, sides)) >= FEWEST and min(map(_letters, sides)) >= LIGHTEST


def _share_rows(left: Sequence[Fragment], right: Sequence[Fragment], *, tall: bool) -> bool:
    """Say whether one side holds cells, labels or floats of the other's rows."""
    level_left, level_right = _level(left, right), _level(right, left)
    if _floats(right, level_right):
        return True
    if tall and (_is_sidebar(left, level_right) or _is_sidebar(right, level_left)):
        return False
    return _of_rows(left, level_left + LABELS) or _of_rows(right, level_right)


def _is_sidebar(side: Sequence[Fragment], other_level: float) -> bool:
    """Say whether a side has headings of its own among other lines, as no margin of labels has."""
    if len(side) < SIDEBAR or _dates(side) >= 0.3 or other_level >= 0.8:
        return False
    usual = median(f.size for f in side)
    headings = sum(f.size > 1.08 * usual or _in_capitals(f) for f in side)
    return headings >= 2 and headings <= len(side) / 2


def _in_capitals(fragment: Fragment) -> bool:
    text = fragment.text
    return len(text) > 3 and text.isupper() and not any(c.isdigit() for c in text)


def _rows(side: Sequence[Fragment]) -> int:
    return len({round(f.middle / 4) for f in side})


def _level(side: Sequence[Fragment], other: Sequence[Fragment]) -> float:
    return level(side, other) / len(side)


def _letters(side: Sequence[Fragment]) -> int:
    return sum(f.letters for f in side)


def _mean_letters(side: Sequence[Fragment]) -> float:
    return _letters(side) / len(side)


def _dates(side: Sequence[Fragment]) -> float:
    return sum(f.is_date for f in side) / len(side)


def _common(edges: Sequence[float]) -> float:
    """Return the share of the edges that are (nearly) the most common one."""
    ordered = sorted(edges)
    first = last = most = 0
    for edge in ordered:
        while edge - ordered[first] >= SAME_EDGE:
            first += 1
        while last < len(ordered) and ordered[last] - edge < SAME_EDGE:
            last += 1
        most = max(most, last - first)
    return most / len(ordered)


def _of_rows(side: Sequence[Fragment], share: float) -> bool:
    """Cells, labels, dates and places: short, and nearly always level with something on the other side."""
    return share >= 0.85 and _mean_letters(side) <= CELL


def _floats(right: Sequence[Fragment], share: float) -> bool:
    """Dates and places pushed to the right margin: short, level with what they belong to."""
    if share < 0.6 or _mean_letters(right) > CELL:
        return False
    ragged = _common([f.x1 for f in right]) >= 0.6 > _common([f.x0 for f in right])
    return ragged or _dates(right) >= 0.3 or len(right) < SMALL


def are_floats(between: Sequence[Fragment], left: Sequence[Fragment]) -> bool:
    """Say whether fragments are the dates and places at the ends of the rows on their left."""
    return _level(between, left) >= FLOATING and _mean_letters(between) <= CELL and _dates(between) >= 0.3


def _margin(left: Sequence[Fragment], right: Sequence[Fragment]) -> Verdict:
    """Tell a margin of dates or headings from a column of its own."""
    if _mean_letters(left) > CELL or level(left, right, ROUGHLY) < 0.5 * len(left):
        return Verdict.ROWS
    dates = _dates(left)
    if _level(left, right) >= 0.5 and dates >= 0.4 and dates * len(left) >= 2:
        return Verdict.RAIL
    if dates < 0.3 and _are_headings(left, right):
        return Verdict.HEADINGS
    return Verdict.ROWS


def _are_labels(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Labels of a list: each level with its text, all texts from one edge, no text without end to their right."""
    if len(left) < 3 or _mean_letters(left) > CELL or _level(left, right) < 0.85:
        return False
    beside = [f for f in right if left[0].top <= f.middle <= left[-1].bottom]
    if _mean_letters(beside) < _mean_letters(left):
        return False
    named = sum(sum(map(str.isalpha, f.text)) >= 3 for f in left)  # numbers of a list are no labels
    apart = max(f.x1 for f in left) < min(f.x0 for f in beside)
    return apart and named >= 0.8 * len(left) and _common([f.x0 for f in beside]) >= 0.6


def _are_repeated(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Labels of a form that is filled in again and again ("Company", "Duration"), each level with its text."""
    if len(left) < FORM or _mean_letters(left) > CELL:
        return False
    counts = Counter(f.text for f in left)
    again = sum(count for text, count in counts.items() if count > 1 and any(map(str.isalpha, text)))
    return again >= REPEATED * len(left) and again >= FORM and _level(left, right) >= 0.85


def _are_headings(left: Sequence[Fragment], right: Sequence[Fragment]) -> bool:
    """Headings in the margin: dressed as such, on one edge, with several rows of text beside most of them."""
    heights = sorted({round(f.middle / 4) for f in right})
    tops = [*(round(f.middle / 4) for f in left), heights[-1] + 1]
    governed = [bisect_left(heights, below) - bisect_left(heights, above) for above, below in pairwise(tops)]
    edge = max(_common([f.x0 for f in left]), _common([f.x1 for f in left]))
    usual = median(f.size for f in right)
    dressed = sum(f.text.isupper() or f.words[0].bold or f.size > 1.08 * usual for f in left) / len(left)
    many = sum(rows >= GOVERNED for rows in governed) >= 0.3 * len(left)
    many = many or len(heights) >= GOVERNED * len(left) or _name_sections(left)
    return many and len(heights) >= 2 * GOVERNED and edge >= 0.8 and dressed >= 0.8


def _name_sections(left: Sequence[Fragment]) -> bool:
    """Say whether most of the texts are headings by their words; in a sidebar few of many lines are."""
    return sum(bool(_OF_HEADINGS.search(f.text)) for f in left) >= 0.5 * len(left)
