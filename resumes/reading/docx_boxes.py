"""Where the text boxes of a Word file stand: Word keeps them in the order in which they were drawn."""

import re
from collections.abc import Sequence
from typing import Any

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_V = "{urn:schemas-microsoft-com:vml}"
EMU = 12700
"""English metric units to the point."""

_TOP = re.compile(r"(?:^|;)\s*(?:margin-)?top:\s*(-?[\d.]+)(?:pt)?\s*(?:;|$)")
_LEFT = re.compile(r"(?:^|;)\s*(?:margin-)?left:\s*(-?[\d.]+)(?:pt)?\s*(?:;|$)")

Place = tuple[float, float]
"""Points from the top and from the left of what the box is anchored to."""


def by_place(boxes: Sequence[Any]) -> list[Any]:
    """Return the boxes of one paragraph from top to bottom, then left to right; as they are unless all have a place."""
    placed = [(place, box) for box in boxes if (place := place_of(box)) is not None]
    if len(placed) < len(boxes):
        return list(boxes)
    return [box for _, box in sorted(placed, key=lambda pair: pair[0])]


def place_of(box: Any) -> Place | None:
    """Return where the box stands, None where the file does not say."""
    top = left = 0.0
    for parent in box.iterancestors():
        if parent.tag == f"{_WPS}wsp":
            offset = parent.find(f"{_WPS}spPr/{_A}xfrm/{_A}off")
            if offset is not None:
                top, left = float(offset.get("y")) / EMU, float(offset.get("x")) / EMU
        elif parent.tag == f"{_WP}anchor":
            offsets = [parent.findtext(f"{_WP}{side}/{_WP}posOffset") for side in ("positionV", "positionH")]
            return (top + float(offsets[0]) / EMU, left + float(offsets[1] or 0) / EMU) if offsets[0] else None
        elif parent.tag in (f"{_V}shape", f"{_V}rect"):
            return _styled(parent.get("style") or "")
    return None


def _styled(style: str) -> Place | None:
    tops, lefts = _TOP.findall(style), _LEFT.findall(style)
    return (float(tops[-1]), float(lefts[-1]) if lefts else 0.0) if tops else None
