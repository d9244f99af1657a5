"""Rows of a Word table: cells of one line stay on one line, cells that hold a page's columns are read one by one."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from resumes.reading.assembly import Draft
from resumes.reading.glyphs import BULLET

_OPEN_RANGE = re.compile(r"(?:[-–—]|\bto)$")
SHORT = 32
"""Letters of a date, place or label."""
FEW = 3
"""Lines that two cells may share side by side."""
MUCH = 4
"""Lines beside which a single line is a heading in the margin."""

Cell = list[Draft]


def joined(cells: Sequence[Cell]) -> list[Draft]:
    """Return the row's lines in reading order."""
    filled = [_whole(cell) for cell in cells if cell]
    if len(filled) < 2:
        return filled[0] if filled else []
    lines = [len(cell) for cell in filled]
    if max(lines) == 1 or (min(lines) == max(lines) <= FEW and _is_short(filled[-1])):
        return _side_by_side(filled)
    if len(filled) == 2 and (_is_short(filled[0]) or _is_short(filled[1])):
        return _beside(filled[0], filled[1])
    return [replace(draft, column=index) for index, cell in enumerate(filled) for draft in cell]


def _beside(left: Cell, right: Cell) -> list[Draft]:
    heading = len(left) == 1 and not any(c.isdigit() for c in left[0].text)
    listed = right[0].text.startswith(BULLET)
    return [*left, *right] if heading and (listed or len(right) >= MUCH) else _side_by_side([left, right])


def _whole(cell: Cell) -> Cell:
    """Return the cell with a range of dates that ends in the next line as one line."""
    if len(cell) < 2 or not _OPEN_RANGE.search(cell[0].text) or not any(c.isdigit() for c in cell[0].text):
        return cell
    return [replace(cell[0], text=f"{cell[0].text} {cell[1].text}"), *cell[2:]]


def _is_short(cell: Cell) -> bool:
    return len(cell) <= FEW and all(len(draft.text) <= SHORT for draft in cell)


def _side_by_side(cells: Sequence[Cell]) -> list[Draft]:
    rows = []
    for parts in zip_longest(*cells):
        present = [part for part in parts if part is not None]
        longest = max(present, key=lambda draft: len(draft.text))
        text = "\t".join(part.text for part in present)
        rows.append(replace(longest, text=text, gap=present[0].gap, heading=all(part.heading for part in present)))
    return rows
