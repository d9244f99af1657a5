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
_WIDE_ENCODINGS = (b"\xff\xfe", b"\xfe\xff")  # Word writes UTF-8; in others a declaration could hide


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
        left -= _inflate_one(archive, entry, left, limits)


def _inflate_one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, limits: Limits) -> int:
    size, tail = 0, b""
    xml = entry.filename.endswith((".xml", ".rels"))
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            xml = xml or (size == 0 and piece.lstrip().startswith(b"<"))  # a part's type is not told by its name
            if size == 0 and xml and (b"\0" in piece[:4] or piece.startswith(_WIDE_ENCODINGS)):
                raise Damaged
            size += len(piece)
            if size > (min(most, limits.max_xml) if xml else most):
                raise TooLarge
            if xml and _DECLARATION.search(tail + piece):
                raise Damaged
            tail = piece[-16:]
    return size
