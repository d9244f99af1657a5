"""Words to rows: what stands on one baseline, from left to right."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from resumes.reading import glyphs
from resumes.reading.assembly import Draft
from resumes.reading.document import Box
from resumes.reading.spacing import closed_up
from resumes.reading.words import Word

GLUED = 0.12
"""Words nearer than this part of the font size are one word that was painted in pieces."""
TAB = 1.6
"""A gap wider than this many font sizes is a tab."""
SAME_ROW = 0.5
"""Words share a row when this part of the lower one's height overlaps."""
FARTHEST = 100_000.0
"""Points, beyond any page (ISO 32000, annex C): damaged files place letters thousands of miles away."""

Row = list[Word]


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Return the words as rows from top to bottom, each sorted from left to right."""
    rows: list[Row] = []
    for word in sorted(words, key=_from_the_top):
        for row in rows[-1:-4:-1]:
            if _same_row(row[0], word):
                row.append(word)
                break
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=_left)
    return rows


def _from_the_top(word: Word) -> tuple[float, float]:
    return word.top + word.bottom, word.x0


def _left(word: Word) -> float:
    return word.x0


def _same_row(first: Word, word: Word) -> bool:
    top, bottom, start, end = first.top, first.bottom, word.top, word.bottom
    if top == start and bottom == end:  # as nearly all words of a row do
        return True
    overlap = min(bottom, end) - max(top, start)
    return overlap > SAME_ROW * (bottom - top) or overlap > SAME_ROW * (end - start)


def text_of(row: Row) -> str:
    """Return the row's words joined by what their gaps say: nothing, a space or a tab."""
    row = closed_up(row)
    parts = [row[0].text]
    for before, word in pairwise(row):
        parts += [_joint(before, word), word.text]
    return glyphs.clean("".join(parts))


def _joint(before: Word, word: Word) -> str:
    if word.tab:
        return "\t"
    gap, size = word.x0 - before.x1, max(min(before.size, word.size), 1.0)
    if gap > TAB * size:
        return "" if glyphs.is_bullet(before.text) else "\t"
    return " " if word.spaced or gap > GLUED * size else ""


def box_of(row: Row) -> Box:
    return Box(
        _side(min([w.x0 for w in row])), _side(min([w.top for w in row])),
        _side(max([w.x1 for w in row])), _side(max([w.bottom for w in row])),
    )  # fmt: skip


def _side(points: float) -> float:
    return round(min(max(points, -FARTHEST), FARTHEST), 1)


def _size(row: Row) -> float:
    """Return the font size of the row's middle letter."""
    sizes = {w.size for w in row}
    return round(sizes.pop() if len(sizes) == 1 else median(w.size for w in row for _ in w.text), 1)


def draft_of(row: Row, page: int, column: int, above: Box | None) -> Draft:
    """Return the row as a line; `above` is where the row before it in its column stands."""
    box = box_of(row)
    bold = sum([len(w.text) if w.bold else -len(w.text) for w in row]) > 0
    gap = 0.0 if above is None else max(0.0, box.top - above.bottom) / max(box.bottom - box.top, 1.0)
    return Draft(text_of(row), page, box, _size(row), bold, column, round(gap, 2))
