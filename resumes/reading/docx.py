"""Word files: body, tables, text boxes, headers and footers in document order, each once."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import mode
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import PartFactory
from docx.oxml.ns import qn
from docx.package import Package
from docx.parts.document import DocumentPart

from resumes.reading import glyphs, ocr
from resumes.reading.assembly import Draft
from resumes.reading.docx_boxes import by_place, is_on_page
from resumes.reading.docx_paragraphs import paragraph_of
from resumes.reading.docx_styles import Styles, has_ground, is_on
from resumes.reading.docx_tables import joined
from resumes.reading.errors import Damaged, NoText, ScanNeedsOcr, UnsupportedType
from resumes.reading.pdf import page_lines

HIDDEN_LETTERS = 12
"""Fewer hidden letters than this are stray marks, not text."""
FEW_LETTERS = 200
"""Fewer letters than this are a caption: the text is in the pictures."""
STRICT = b"purl.oclc.org/ooxml"
DEEPEST = 12
"""Tables within tables and boxes within boxes; Word's own limit is lower."""

for _kind in (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
):
    PartFactory.part_type_for[_kind] = DocumentPart


def read_docx(data: bytes) -> tuple[list[Draft], list[str]]:
    """Return the file's lines and remarks. The archive must have been checked.

    Raises Damaged, UnsupportedType (strict Open XML), ScanNeedsOcr (pictures alone) and NoText.
    """
    try:
        if _is_strict(data):
            raise UnsupportedType
        document = _opened(data)
        reader = _Reader(Styles(document.part._styles_part.element))
        drafts = [*reader.edges(document, "header"), *reader.body(document), *reader.edges(document, "footer")]
    except (
        PackageNotFoundError,
        zipfile.BadZipFile,
        SyntaxError,
        LookupError,
        TypeError,
        ValueError,
        AttributeError,
    ) as error:
        raise Damaged from error
    remarks = ["invisible_text"] if reader.hidden >= HIDDEN_LETTERS else []
    if _letters(drafts) < FEW_LETTERS and (more := _recognized(document.part)):
        drafts, remarks = [*drafts, *more], [*remarks, "ocr"]
    if not _letters(drafts):
        pictures = document.element.body.iter(qn("w:drawing"), qn("w:pict"))
        raise ScanNeedsOcr if next(pictures, None) is not None and not ocr.installed() else NoText
    return _with_true_headings(drafts), remarks


def _letters(drafts: Sequence[Draft]) -> int:
    return sum(c.isalpha() for draft in drafts for c in draft.text)


def _recognized(part: Any) -> list[Draft]:
    """Return the lines of the pictures in a part, in the order in which the file names them; none without the extra."""
    if not ocr.installed():
        return []
    names = (picture.get(qn("r:embed")) for picture in part.element.body.iter(qn("a:blip")))
    held = list(dict.fromkeys(name for name in names if name in part.related_parts))[: ocr.MOST_PAGES]
    pages = (ocr.read_picture(part.related_parts[name].blob) for name in held)
    return [draft for page in pages if page is not None for draft in page_lines(page)]


def _is_strict(data: bytes) -> bool:
    """Say whether the file is strict Open XML, which has other namespaces (ISO/IEC 29500-1, annex A)."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return STRICT in archive.read("_rels/.rels")


def _opened(data: bytes) -> Any:
    """Return the file's document; files with macros and templates hold the same kind of document as any other."""
    part = Package.open(io.BytesIO(data)).main_document_part
    if not isinstance(part, DocumentPart):
        raise Damaged
    return part.document


class _Reader:
    """Walks the file's blocks; `hidden` counts letters that nobody sees."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._floating: list[Any] = []
        self.hidden = 0

    def body(self, document: Any) -> list[Draft]:
        drafts = self._blocks(document.element.body, shaded=False)
        return [*drafts, *self._floated()]

    def edges(self, document: Any, name: str) -> Iterator[Draft]:
        """Yield the lines of every section's own headers or footers."""
        for section in document.sections:
            for kind in (f"first_page_{name}", name):
                edge = getattr(section, kind)
                if not edge.is_linked_to_previous and (name == kind or section.different_first_page_header_footer):
                    yield from self._blocks(edge._element, shaded=False)

    def _blocks(self, parent: Any, *, shaded: bool, depth: int = 0) -> list[Draft]:
        drafts: list[Draft] = []
        if depth > DEEPEST:
            return drafts
        blank = 0.0
        for block in _unwrapped(parent):
            if block.tag == qn("w:tbl"):
                found = [*(() if depth else self._floated()), *self._table(block, shaded=shaded, depth=depth)]
                found[:1] = [replace(first, gap=max(first.gap, blank)) for first in found[:1]]
            else:
                found = self._paragraph(block, blank, shaded=shaded, depth=depth)
            blank = 0.0 if found else blank + 1
            drafts += found
        return drafts

    def _floated(self) -> list[Draft]:
        """Return the lines of the boxes that wait for the rest of their page, in the order of their places."""
        boxes, self._floating = by_place(self._floating), []
        return [draft for box in boxes for draft in self._blocks(box, shaded=True, depth=1)]

    def _paragraph(self, element: Any, gap: float, *, shaded: bool, depth: int) -> list[Draft]:
        dress = self._styles.paragraph(element.find(qn("w:pPr")))
        dress = replace(dress, shaded=True) if shaded else dress
        paragraph = paragraph_of(element, self._styles, dress)
        self.hidden += paragraph.hidden
        drafts = paragraph.drafts(dress, gap)
        if depth == 0:
            drafts = [*(self._floated() if drafts or _breaks_page(element) else ()), *drafts]
            if not drafts and paragraph.boxes and all(map(is_on_page, paragraph.boxes)):
                self._floating += paragraph.boxes
                return drafts
        for box in paragraph.boxes:
            drafts += self._blocks(box, shaded=True, depth=depth + 1)
        return drafts

    def _table(self, table: Any, *, shaded: bool, depth: int) -> list[Draft]:
        properties = table.find(qn("w:tblPr"))
        shaded = shaded or (properties is not None and _has_ground(properties))
        drafts: list[Draft] = []
        for row in _unwrapped(table, qn("w:tr")):
            if self._is_gone(row):
                continue
            cells = [self._cell(cell, shaded=shaded, depth=depth) for cell in _unwrapped(row, qn("w:tc"))]
            drafts += joined(cells)
        return drafts

    def _is_gone(self, row: Any) -> bool:
        """Say whether a row is deleted in a tracked change or hidden; what is hidden is counted."""
        properties = row.find(qn("w:trPr"))
        hidden = properties is not None and bool(is_on(properties, "w:hidden"))
        if hidden:
            self.hidden += sum(len(text.text or "") for text in row.iter(qn("w:t")))
        return hidden or (properties is not None and properties.find(qn("w:del")) is not None)

    def _cell(self, cell: Any, *, shaded: bool, depth: int) -> list[Draft]:
        properties = cell.find(qn("w:tcPr"))
        ground = properties is not None and has_ground(properties)
        return self._blocks(cell, shaded=shaded or ground, depth=depth + 1)


def _breaks_page(paragraph: Any) -> bool:
    """Say whether a page ends at or in the paragraph, as far as the file tells."""
    marks = paragraph.iter(qn("w:pageBreakBefore"), qn("w:lastRenderedPageBreak"), qn("w:sectPr"), qn("w:br"))
    return any(mark.tag != qn("w:br") or mark.get(qn("w:type")) == "page" for mark in marks)


def _has_ground(table_properties: Any) -> bool:
    """Say whether a table's shading or its style may put a dark ground under text."""
    style = table_properties.find(qn("w:tblStyle"))
    plain = style is None or style.get(qn("w:val")) in {"TableGrid", "TableNormal", "PlainTable"}
    return has_ground(table_properties) or not plain


_BLOCKS = (qn("w:p"), qn("w:tbl"))
_PROMPT = f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}"
_WRAPPERS = {qn(f"w:{name}") for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}


def _unwrapped(parent: Any, *tags: str) -> Iterator[Any]:
    """Yield the children with the tags, also out of insertions and out of content controls that were filled in."""
    for child in parent:
        if child.find(_PROMPT) is not None:
            continue
        if child.tag in (tags or _BLOCKS):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, *tags)


def _with_true_headings(drafts: list[Draft]) -> list[Draft]:
    """Keep the heading style only where it also looks like one: some people dress every line with it."""
    usual = mode(draft.size for draft in drafts) if drafts else 0.0
    return [
        replace(d, heading=d.heading and not d.text.startswith(glyphs.BULLET) and (d.size > usual or d.bold))
        for d in drafts
    ]
