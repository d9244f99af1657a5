"""The second PDF reader, for files in which pdfium fails, finds no text or finds garbage."""

import io
import logging
import struct
import zlib
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from resumes.reading.errors import Damaged, Encrypted
from resumes.reading.words import Page, Word

TOLERANCE = 0.15
"""Part of the font size that parts two words; pdfplumber's fixed default glues words in small type."""
SMALLEST = 4.0
BROKEN = (
    PSException, PdfminerException, MalformedPDFException, struct.error, zlib.error, OSError, RuntimeError,
    ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError,
)  # fmt: skip
"""What pdfminer raises on broken objects."""

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its warnings quote the file, and logs hold no resume text


def read_pages(data: bytes, most: int) -> list[Page]:
    """Return the words of the first pages. Raises Encrypted and Damaged."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return [_page(page, number) for number, page in enumerate(pdf.pages[:most], start=1)]
    except PDFPasswordIncorrect as error:
        raise Encrypted from error
    except BROKEN as error:
        raise Damaged from error


def _page(page: Any, number: int) -> Page:
    found = page.extract_words(x_tolerance_ratio=TOLERANCE, extra_attrs=["fontname", "size"])
    return Page(number, float(page.width), float(page.height), [_word(w) for w in found if w["size"] >= SMALLEST], 0)


def _word(found: dict[str, Any]) -> Word:
    x0, x1, bottom, size = (float(found[key]) for key in ("x0", "x1", "bottom", "size"))
    return Word(found["text"], x0, bottom - size, x1, bottom, size, "bold" in found["fontname"].lower(), spaced=True)
