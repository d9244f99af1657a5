"""What a file is, by its first bytes."""

import io
import zipfile

import pytest

from resumes.reading.errors import Damaged, Empty, Encrypted, LegacyWord, TooLarge, UnsupportedType
from resumes.reading.limits import Limits
from resumes.reading.reader import read
from resumes.reading.signature import OLE, format_of


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"junk before the header\n%PDF-1.4\n", "pdf"),
        (zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        (b"Ana Example\nEngineer", "txt"),
    ],
)
def test_formats_are_known_by_their_first_bytes(data: bytes, expected: str) -> None:
    assert format_of(data) == expected


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", Empty),
        (b"\0\0 \r\n", Empty),
        (OLE + "WordDocument".encode("utf-16-le"), LegacyWord),
        (OLE + "Workbook".encode("utf-16-le"), UnsupportedType),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", UnsupportedType),
        (b"<head><title>Ana</title></head>", UnsupportedType),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Encrypted),
        (zipped("xl/workbook.xml", "[Content_Types].xml"), UnsupportedType),
        (b"PK\x03\x04 and no more", Damaged),
        (b"{\\rtf1 Ana}", UnsupportedType),
        (b"\n<!DOCTYPE html><p>Ana", UnsupportedType),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, UnsupportedType),
        (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4, UnsupportedType),
        (b"%PDF-1.7\nno object in here", Damaged),
    ],
)
def test_files_that_are_no_resume_have_a_reason(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read(data)


def test_a_directory_of_more_entries_than_a_word_file_has_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped("[Content_Types].xml", "word/document.xml", *(f"word/{number}.xml" for number in range(2000)))
    monkeypatch.delattr(zipfile, "ZipFile")
    with pytest.raises(TooLarge):
        format_of(data)


def test_a_file_above_the_limit_is_not_opened() -> None:
    with pytest.raises(TooLarge):
        read(b"%PDF-" + b"x" * 100, Limits(max_bytes=50))
