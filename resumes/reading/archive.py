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
_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<|\Z)")
_ENCODING = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']""")
_PLAIN_ENCODING = re.compile(rb"utf-?8|(?:us-)?ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)
"""Encodings in which ASCII stands for itself, so that no declaration hides; Word writes UTF-8."""

_DISGUISED = tuple(
    "<?xm".encode(name) for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp037")
)
"""How XML begins in encodings that parsers know by themselves (XML 1.0, appendix F), whatever the part is called."""

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How a Word file's parts may be packed (ECMA-376 part 2, annex B); Python inflates others without any bound."""


def check(data: bytes, limits: Limits) -> None:
    """Inflate every entry once, in pieces, and refuse what a Word file has no use for.

    Raises TooLarge (too many entries, too much inside, whatever the directory declares), Encrypted, and Damaged
    (broken zip, one packed as Word packs none, XML with a document type or in an encoding that could hide one: Word
    writes none, and entities are how XML swells or fetches).
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
        if entry.compress_type not in METHODS:
            raise Damaged
        left -= _inflate_one(archive, entry, left, limits)


def _inflate_one(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int, limits: Limits) -> int:
    size, tail = 0, b""
    xml = entry.filename.endswith((".xml", ".rels"))
    with archive.open(entry) as stream:
        while piece := stream.read(CHUNK):
            xml = xml or (size == 0 and piece.lstrip().startswith(b"<"))  # a part's type is not told by its name
            if size == 0 and (piece.startswith(_DISGUISED) or (xml and not _is_plain(piece))):
                raise Damaged
            size += len(piece)
            if size > (min(most, limits.max_xml) if xml else most):
                raise TooLarge
            if xml and _DECLARATION.search(tail + piece):
                raise Damaged
            tail = piece[-16:]
    return size


def _is_plain(start: bytes) -> bool:
    """Say whether XML begins as XML does, in an encoding in which its declarations can be seen."""
    named = _ENCODING.search(start[:200])
    return _START.match(start) is not None and (named is None or _PLAIN_ENCODING.fullmatch(named[1]) is not None)
