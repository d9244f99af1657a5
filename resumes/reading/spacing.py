"""Letter-spaced text ("E X P E R I E N C E") becomes words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from resumes.reading.words import Word

LETTERS = 4
"""A stretch of at least so many single letters is letter-spaced."""
SHARE = 0.7
"""Part of the stretch's words that are single letters, at least; kerning pulls a few together."""
BREAK = 1.7
"""A gap this many times the usual one parts two words where the file itself puts no spaces."""
WIDE = 1.6
"""A gap wider than this many font sizes parts two stretches: one may be letter-spaced, the other not."""


def closed_up(row: list[Word]) -> list[Word]:
    """Return the row with its spaced letters joined to words; all else as it is."""
    if [len(word.text) for word in row].count(1) < LETTERS:
        return row
    if all(len(word.text) == 1 for word in row):
        return _closed(row)
    return [word for stretch in _stretches(row) for word in _closed(stretch)]


def _stretches(row: list[Word]) -> Iterator[list[Word]]:
    start = 0
    for index, (before, after) in enumerate(pairwise(row), start=1):
        if after.tab or after.x0 - before.x1 > WIDE * max(min(before.size, after.size), 1.0):
            yield row[start:index]
            start = index
    yield row[start:]


def _is_spaced(stretch: Sequence[Word]) -> bool:
    """Say whether most of the stretch are single letters; digits alone only where the file puts few spaces."""
    letters = [word for word in stretch if len(word.text) == 1 and word.text.isalnum()]
    meant = any(word.text.isalpha() for word in letters) or not _by_typing(stretch)
    single = sum(len(word.text) == 1 for word in stretch)
    return meant and len(letters) >= LETTERS and single >= SHARE * len(stretch)


def _by_typing(stretch: Sequence[Word]) -> bool:
    """Say whether the file itself puts a space between most letters."""
    return sum(word.spaced for word in stretch[1:]) >= 0.5 * len(stretch)


def _closed(stretch: list[Word]) -> list[Word]:
    if not _is_spaced(stretch):
        return stretch
    usual = median(max(after.x0 - before.x1, 0.0) for before, after in pairwise(stretch))
    told = any(word.spaced for word in stretch[1:]) and not _by_typing(stretch)
    words = [stretch[0]]
    for before, after in pairwise(stretch):
        if after.spaced if told else after.x0 - before.x1 > BREAK * usual + 0.05 * after.size:
            words.append(replace(after, spaced=True))
        else:
            words[-1] = replace(words[-1], text=words[-1].text + after.text, x1=after.x1)
    return words
