"""Word files: body, tables, text boxes, headers and footers in document order, each once."""

import io
import zipfile
from collections.abc import Iterator

from docx import Document as open_docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from resumes.reading import glyphs
from resumes.reading.assembly import Draft
from resumes.reading.errors import Damaged, NoText


def read_docx(data: bytes) -> tuple[list[Draft], list[str]]:
    """Return the file's lines and remarks. The archive must have been checked. Raises Damaged and NoText."""
    try:
        document = open_docx(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise Damaged from error
    drafts = [d for p in document.element.body.iter("{*}p") for d in _drafts(p)]
    if not any(c.isalpha() for draft in drafts for c in draft.text):
        raise NoText
    return drafts, []


def _drafts(paragraph: etree._Element) -> Iterator[Draft]:
    text = "".join(t.text or "" for t in paragraph.iter("{*}t"))
    yield Draft(glyphs.clean(text))
