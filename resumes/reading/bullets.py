"""Bullets that only their place gives away: a letter of a symbol font that opens line after line."""

from collections import Counter
from collections.abc import Sequence

from resumes.reading import glyphs
from resumes.reading.rows import Row, rows_of
from resumes.reading.words import Word

OFTEN = 3
"""A mark that opens this many rows at one place is a bullet."""
AFTER = 0.5
"""Least white space behind a bullet, in font sizes."""

_WORDS = "AI" + glyphs.BULLETS_BEFORE_SPACE  # words in their own right, and marks that may stand in a range of dates


def mark_bullets(words: Sequence[Word]) -> None:
    """Turn every one-letter word that repeatedly opens rows at the same place into a bullet."""
    openers = [row[0] for row in rows_of(words) if _may_open(row)]
    counts = Counter(_place(word) for word in openers)
    for word in openers:
        if counts[_place(word)] >= OFTEN:
            word.text = "•"


def _may_open(row: Row) -> bool:
    mark = row[0]
    if len(row) < 2 or len(mark.text) != 1 or mark.text.isdigit() or mark.text in _WORDS:
        return False
    return row[1].x0 - mark.x1 > AFTER * min(mark.size, row[1].size)


def _place(word: Word) -> tuple[str, int]:
    return word.text, round(word.x0 / 2)
