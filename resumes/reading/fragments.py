"""Fragments: parts of rows that no wide gap divides, the pieces that columns are made of."""

import re
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from resumes.reading import glyphs
from resumes.reading.rows import Row
from resumes.reading.words import Word

APART = 1.0
"""Gaps wider than this many font sizes part two fragments."""
AFTER_BULLET = 4.0
"""The same behind a bullet."""
NEAR = 0.4
"""A gap wider than this many font sizes parts two columns where their edge is known."""
LABEL_GAP = 0.3
"""The same behind a date or label in a narrow margin."""
LABEL = 24
"""Letters of a label, at most."""
EDGE_ROWS = 3
"""Rows that start at one place make an edge."""
AT_EDGE = 1.5
"""Points within which a word starts at an edge."""
ALIGNED = 0.3
"""Fragments whose middles differ by less than this many font sizes stand at the same height."""

_WORDS = tomllib.loads((Path(__file__).parent / "margins.toml").read_text(encoding="utf-8"))
MONTHS_ABROAD, NOW_ABROAD = "|".join(_WORDS["months"]), "|".join(_WORDS["now"])
_OF_DATES = (
    r"present|current|ongoing|now|today|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    rf"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|{MONTHS_ABROAD}|{NOW_ABROAD}"
)
_BESIDE = "to|until|since|expected|spring|summer|fall|autumn|winter"
_DATE = re.compile(rf"\b(?:19|20)\d\d\b|\b\d{{1,2}}/\d\d\b|['’]\d\d\b|\b(?:{_OF_DATES})\b", re.IGNORECASE)
_BESIDE_DATES = re.compile(rf"[\W\d_]+|\b(?:{_BESIDE})\b", re.IGNORECASE)
STRAY = 3
"""Letters that may stand beside a date that stands alone."""
_NO_DATE = re.compile(rf"[\W\d_]*(?!(?:{_OF_DATES}|{_BESIDE})\b)[^\W\d_]{{{STRAY + 1}}}", re.IGNORECASE)
"""The beginning of most texts: a word that no date has."""


@dataclass(eq=False)
class Fragment:
    """Neighboring words of one row."""

    words: list[Word]
    x0: float
    top: float
    x1: float
    bottom: float
    middle: float
    size: float
    letters: int

    @cached_property
    def text(self) -> str:
        return " ".join([word.text for word in self.words])

    @cached_property
    def is_date(self) -> bool:
        """Say whether the fragment is little more than a date or a range of dates."""
        if _NO_DATE.match(self.text):
            return False
        rest, found = _DATE.subn(" ", self.text)
        return found > 0 and len(_BESIDE_DATES.sub("", rest)) <= STRAY


def level(side: Sequence[Fragment], other: Sequence[Fragment], near: float = ALIGNED) -> int:
    """Return how many fragments of one side stand at the height of one of the other's; `near` in font sizes."""
    heights = sorted(f.middle for f in other)
    count = 0
    for fragment in side:
        reach = near * fragment.size
        place = bisect_left(heights, fragment.middle - reach)
        count += place < len(heights) and heights[place] <= fragment.middle + reach
    return count


def fragments_of(rows: Sequence[Row]) -> list[Fragment]:
    """Return the fragments of the rows, from top to bottom and left to right."""
    found: list[Fragment] = []
    for row in rows:
        start = 0
        for index in range(1, len(row) + 1):
            if index == len(row) or _apart(row[index - 1], row[index], opens=index - 1 == start):
                found.append(fragment_of(row[start:index]))
                start = index
    return found


def parted_at(fragments: Sequence[Fragment], edge: float) -> list[Fragment]:
    """Part the fragments that run over a column's edge where one of their words starts exactly there.

    Returns an empty list where there are none.
    """
    parted: list[Fragment] = []
    for fragment in fragments:
        cut = _start_at(fragment, edge)
        parted += [fragment_of(fragment.words[:cut]), fragment_of(fragment.words[cut:])] if cut else [fragment]
    return parted if len(parted) > len(fragments) else []


def parted_at_margins(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Part labels and dates in a narrow margin from the text whose left edge many rows share."""
    starts = Counter(round(f.x0) for f in fragments)
    edges = [edge for edge, count in starts.items() if count + starts[edge + 1] >= EDGE_ROWS]
    for edge in edges:
        cuts = [(f, _start_at(f, edge + 0.5, LABEL_GAP)) for f in fragments]
        labels = [f for f, cut in cuts if cut and sum(len(w.text) for w in f.words[:cut]) <= LABEL]
        if not labels or len(labels) + _labels_before(edge, fragments) < EDGE_ROWS:
            continue
        chosen = set(map(id, labels))
        fragments = [
            piece
            for f, cut in cuts
            for piece in ((fragment_of(f.words[:cut]), fragment_of(f.words[cut:])) if id(f) in chosen else (f,))
        ]
    return list(fragments)


def _labels_before(edge: float, fragments: Sequence[Fragment]) -> int:
    """Return how many labels already stand apart from a row that starts at the edge."""
    starting = [f for f in fragments if abs(f.x0 - edge - 0.5) < AT_EDGE]
    return level([f for f in fragments if f.x1 <= edge and f.letters <= LABEL], starting)


def _start_at(fragment: Fragment, edge: float, near: float = NEAR) -> int:
    """Return the index of the word that starts at the edge after a gap, 0 where none does."""
    words = fragment.words
    if fragment.x1 <= edge - AT_EDGE:
        return 0
    for index in range(1, len(words)):
        ahead = words[index].x0 - edge
        if ahead >= AT_EDGE:  # and so are all behind it
            return 0
        if ahead > -AT_EDGE:
            wide = words[index].x0 - words[index - 1].x1 > near * words[index].size
            return index if wide and not _belongs_to_mark(words, index) else 0
    return 0


def _belongs_to_mark(words: Sequence[Word], index: int) -> bool:
    """Say whether a word goes with the mark before it: a bullet's text, or the end of a range behind its dash."""
    return glyphs.is_bullet(words[index - 1].text) and (index == 1 or _DATE.match(words[index].text) is not None)


def _apart(before: Word, after: Word, *, opens: bool) -> bool:
    bullet = opens and glyphs.is_bullet(before.text)
    return after.x0 - before.x1 > (AFTER_BULLET if bullet else APART) * max(min(before.size, after.size), 1.0)


def fragment_of(words: list[Word]) -> Fragment:
    """Return neighboring words of one row as a fragment."""
    top, bottom = min([w.top for w in words]), max([w.bottom for w in words])
    return Fragment(
        words, words[0].x0, top, max([w.x1 for w in words]), bottom, (top + bottom) / 2, max([w.size for w in words]),
        sum([len(w.text) for w in words]),
    )  # fmt: skip
