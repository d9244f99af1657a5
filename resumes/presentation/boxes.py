"""Where part of a line stands on its page: estimated, since of a line's letters only their common box is kept."""

from collections.abc import Sequence
from itertools import accumulate

from resumes.reading.document import Box

NARROW, WIDE, CAPITAL, OTHER = 0.27, 0.83, 0.67, 0.54
"""Widths of letters in font sizes, as the usual typefaces of resumes have them."""
_WIDTHS = dict.fromkeys("iljtfrI.,;:'|!()[]/- ", NARROW) | dict.fromkeys("mwMW@%—", WIDE)
BOLD = 1.06
"""How much wider bold letters are."""
MARGIN = 1.0
"""Points by which a box is drawn higher than its line."""


def width_of(letter: str) -> float:
    """Return a letter's usual width in font sizes; a tab, whose gap can be any, has none."""
    if letter == "\t":
        return 0.0
    return _WIDTHS.get(letter) or (CAPITAL if letter.isupper() else OTHER)


def edges(box: Box, text: str, *, bold: bool = False) -> list[float]:
    """Return where the letters of a line begin, and where the last one ends, given the box of the line.

    The letters share the line's width as letters usually do. Where tabs part a line, its height, which is its font
    size, tells how wide they are, and the gaps share what is left.
    """
    places = list(accumulate(map(width_of, text), initial=0.0))
    gaps, whole = text.count("\t"), box.x1 - box.x0
    unit = whole / (places[-1] or 1.0)
    if not gaps:
        return [box.x0 + unit * place for place in places]
    unit = min(unit, (box.bottom - box.top) * (BOLD if bold else 1))
    gap = (whole - unit * places[-1]) / gaps
    before = accumulate((letter == "\t" for letter in text), initial=0)
    return [box.x0 + unit * place + gap * count for place, count in zip(places, before, strict=True)]


def part_of(box: Box, edges: Sequence[float], start: int, end: int) -> Box:
    """Return where the characters from `start` to `end` of a line stand, given the edges of all."""
    return Box(edges[start], box.top - MARGIN, max(edges[end], edges[start] + MARGIN), box.bottom + MARGIN)
