"""Locked, legacy, renamed, polyglot and mislabeled files: each is read, or told what it is, whatever its name says."""

import gzip
import json
from collections.abc import Callable

import pytest

from resumes.failures import words
from tests.conftest import RESUME
from tests.faults import kinds
from tests.faults.sending import outcome

pytestmark = pytest.mark.django_db

PAGE = b"<html><body><h1>Ana Example</h1><p>Engineer</p></body></html>"
TEXT = RESUME.decode()

LOCKED = {
    "a PDF behind a password, 40 bits": kinds.locked_pdf(40),
    "a PDF behind a password, 128 bits": kinds.locked_pdf(128),
    "an encrypted Word file": kinds.ole("EncryptionInfo", "EncryptedPackage"),
    "a Word file with encrypted entries": kinds.locked_entries_docx(),
}
OTHERS = {
    "an old Excel file": kinds.ole("Workbook"),
    "an old PowerPoint file": kinds.ole("PowerPoint Document"),
    "an Outlook message": kinds.ole("__properties_version1.0"),
    "RTF": b"{\\rtf1\\ansi Ana Example\\par Engineer}",
    "HTML": b"<!DOCTYPE html>" + PAGE,
    "HTML without a document type": PAGE,
    "HTML in two bytes a letter": PAGE.decode().encode("utf-16"),
    "a web archive that Word calls .doc": b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n" + PAGE,
    "Word's XML of 2003": b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>',
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><text>Ana</text></svg>',
    "PostScript": b"%!PS-Adobe-3.0\n(Ana Example) show",
    "ODT": kinds.zipped(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<a/>"),
    "XLSX": kinds.zipped(**{"[Content_Types]_xml": b"<Types/>", "xl__workbook_xml": b"<workbook/>"}),
    "PPTX": kinds.zipped(**{"[Content_Types]_xml": b"<Types/>", "ppt__presentation_xml": b"<p/>"}),
    "a zip of a resume": kinds.zipped(resume_txt=RESUME),
    "a zip that begins with a PDF": kinds.zipped(resume_pdf=kinds.resume_pdf()),
    "PNG": kinds.picture(),
    "JPEG": kinds.program(b"\xff\xd8\xff\xe0\0\x10JFIF"),
    "a Windows program": kinds.program(b"MZ\x90\0"),
    "a Linux program": kinds.program(b"\x7fELF\2\1\1"),
    "gzip": gzip.compress(RESUME * 20, mtime=0),
    "tar": kinds.tarred(),
}
READ = {
    "a PDF": kinds.resume_pdf(),
    "a PDF that only its changing is locked": kinds.restricted_pdf(),
    "a PDF after junk": b"\0\x01junk of a mail program\r\n" * 20 + kinds.resume_pdf(),
    "a PDF that begins as a GIF": b"GIF89a" + bytes(32) + kinds.resume_pdf(),
    "a PDF with a zip behind it": kinds.resume_pdf() + kinds.zipped(notes_txt=b"not this"),
    "a Word file with a PDF behind it": kinds.resume_docx() + kinds.locked_pdf(128),
    "a Word file": kinds.resume_docx(),
    "text": RESUME,
    "text with line ends of Windows": RESUME.replace(b"\n", b"\r\n"),
    "text with a mark of UTF-8": TEXT.encode("utf-8-sig"),
    "text in UTF-16 with its mark": TEXT.encode("utf-16"),
    "text in UTF-16, big end first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "text in UTF-16 without a mark": TEXT.encode("utf-16-le"),
    "text in Windows' code page": TEXT.replace("Example", "Exämple").encode("cp1252"),
    "a JSON Resume": json.dumps({"work": [{"name": "Ada", "position": "Engineer", "startDate": "2020-01"}]}).encode(),
}
BROKEN = {
    "a PDF that is its header alone": b"%PDF-1.7\n",
    "a Word file cut off": kinds.resume_docx()[:9000],
    "half a zip": b"PK\x03\x04 and no more",
}
EXPECTED = [
    *((name, data, "encrypted") for name, data in LOCKED.items()),
    *((name, data, "unsupported_type") for name, data in OTHERS.items()),
    *((name, data, "done") for name, data in READ.items()),
    *((name, data, "damaged") for name, data in BROKEN.items()),
    ("an old Word file", kinds.ole("WordDocument", "1Table"), "legacy_doc"),
    ("JSON of something else", b'{"name": "a package", "version": "1.0"}', "other_json"),
]
FALSE_NAMES = ("resume.pdf", "resume.docx", "resume.doc", "resume.txt", "resume.png", "resume")


def test_every_kind_of_file_is_read_or_gets_its_own_words(figure: Callable[[int, str], None]) -> None:
    found = {name: outcome(data) for name, data, _ in EXPECTED}
    wrong = {name: found[name] for name, _, code in EXPECTED if found[name] != code}
    right = len(EXPECTED) - len(wrong)
    figure(6, f"kinds of files: {right} of {len(EXPECTED)} right, {100 * right / len(EXPECTED):.0f} %")
    assert wrong == {}


@pytest.mark.parametrize("name", FALSE_NAMES)
def test_no_name_changes_what_a_file_is(name: str) -> None:
    some = {"PNG": kinds.picture(), "a PDF": kinds.resume_pdf(), "a Word file": kinds.resume_docx(), "text": RESUME}
    expected = {"PNG": "unsupported_type", "a PDF": "done", "a Word file": "done", "text": "done"}
    assert {kind: outcome(data, name) for kind, data in some.items()} == expected


def test_each_reason_has_words_of_its_own() -> None:
    codes = {code for _, _, code in EXPECTED} - {"done"}
    assert len({words(code).message for code in codes}) == len({words(code).title for code in codes}) == len(codes)
