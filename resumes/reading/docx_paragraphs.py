"""One paragraph of a Word file: its visible text, and the text boxes anchored in it."""

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import nsmap, qn

from resumes.reading import glyphs
from resumes.reading.assembly import Draft
from resumes.reading.docx_boxes import by_place
from resumes.reading.docx_styles import Dress, Styles

SMALLEST = 4.0
"""Points; smaller text is meant for machines."""

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:instrText"), qn("w:delText"), f"{_MC}Fallback"}
_MARKS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_BOX = f"{{{nsmap['w']}}}txbxContent"


@dataclass(slots=True)
class Paragraph:
    """What was found in one paragraph."""

    pieces: list[tuple[str, Dress]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    hidden: int = 0

    def drafts(self, dress: Dress, gap: float) -> list[Draft]:
        """Return the paragraph's lines; a list item starts with a bullet."""
        text = "".join(piece for piece, _ in self.pieces)
        size, bold = self._usual(dress)
        lines = [glyphs.clean(line) for line in text.split("\n")]
        if dress.listed and not dress.heading and lines[0] and not lines[0].startswith(glyphs.BULLET):
            lines[0] = glyphs.BULLET + lines[0]
        filled = [line for line in lines if line]
        return [
            Draft(line, size=size, bold=bold, gap=gap if index == 0 else 0.0, heading=dress.heading)
            for index, line in enumerate(filled)
        ]

    def _usual(self, dress: Dress) -> tuple[float, bool]:
        letters = sum(len(piece) for piece, _ in self.pieces)
        bold = sum(len(piece) for piece, shown in self.pieces if shown.bold)
        longest = max(self.pieces, key=lambda piece: len(piece[0]), default=("", dress))
        return longest[1].size, 2 * bold > letters


def paragraph_of(element: Any, styles: Styles, dress: Dress) -> Paragraph:
    """Read a paragraph whose text has the dress; what is hidden, white or tiny is counted, not kept."""
    found = Paragraph()
    _walk(element, styles, dress, found)
    found.boxes = by_place(found.boxes)
    return found


def _walk(element: Any, styles: Styles, dress: Dress, found: Paragraph) -> None:
    for child in element:
        tag = child.tag
        if tag in _GONE or not isinstance(tag, str):
            continue
        if tag == _BOX:
            found.boxes.append(child)
        elif tag == qn("w:r"):
            _walk(child, styles, styles.run(dress, child.find(qn("w:rPr"))), found)
        elif tag == qn("w:t"):
            _keep(child.text or "", dress, found)
        elif tag == qn("w:sym"):
            _keep(chr(int(child.get(qn("w:char")) or "20", 16)), dress, found)
        elif tag in _MARKS:
            found.pieces.append((_MARKS[tag], dress))
        else:
            _walk(child, styles, dress, found)


def _keep(text: str, dress: Dress, found: Paragraph) -> None:
    if dress.hidden or dress.faint or dress.size < SMALLEST:
        found.hidden += len(text.strip())
    else:
        found.pieces.append((text, dress))
