"""PDF files."""

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from resumes.reading.assembly import Draft, assemble
from resumes.reading.bullets import mark_bullets
from resumes.reading.columns import arrange
from resumes.reading.document import Document
from resumes.reading.errors import Damaged, Encrypted, NoText, ScanNeedsOcr, TooManyPages
from resumes.reading.limits import Limits
from resumes.reading.rows import draft_of
from resumes.reading.upright import read_page
from resumes.reading.words import Page

MINIMUM_LETTERS = 30
"""Fewer letters than this in a file with pictures, and its text is in the pictures."""
HIDDEN_LETTERS = 12
"""Fewer unseen letters than this are stray marks, not text."""


def read_pdf(data: bytes, limits: Limits) -> Document:
    """Return the PDF as a document.

    Raises Encrypted, Damaged, TooManyPages, ScanNeedsOcr (pictures, hardly any text) and NoText.
    """
    pdf = _open(data)
    try:
        count = len(pdf)
        if count > limits.far_too_many_pages:
            raise TooManyPages
        pages = [read_page(pdf[index], index + 1) for index in range(min(count, limits.max_pages))]
        remarks = ["pages_left_out"] if count > limits.max_pages else []
        remarks += ["invisible_text"] if sum(page.hidden for page in pages) >= HIDDEN_LETTERS else []
        drafts = [draft for page in pages for draft in _drafts(page)]
        if sum(c.isalpha() for draft in drafts for c in draft.text) < MINIMUM_LETTERS:
            raise ScanNeedsOcr if _has_pictures(pdf, limits) else NoText
    finally:
        pdf.close()
    return assemble(drafts, "pdf", limits, pages=count, remarks=remarks)


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Encrypted from error
        raise Damaged from error


def _drafts(page: Page) -> list[Draft]:
    drafts: list[Draft] = []
    mark_bullets(page.words)
    for strand in arrange(page.words, page.height):
        above = None
        for row in strand.rows:
            drafts.append(draft_of(row, page.number, strand.column, above))
            above = row
    return drafts


def _has_pictures(pdf: pdfium.PdfDocument, limits: Limits) -> bool:
    for index in range(min(len(pdf), limits.max_pages)):
        page = pdf[index]
        for position in range(raw.FPDFPage_CountObjects(page.raw)):
            kind = raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, position))
            if kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
                return True
    return False
