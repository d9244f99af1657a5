"""Bullets that only their place gives away: a letter of a symbol font that opens line after line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from resumes.reading import glyphs
from resumes.reading.assembly import Draft
from resumes.reading.rows import Row
from resumes.reading.words import Word

OFTEN = 3
"""A mark that opens this many rows at one place is a bullet."""
AFTER = 0.5
"""Least white space behind a bullet, in font sizes."""

_WORDS = "AI" + glyphs.BULLETS_BEFORE_SPACE  # words in their own right, and marks that may stand in a range of dates
MARK = glyphs.BULLET.strip()
LEVEL = 0.45
"""A bullet further than this many font sizes from a line's middle does not belong to it."""


def mark_bullets(rows: Sequence[Row]) -> None:
    """Turn every one-letter word that repeatedly opens rows at the same place into a bullet."""
    openers = [row[0] for row in rows if _may_open(row)]
    counts = Counter(_place(word) for word in openers)
    for word in openers:
        if counts[_place(word)] >= OFTEN:
            word.text = "•"


def without_lone(drafts: Sequence[Draft]) -> list[Draft]:
    """Give a bullet that stands alone to the line it is level with; one between two lines marks neither and goes."""
    kept = [draft for draft in drafts if draft.text.strip() != MARK]
    for mark in drafts:
        if mark.text.strip() != MARK or mark.box is None:
            continue
        middle = mark.box.top + mark.box.bottom
        for index, draft in enumerate(kept):
            if (
                draft.box
                and _is_level(draft, middle / 2)
                and draft.box.x0 > mark.box.x1
                and draft.column == mark.column
            ):
                text = draft.text if draft.text.startswith(glyphs.BULLET) else glyphs.BULLET + draft.text
                kept[index] = replace(draft, text=text)
                break
    return kept


def _is_level(draft: Draft, height: float) -> bool:
    box = draft.box
    return box is not None and abs((box.top + box.bottom) / 2 - height) < LEVEL * draft.size


def _may_open(row: Row) -> bool:
    mark = row[0]
    if len(row) < 2 or len(mark.text) != 1 or mark.text.isdigit() or mark.text in _WORDS:
        return False
    return row[1].x0 - mark.x1 > AFTER * min(mark.size, row[1].size)


def _place(word: Word) -> tuple[str, int]:
    return word.text, round(word.x0 / 2)
