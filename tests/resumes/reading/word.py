"""Writes invented Word files, a few lines of code a file."""

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from resumes.reading.document import Document
from resumes.reading.reader import read

W = nsdecls("w")


def written(write: Callable[[Any], object]) -> Document:
    """Return what is read of a Word file that the function writes."""
    document = docx.Document()
    write(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return read(buffer.getvalue())


def with_xml(*blocks: str) -> Document:
    """Return what is read of a Word file that begins with the blocks, the last one first."""

    def write(document: Any) -> None:
        for block in blocks:
            document.element.body.insert(0, parse_xml(block))

    return written(write)
