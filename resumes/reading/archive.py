"""What a Word file's zip and XML may be, checked before any of it is parsed."""

import io
import re
import zipfile
import zlib

from resumes.reading.errors import Damaged, Encrypted, TooLarge
from resumes.reading.limits import Limits

CHUNK = 1 << 16
ENCRYPTED_FLAG = 0x1

_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_ENCODINGS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def check(data: bytes, limits: Limits) -> None:
    """Inflate every entry once, in pieces, and refuse what a Word file has no use for.

    Raises TooLarge (too many entries, too much inside, whatever the directory declares), Encrypted, and Damaged
    (broken zip, or XML with a document type: Word writes none, and entities are how XML swells or fetches).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > limits.max_archive_entries or sum(e.file_size for e in entries) > limits.max_inflated:
                raise TooLarge
            _inflate(archive, entries, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
        raise Damaged from error


def _inflate(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    left = limits.max_inflated
    for entry in entries:
        if entry.flag_bits & ENCRYPTED_FLAG:
            raise Encrypted
        xml = entry.filename.endswith((".xml", ".rels"))
        left -= _inflate_one(archive, entry, min(left, limits.max_xml) if xml else left, xml=xml)


def _inflate_one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, *, xml: bool) -> int:
    size, tail = 0, b""
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            size += len(piece)
            if size > most:
                raise TooLarge
            if xml and (_DECLARATION.search(tail + piece) or (not tail and piece.startswith(_WIDE_ENCODINGS))):
                raise Damaged
            tail = piece[-16:]
    return size
