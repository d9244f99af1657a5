"""The least that any reader of resumes does: the text of a PDF with the box of every character, and its tokens.

What analyses are held against. Characters and boxes come from pdfium through pypdfium2's own bindings, tokens from
`spacy.blank("en")`; no line is built, no fact sought.
"""

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from spacy.language import Language

from resumes.reading.limits import Limits

PAGES = Limits().max_pages


def limit(data: bytes, nlp: Language) -> int:
    """Read text, boxes and tokens of a PDF and return how many tokens there are. Raises `PdfiumError`."""
    pdf = pdfium.PdfDocument(data)
    try:
        text = "\n".join(page_text(pdf[index]) for index in range(min(len(pdf), PAGES)))
    finally:
        pdf.close()
    return len(nlp(text))


def page_text(page: pdfium.PdfPage) -> str:
    """Return the page's text, after asking for the box of each of its characters."""
    text = page.get_textpage()
    sides = [ctypes.c_double() for _ in range(4)]
    count = text.count_chars()
    for index in range(count):
        raw.FPDFText_GetCharBox(text, index, *sides)
    return str(text.get_text_range()) if count else ""
