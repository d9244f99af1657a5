"""Where the text boxes of a Word file stand: Word keeps them in the order in which they were drawn."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
EMU = 12700
"""English metric units to the point."""
LEVEL = 8.0
"""Points by which the tops of boxes side by side differ at most."""
BESIDE = 0.7
"""Part of the boxes of two columns that are level with one of the other, from which they are rows."""

_STYLED = {
    side: re.compile(rf"(?:^|;)\s*(?:margin-)?{side}:\s*(-?[\d.]+)(?:pt)?\s*(?:;|$)")
    for side in ("top", "left", "width", "height")
}
_ON_PAGE = frozenset({"page", "margin", "topMargin"})
_STYLED_ON_PAGE = re.compile(r"mso-position-vertical-relative:\s*(?:page|margin|top-margin-area)")


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A box with its edges in points from what it is anchored to."""

    box: Any
    top: float
    left: float
    right: float
    bottom: float


def by_place(boxes: Sequence[Any]) -> list[Any]:
    """Return boxes in the order in which a page is read; as they are unless all have a place."""
    placed = [found for box in boxes if (found := place_of(box)) is not None]
    if len(placed) < len(boxes):
        return list(boxes)
    return [found.box for found in _in_order(sorted(placed, key=lambda found: (found.top, found.left)))]


def is_on_page(box: Any) -> bool:
    """Say whether the box's place is told from the page's edges and not from its paragraph."""
    for parent in box.iterancestors(f"{_WP}anchor", f"{_V}shape", f"{_V}rect"):
        across = parent.find(f"{_WP}positionV")
        if across is not None:
            return across.get("relativeFrom") in _ON_PAGE
        return bool(_STYLED_ON_PAGE.search(parent.get("style") or ""))
    return False


def place_of(box: Any) -> Placed | None:
    """Return where the box stands, None where the file does not say."""
    top = left = width = height = 0.0
    for parent in box.iterancestors():
        if parent.tag == f"{_WPS}wsp":
            top, left = _pair(parent.find(f"{_WPS}spPr/{_A}xfrm/{_A}off"), "y", "x")
            height, width = _pair(parent.find(f"{_WPS}spPr/{_A}xfrm/{_A}ext"), "cy", "cx")
        elif parent.tag == f"{_WP}anchor":
            down, across = (parent.findtext(f"{_WP}{side}/{_WP}posOffset") for side in ("positionV", "positionH"))
            if not down:
                return None
            top, left = top + float(down) / EMU, left + float(across or 0) / EMU
            return Placed(box, top, left, left + width, top + height)
        elif parent.tag in (f"{_V}shape", f"{_V}rect"):
            return _styled(box, parent.get("style") or "")
    return None


def _pair(element: Any, *names: str) -> tuple[float, float]:
    if element is None:
        return 0.0, 0.0
    first, second = (float(element.get(name) or 0) / EMU for name in names)
    return first, second


def _styled(box: Any, style: str) -> Placed | None:
    told = {side: float(found[-1]) for side, pattern in _STYLED.items() if (found := pattern.findall(style))}
    if "top" not in told:
        return None
    top, left = told["top"], told.get("left", 0.0)
    return Placed(box, top, left, left + told.get("width", 0.0), top + told.get("height", 0.0))


def _in_order(boxes: list[Placed]) -> list[Placed]:
    """Return the boxes, which run from top to bottom, column by column; what spans columns comes between them."""
    if len(boxes) < 3 or any(found.right <= found.left for found in boxes):
        return boxes
    columns = _columns(boxes)
    if len(columns) > 1:
        return _by_rows(boxes) if _are_rows(columns) else [found for column in columns for found in _in_order(column)]
    for place in range(1, len(boxes)):
        if max(found.bottom for found in boxes[:place]) <= boxes[place].top + LEVEL:
            return [*boxes[:place], *_in_order(boxes[place:])]
    return boxes


def _columns(boxes: Sequence[Placed]) -> list[list[Placed]]:
    columns: list[list[Placed]] = []
    end = float("-inf")
    for found in sorted(boxes, key=lambda found: found.left):
        if not columns or found.left >= end:
            columns.append([])
        columns[-1].append(found)
        end = max(end, found.right)
    return [sorted(column, key=lambda found: found.top) for column in columns]


def _are_rows(columns: Sequence[Sequence[Placed]]) -> bool:
    """Say whether most boxes stand beside one of another column: dates and what happened then."""
    tops = [[found.top for found in column] for column in columns]
    every = [(place, top) for place, column in enumerate(tops) for top in column]
    level = sum(any(other != place and abs(top - high) <= LEVEL for other, high in every) for place, top in every)
    return min(map(len, tops)) > 1 and level >= BESIDE * len(every)


def _by_rows(boxes: Sequence[Placed]) -> list[Placed]:
    rows: list[list[Placed]] = []
    for found in boxes:
        if rows and found.top - rows[-1][0].top <= LEVEL:
            rows[-1].append(found)
        else:
            rows.append([found])
    return [found for row in rows for found in sorted(row, key=lambda found: found.left)]
