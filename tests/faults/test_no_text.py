"""Files in which a person reads nothing: they fail with that as the reason, and nobody is given an estimate."""

import io
from collections.abc import Callable

import docx
import pytest
from django.test import Client
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from resumes import analysis
from resumes.models import Reading, Resume, State
from resumes.reading.errors import ReadingError
from salaries.contents.files import GUIDES, read
from salaries.loading import start
from tests.faults import documents, kinds
from tests.faults.sending import send

pytestmark = pytest.mark.django_db

WIDTH, HEIGHT = 612, 792
SCANNED = {"no_text", "scan_needs_ocr"}
"""The second where this machine reads no pictures."""


@pytest.fixture(autouse=True)
def edition(db: None) -> None:
    """An edition that could answer."""
    start(read(GUIDES / "2026.yaml"))


def pdf(draw: Callable[[Canvas], object]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def pages(count: bytes) -> bytes:
    """Return a PDF that has no page and tells this number of them."""
    return documents.pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count %s >>" % count)


def word(write: Callable[[object], object]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    write(document)
    document.save(out)
    return out.getvalue()


def lines(canvas: Canvas, x: float = 60, size: float = 10, mode: int = 0, gray: float = 0) -> None:
    """Write a whole resume, in some ink, size, place and mode."""
    for place, line in enumerate(kinds.LINES):
        text = canvas.beginText(x, 700 - 14 * place)
        text.setFont("Helvetica", size)
        text.setFillGray(gray)
        text.setTextRenderMode(mode)
        text.textOut(line)
        canvas.drawText(text)


def covered(canvas: Canvas) -> None:
    lines(canvas)
    canvas.setFillGray(1)
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)


def photograph(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(io.BytesIO(kinds.picture())), 0, 0, WIDTH, HEIGHT)


def hidden(document: docx.document.Document) -> None:
    for line in kinds.LINES:
        document.add_paragraph().add_run(line).font.hidden = True


def white(document: docx.document.Document) -> None:
    for line in kinds.LINES:
        document.add_paragraph().add_run(line).font.color.rgb = docx.shared.RGBColor(255, 255, 255)


WITHOUT_TEXT: dict[str, tuple[bytes, set[str]]] = {
    "nothing": (b"", {"empty"}),
    "blanks": (b" \t\r\n" * 50, {"empty"}),
    "zeros": (bytes(4000), {"empty"}),
    "a mark of UTF-8": (b"\xef\xbb\xbf\r\n", {"no_text"}),
    "blanks in UTF-16": (" \n\t ".encode("utf-16"), {"no_text"}),
    "blanks of every width": ("\u00a0\u2003\u3000\u200b\u2028\ufeff".encode() * 20, {"no_text"}),
    "rules and bullets": ("-----\n\n* * *\n• • •\n_____\n1.\n2.".encode(), {"no_text"}),
    "a JSON Resume without a word": (b'{"basics": {}, "work": []}', {"no_text"}),
    "a PDF without pages": (pages(b"0"), {"damaged"}),
    "a PDF that counts pages it has not": (pages(b"3"), {"damaged"}),
    "a PDF of a blank page": (pdf(lambda canvas: canvas.setFont("Helvetica", 10)), {"no_text"}),
    "a PDF of a rule": (pdf(lambda canvas: canvas.line(60, 700, 500, 700)), {"no_text"}),
    "a PDF of a photograph": (pdf(photograph), SCANNED),
    "a PDF in white ink": (pdf(lambda canvas: lines(canvas, gray=1)), {"no_text"}),
    "a PDF in invisible ink": (pdf(lambda canvas: lines(canvas, mode=3)), {"no_text"}),
    "a PDF in letters of one point": (pdf(lambda canvas: lines(canvas, size=1)), {"no_text"}),
    "a PDF beside its page": (pdf(lambda canvas: lines(canvas, x=2000)), {"no_text"}),
    "a PDF under a white sheet": (pdf(covered), {"no_text"}),
    "a Word file of nothing": (word(lambda document: None), {"no_text"}),
    "a Word file of blanks": (word(lambda document: document.add_paragraph(" \t ")), {"no_text"}),
    "a Word file of a photograph": (word(lambda document: document.add_picture(io.BytesIO(kinds.picture()))), SCANNED),
    "a Word file of hidden text": (word(hidden), {"no_text"}),
    "a Word file in white ink": (word(white), {"no_text"}),
}  # fmt: skip


def code_of(data: bytes, owner: Client) -> str:
    """Send a file, have it read, look at its page as its owner does; return why it failed, or where it stands."""
    try:
        resume = send(data, owner.session["owner"])
    except ReadingError as error:
        return error.code
    analysis.analyse(resume.pk)
    resume.refresh_from_db()
    assert owner.get(f"/resumes/{resume.pk}/").status_code == 200
    return resume.code or resume.state


def test_files_without_text_get_no_estimate_and_say_why(owner: Client, figure: Callable[[int, str], None]) -> None:
    found = {name: code_of(data, owner) for name, (data, _) in WITHOUT_TEXT.items()}
    wrong = {name: found[name] for name, (_, codes) in WITHOUT_TEXT.items() if found[name] not in codes}
    estimates = Resume.objects.exclude(edition=None).count()
    right = len(WITHOUT_TEXT) - len(wrong)
    readings = Reading.objects.count()
    told = f"{right} of {len(WITHOUT_TEXT)} told why"
    figure(5, f"files without text: {told}, readings {readings}, estimates {estimates}")
    assert (wrong, estimates, readings) == ({}, 0, 0)
    assert not Resume.objects.exclude(state=State.FAILED).exists()


def test_what_is_counted_as_an_estimate_is_counted_where_there_is_text(owner: Client) -> None:
    assert code_of(kinds.resume_pdf(), owner) == State.DONE
    assert Resume.objects.exclude(edition=None).count() == Reading.objects.count() == 1
