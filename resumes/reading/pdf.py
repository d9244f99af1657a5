"""PDF files: two readers, one layout."""

from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from resumes.reading import ocr, plumber
from resumes.reading.assembly import Draft, assemble
from resumes.reading.bullets import mark_bullets, without_lone
from resumes.reading.columns import arrange
from resumes.reading.document import Document
from resumes.reading.errors import Damaged, Encrypted, NoText, ReadingError, ScanNeedsOcr, TooLarge, TooManyPages
from resumes.reading.hyphens import mended
from resumes.reading.limits import Limits
from resumes.reading.quality import LEAST, quality
from resumes.reading.rows import draft_of, rows_of
from resumes.reading.running import without_repeats
from resumes.reading.threads import threaded
from resumes.reading.upright import read_page
from resumes.reading.words import Page

MINIMUM_LETTERS = 30
"""Fewer letters a page than this, and the text is in the pictures: what scanners stamp on a page is no more."""
COVERED = 0.4
"""Part of a page that the picture of a scan covers at least; ornaments cover less."""
HIDDEN_LETTERS = 12
"""Fewer unseen letters than this are stray marks, not text."""


def read_pdf(data: bytes, limits: Limits) -> Document:
    """Return the PDF as a document.

    Pictures of pages are read where the extra `ocr` is installed. Raises Encrypted, Damaged, TooManyPages, TooLarge,
    ScanNeedsOcr (pictures, hardly any text, no extra) and NoText.
    """
    pdf = _open(data)
    try:
        count = len(pdf)
        if count > limits.far_too_many_pages:
            raise TooManyPages
        pages, remarks = _pages(pdf, data, min(count, limits.max_pages), limits.max_marks)
        if not pages:
            raise Damaged
        if _letters(pages) < MINIMUM_LETTERS * len(pages):
            pages, remarks = _recognized(pdf, pages), [*remarks, "ocr"]
        elif scans := _scans(pdf, pages):
            pages, remark = _with_scans(pdf, pages, scans)
            remarks.append(remark)
    finally:
        pdf.close()
    if count > len(pages):
        remarks.append("pages_left_out")
    return assemble(_lines(pages), "pdf", limits, pages=count, remarks=remarks)


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Encrypted from error
        raise Damaged from error


def _pages(pdf: pdfium.PdfDocument, data: bytes, most: int, marks: int) -> tuple[list[Page], list[str]]:
    """Return the pages as the better reader reads them, with remarks."""
    try:
        pages = list(_painted(pdf, most, marks))
    except pdfium.PdfiumError:
        return plumber.read_pages(data, most), ["second_reader"]
    remarks = ["invisible_text"] if sum(page.hidden for page in pages) >= HIDDEN_LETTERS else []
    if quality(pages) < LEAST and not remarks:
        other = _second(data, most)
        if quality(other) > quality(pages):
            return other, ["second_reader"]
    return pages, remarks


def _painted(pdf: pdfium.PdfDocument, most: int, marks: int) -> Iterator[Page]:
    """Yield the first pages; what is painted on them is counted before it is looked at.

    Raises TooLarge: a small file may hold millions of marks, and telling where each stands takes minutes.
    """
    for index in range(most):
        page = pdf[index]
        marks -= raw.FPDFPage_CountObjects(page.raw)
        if marks < 0:
            raise TooLarge
        yield read_page(page, index + 1, marks)


def _second(data: bytes, most: int) -> list[Page]:
    """Return what the second reader finds: nothing where it fails, since the first one's reading then stands."""
    try:
        return plumber.read_pages(data, most)
    except ReadingError:
        return []


def _letters(pages: Sequence[Page]) -> int:
    return sum(len(word.text) for page in pages for word in page.words if word.text[0].isalpha())


def _lines(pages: Sequence[Page]) -> list[Draft]:
    drafts = [page_lines(page) for page in pages]
    return mended(threaded(without_repeats(drafts, [page.height for page in pages])))


def page_lines(page: Page) -> list[Draft]:
    """Return the page's words as lines in reading order."""
    rows = rows_of(page.words)
    mark_bullets(rows)
    drafts: list[Draft] = []
    for strand in arrange(rows, page.height):
        above = None
        for row in strand.rows:
            drafts.append(draft_of(row, page.number, strand.column, above))
            above = drafts[-1].box
    return without_lone(drafts)


def _recognized(pdf: pdfium.PdfDocument, pages: Sequence[Page]) -> list[Page]:
    """Return what is read off the pages as they look. Raises ScanNeedsOcr, NoText and Damaged."""
    if not ocr.installed():
        raise _why_without_text(pdf, pages)
    try:
        found = ocr.read_pages(pdf, range(len(pages)))
    except pdfium.PdfiumError as error:
        raise Damaged from error
    if _letters(found) < MINIMUM_LETTERS:
        raise NoText
    return found


def _scans(pdf: pdfium.PdfDocument, pages: Sequence[Page]) -> list[int]:
    """Return the places of the pages among others that are pictures and hold hardly any text."""
    few = [place for place, page in enumerate(pages) if _letters([page]) < MINIMUM_LETTERS]
    return [place for place in few if _is_picture(pdf[pages[place].number - 1])]


def _with_scans(pdf: pdfium.PdfDocument, pages: Sequence[Page], scans: Sequence[int]) -> tuple[list[Page], str]:
    """Return the pages, scanned ones as they look where the extra is installed, and what to remark."""
    if not ocr.installed():
        return list(pages), "scans_left_out"
    found = {page.number: page for page in ocr.read_pages(pdf, scans)}
    return [found.get(page.number, page) for page in pages], "ocr" if len(found) == len(scans) else "scans_left_out"


def _is_picture(page: pdfium.PdfPage) -> bool:
    """Say whether a picture covers most of the page."""
    width, height = page.get_size()
    pictures = (image.get_bounds() for image in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE]))
    areas = [(right - left) * (top - bottom) for left, bottom, right, top in pictures]
    return bool(max(areas, default=0.0) > COVERED * width * height)


def _why_without_text(pdf: pdfium.PdfDocument, pages: Sequence[Page]) -> ReadingError:
    try:
        return ScanNeedsOcr() if any(_has_picture(pdf[page.number - 1]) for page in pages) else NoText()
    except pdfium.PdfiumError:
        return Damaged()


def _has_picture(page: pdfium.PdfPage) -> bool:
    """Say whether an image stands on the page; what a form holds may be one."""
    pictures = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM)
    count = raw.FPDFPage_CountObjects(page.raw)
    return any(raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, place)) in pictures for place in range(count))
