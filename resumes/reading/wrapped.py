"""Ranges of dates that a narrow column breaks over two lines are one again, on the first of them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resumes.reading.fragments import MONTHS_ABROAD, NOW_ABROAD, Fragment, fragment_of

CLOSE = 0.9
"""White space between the two lines in font sizes, at most."""
AT_EDGE = 2.5
"""Points within which both lines start, end or are centered."""
LONGEST = 24
"""Letters of the first line, at most."""

_MONTH = rf"\b(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*|{MONTHS_ABROAD})\.?,?"
_TO = r"(?:[-–—~]|\bto)"
_OPEN_RANGE = re.compile(rf"\d\d\s*{_TO}\s*$", re.IGNORECASE)
_END = re.compile(
    rf"(?:{_MONTH}\s*)?(?:19|20)\d\d\b(?!\s*[-–—~])|\d\d?/\d\d|(?:present|current|now|{NOW_ABROAD})\b", re.IGNORECASE
)
_ENDS_IN_MONTH = re.compile(rf"(?:\d\d\s*{_TO}\s*|^){_MONTH}\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_WHOLE = re.compile(r"\d\d\s*$")
_REST = re.compile(rf"{_TO}\s*\w", re.IGNORECASE)
_FOLLOWED = ((_OPEN_RANGE, _END), (_ENDS_IN_MONTH, _YEAR), (_WHOLE, _REST))
"""What a line ends in, and what the next begins with, that are one range together."""


def with_whole_dates(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments, each date that goes on in the line below it with the rest of it.

    The rest takes no room on the first line: it would reach over the column's edge.
    """
    kept = list(fragments)
    for below in [fragment for fragment in fragments if fragment.letters <= LONGEST and fragment.is_date]:
        place = next((place for place, first in enumerate(kept) if _goes_on(first, below)), None)
        if place is not None:
            kept[place] = _with_rest(kept[place], below)
            kept.remove(below)
    return kept


def _goes_on(first: Fragment, below: Fragment) -> bool:
    if not 0 < below.middle - first.middle < (1 + CLOSE) * first.size or first.letters > LONGEST:
        return False
    fits = any(end.search(first.text) and start.match(below.text) for end, start in _FOLLOWED)
    return fits and first.is_date and _aligned(first, below)


def _aligned(first: Fragment, below: Fragment) -> bool:
    sides = (below.x0 - first.x0, below.x1 - first.x1, (below.x0 + below.x1 - first.x0 - first.x1) / 2)
    return any(abs(side) < AT_EDGE for side in sides)


def _with_rest(first: Fragment, below: Fragment) -> Fragment:
    last = first.words[-1]
    rest = [
        replace(word, x0=first.x1, x1=first.x1, top=last.top, bottom=last.bottom, spaced=True) for word in below.words
    ]
    return fragment_of([*first.words, *rest])
