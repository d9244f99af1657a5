"""Files of other kinds than a resume should be, made here as their programs make them, as far as a reader looks."""

import io
import struct
import tarfile
import zipfile
import zlib

import docx
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.conftest import RESUME
from tests.faults.damage_docx import CENTRAL, LOCAL, places

SECTOR = 512
LINES = RESUME.decode().splitlines()


def ole(*streams: str) -> bytes:
    """Return an OLE container (MS-CFB) with these streams in its directory, each empty."""
    header = struct.pack("<8s16sHHHHH", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 62, 3, 0xFFFE, 9, 6)
    header = header.ljust(48, b"\0") + struct.pack("<I", 1)
    table = struct.pack("<II", 0xFFFFFFFD, 0xFFFFFFFE).ljust(SECTOR, b"\xff")
    entries = b"".join(directory_entry(name, 2) for name in streams)
    return header.ljust(SECTOR, b"\0") + table + (directory_entry("Root Entry", 5) + entries).ljust(SECTOR * 4, b"\0")


def directory_entry(name: str, kind: int) -> bytes:
    encoded = name.encode("utf-16-le")
    return struct.pack("<64sHBB", encoded, len(encoded) + 2, kind, 1).ljust(128, b"\0")


def zipped(**entries: bytes) -> bytes:
    """Return a zip of the entries, stored; two underscores stand for a slash, one at the end for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def resume_pdf(encryption: StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=encryption, invariant=True)
    for place, line in enumerate(LINES):
        canvas.drawString(60, 780 - 14 * place, line)
    canvas.save()
    return out.getvalue()


def locked_pdf(strength: int) -> bytes:
    """Opens with a password alone."""
    return resume_pdf(StandardEncryption("secret", ownerPassword="owner", strength=strength))


def restricted_pdf() -> bytes:
    """Opens for everybody; changing it needs a password."""
    return resume_pdf(StandardEncryption("", ownerPassword="owner", canModify=0))


def resume_docx() -> bytes:
    document, out = docx.Document(), io.BytesIO()
    for line in LINES:
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def locked_entries_docx() -> bytes:
    """A Word file whose zip is encrypted, entry by entry, as archivers do it."""
    changed = bytearray(resume_docx())
    for mark, offset in ((LOCAL, 6), (CENTRAL, 8)):
        for place in places(bytes(changed), mark):
            changed[place + offset] |= 1
    return bytes(changed)


def picture() -> bytes:
    """A small PNG."""
    rows = b"".join(b"\0" + bytes((x * y) % 256 for x in range(60)) for y in range(60))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", 60, 60, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    packed = (struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def program(magic: bytes) -> bytes:
    return magic + bytes(range(256)) * 20 + b"This program cannot be run in DOS mode."


def tarred() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("resume.txt")
        info.size = len(RESUME)
        archive.addfile(info, io.BytesIO(RESUME))
    return out.getvalue()
