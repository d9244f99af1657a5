"""What a file is, by its first bytes; its name is never asked."""

import io
import re
import zipfile
from typing import Literal

from resumes.reading.errors import Damaged, Empty, Encrypted, LegacyWord, ReadingError, TooLarge, UnsupportedType
from resumes.reading.limits import Limits

Format = Literal["pdf", "docx", "txt", "json"]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
PDF_HEADER_WITHIN = 1024
"""PDF 1.7 (ISO 32000-1), annex H.3.4.1: viewers accept a header anywhere in the first 1024 bytes."""

ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
"""Name of the stream that holds an encrypted Word file inside an OLE container (MS-OFFCRYPTO 1.3.1)."""

LEGACY_STREAM = "WordDocument".encode("utf-16-le")
"""Name of the stream that holds the text of a Word file from before 2007 (MS-DOC 2.1.1); Excel's and others lack it."""

ENTRY = b"PK\x01\x02"
"""What every entry in a zip's directory begins with (APPNOTE 4.3.12)."""

TEXT_ABOUT_OTHER_THINGS = (
    *(b"{\\rtf", b"<!doctype html", b"<html", b"<head", b"<body", b"<meta", b"<style", b"<script"),
    *(b"<?xml", b"<svg", b"%!ps", b"mime-version:"),
)

MOST_ENTRIES = Limits().max_archive_entries
"""Counted before the directory is parsed: one that fills the largest upload has 100,000 entries."""

JSON_OBJECT = re.compile(rb"\{\s*[\"}]")
"""How an object of JSON begins: no sentence does."""


def format_of(data: bytes) -> Format:
    """Return the format of the file. Cheap for any file: a web process asks it.

    Raises Empty, LegacyWord, Encrypted (an encrypted Word file), Damaged (a broken zip), TooLarge (a zip of more
    entries than a Word file has) and UnsupportedType.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise Empty
    if data.startswith(ZIP):
        return _word_file(data)
    if data.startswith(OLE):
        raise _error_of_container(data)
    if b"%PDF-" in data[:PDF_HEADER_WITHIN]:
        return "pdf"
    start = data[:PDF_HEADER_WITHIN].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    if start.replace(b"\0", b"").lower().startswith(TEXT_ABOUT_OTHER_THINGS):  # in two bytes a letter too
        raise UnsupportedType
    return "json" if JSON_OBJECT.match(start) else "txt"


def _error_of_container(data: bytes) -> ReadingError:
    """Return what is wrong with an OLE container; none holds anything that we read."""
    if ENCRYPTED_STREAM in data:
        return Encrypted()
    return LegacyWord() if LEGACY_STREAM in data else UnsupportedType()


def _word_file(data: bytes) -> Format:
    if data.count(ENTRY) > MOST_ENTRIES:
        raise TooLarge
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Damaged from error
    if "[Content_Types].xml" in names and "word/document.xml" in names:
        return "docx"
    raise UnsupportedType
