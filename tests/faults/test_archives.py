"""Archives and XML that swell, lie or fetch: refused before a parser sees them, and nobody is called."""

import io
import socket
import struct
import zipfile
from collections.abc import Callable, Iterator

import pytest

from resumes.reading import docx, reader
from resumes.reading.errors import Damaged, ReadingError, TooLarge
from resumes.reading.limits import Limits
from tests.conftest import RESUME
from tests.faults import documents
from tests.faults.damage_docx import CENTRAL, LOCAL, entries_of, places, zipped
from tests.faults.documents import docx as word_file

LIMITS = Limits()
MB = 1_000_000
PIECE = 1 << 16
"""Bytes that are inflated at once: what may be passed before a limit is seen to be."""

HYPERLINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OUTSIDE = ("hyperlink", "image", "attachedTemplate", "oleObject", "subDocument", "aFChunk", "frame", "video")


def with_parts(*parts: tuple[str, bytes]) -> bytes:
    """Return a Word file that could be read but for these parts."""
    return zipped([*entries_of(word_file(b"<w:p><w:r><w:t>Engineer</w:t></w:r></w:p>")).items(), *parts])


def told_sizes(data: bytes, size: int) -> bytes:
    """Return the archive with the last entry's size told as another, in both places."""
    changed = bytearray(data)
    struct.pack_into("<I", changed, places(data, LOCAL)[-1] + 22, size)
    struct.pack_into("<I", changed, places(data, CENTRAL)[-1] + 24, size)
    return bytes(changed)


def overlapping(times: int) -> bytes:
    """Return an archive whose directory names one large entry again and again."""
    data = with_parts(("word/media/image1.png", bytes(4 * MB)))
    end = data.rfind(b"PK\x05\x06")
    start = struct.unpack_from("<I", data, end + 16)[0]
    entry = data[places(data, CENTRAL)[-1] : end]
    directory = data[start:end] + entry * times
    count = data.count(CENTRAL) + times
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    return data[:start] + directory + tail


def packed_otherwise(method: int) -> bytes:
    out = io.BytesIO(with_parts())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/media/image1.png", bytes(60 * MB), method)
    return out.getvalue()


def refused() -> dict[str, tuple[bytes, type[ReadingError], int]]:
    """Return archives that swell, lie or fetch, with the error that each meets and the bytes inflated until then."""
    large = with_parts(("word/media/image1.png", bytes(60 * MB)))
    pictures = [(f"word/media/image{number}.png", bytes(15 * MB)) for number in range(4)]
    return {
        "more inside than a resume holds": (large, TooLarge, 0),
        "much in many parts": (with_parts(*pictures), TooLarge, 0),
        "a part of XML that is too large": (
            with_parts(("word/more.xml", b"<a>" + b" " * 20 * MB)), TooLarge, LIMITS.max_xml + 2 * PIECE,
        ),
        "a size told as less than it is": (told_sizes(large, 10), Damaged, 2 * PIECE),
        "a size told as more than it is": (told_sizes(large, (1 << 32) - 2), TooLarge, 0),
        "one entry named fifty times": (overlapping(50), TooLarge, 0),
        "too many entries": (with_parts(*((f"word/{n}.xml", b"<a/>") for n in range(2001))), TooLarge, 0),
        "bzip2": (packed_otherwise(zipfile.ZIP_BZIP2), (Damaged, TooLarge), 2 * PIECE),
        "LZMA": (packed_otherwise(zipfile.ZIP_LZMA), (Damaged, TooLarge), 2 * PIECE),
        "entities that multiply": (documents.laughing_docx(), Damaged, 2 * PIECE),
        "an entity of another file": (documents.peeping_docx("/etc/hostname"), Damaged, 2 * PIECE),
        "a run of 60 MB": (documents.swelling_docx(), TooLarge, 0),
    }  # fmt: skip


@pytest.fixture
def inflated(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that holds, once something was read, how many bytes came out of archives at each step."""
    steps: list[int] = []
    read = zipfile.ZipExtFile._read1  # type: ignore[attr-defined]

    def counted(self: zipfile.ZipExtFile, n: int) -> bytes:
        data: bytes = read(self, n)
        steps.append(len(data))
        return data

    monkeypatch.setattr(zipfile.ZipExtFile, "_read1", counted)
    return steps


def test_limits_hold_before_anything_is_parsed(
    monkeypatch: pytest.MonkeyPatch, inflated: list[int], figure: Callable[[int, str], None]
) -> None:
    parsed: list[bytes] = []
    monkeypatch.setattr(docx, "read_docx", parsed.append)
    table, most, size = refused(), 0, 0
    for name, (data, error, least) in table.items():
        inflated.clear()
        with pytest.raises(error):
            reader.read(data)
        assert sum(inflated) <= least, name
        most, size = max(most, sum(inflated)), max(size, len(data))
    assert parsed == []
    figure(
        7, f"{len(table)} archives that swell, lie or fetch: refused {len(table)}, parsed {len(parsed)},"
        f" most bytes inflated {most:,} of up to 60 MB and more"
    )  # fmt: skip


def test_an_archive_in_bounds_is_inflated_and_parsed(inflated: list[int]) -> None:
    assert reader.read(with_parts(("word/media/image1.png", bytes(4 * MB)))).text == "Engineer"
    assert sum(inflated) > 4 * MB


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    """Return a socket that waits for somebody to call."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        found.settimeout(0.3)
        yield found


def callers(listener: socket.socket) -> int:
    count = 0
    while True:
        try:
            listener.accept()[0].close()
        except TimeoutError:
            return count
        count += 1


def calling_docx(address: str) -> bytes:
    """Return a Word file with relations of every kind to what lies outside it, and a picture that is linked."""
    relations = "".join(
        f'<Relationship Id="out{number}" Type="{HYPERLINKS}{kind}" Target="{address}/{kind}" TargetMode="External"/>'
        for number, kind in enumerate(OUTSIDE)
    )
    part = documents.RELATIONS.partition("<Relationship ")[0] + relations + "</Relationships>"
    names = b'xmlns:a="%s" xmlns:r="%s"' % (DRAWING.encode(), HYPERLINKS[:-1].encode())
    picture = b'<w:drawing><a:blip %s r:link="out1"/></w:drawing>' % names
    body = b"<w:p><w:r><w:t>Engineer</w:t></w:r><w:r>%s</w:r></w:p>" % picture
    return zipped([*entries_of(word_file(body)).items(), ("word/_rels/document.xml.rels", part.encode())])


def calling_pdf(address: str) -> bytes:
    """Return a PDF that would open pages, send forms, start programs and take its contents from elsewhere."""
    to = address.encode()
    actions = (
        b"<< /S /URI /URI (%s) >>" % to,
        b"<< /S /SubmitForm /F << /FS /URL /F (%s) >> >>" % to,
        b"<< /S /ImportData /F << /FS /URL /F (%s) >> >>" % to,
        b"<< /S /GoToR /D [0 /Fit] /F << /FS /URL /F (%s) >> >>" % to,
        b"<< /S /Launch /F (%s) >>" % to,
        b"<< /S /JavaScript /JS (app.launchURL\\('%s'\\); this.submitForm\\('%s'\\);) >>" % (to, to),
    )
    lines = b"".join(b"1 0 0 1 72 %d Tm (%s) Tj " % (700 - 14 * n, line) for n, line in enumerate(RESUME.splitlines()))
    outside = documents.stream(b"", b"/F << /FS /URL /F (%s) >> /FFilter /FlateDecode" % to)
    form = documents.stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /F << /FS /URL /F (%s) >>" % to)
    contents = documents.stream(b"BT /F1 10 Tf " + lines + b"ET /X Do")
    made = documents.page_with(contents, form, outside, resources=b"/XObject << /X 5 0 R >>")
    chained = b"<< /S /Named /N /NextPage /Next [ %s ] >>" % b" ".join(actions)
    return made.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction %s /AA << /WC %s >>" % (chained, actions[0]))


def test_nobody_is_called_by_what_a_document_refers_to(
    listener: socket.socket, figure: Callable[[int, str], None]
) -> None:
    """Read here, where nothing keeps a reader from the network, and not in a child, where it could not anyhow."""
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    assert reader.read(calling_docx(address)).text == "Engineer"
    assert "Machine Learning Engineer" in reader.read(calling_pdf(address)).text
    for declaration in (f'<!DOCTYPE w SYSTEM "{address}">', f'<!DOCTYPE w [<!ENTITY % p SYSTEM "{address}"> %p;]>'):
        with pytest.raises(Damaged):
            reader.read(word_file(b"<w:p/>", b'<?xml version="1.0"?>' + declaration.encode()))
    found = callers(listener)
    figure(
        7, f"references to the outside of {len(OUTSIDE)} kinds in Word files, 9 in PDFs, 2 in XML: connections {found}"
    )
    assert found == 0


def test_a_call_would_have_been_heard(listener: socket.socket) -> None:
    socket.create_connection(listener.getsockname()).close()
    assert callers(listener) == 1
