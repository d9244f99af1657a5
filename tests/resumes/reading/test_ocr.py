"""Scans: what is read with the extra, what is said without it."""

from functools import cache

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from resumes.reading import ocr
from resumes.reading.document import Document
from resumes.reading.errors import NoText, ScanNeedsOcr
from resumes.reading.reader import read
from tests.resumes.reading.pages import HEIGHT, WIDTH, Sheet

WITH_EXTRA = pytest.mark.skipif(not ocr.installed(), reason="the extra `ocr` is not installed: make install-ocr")
DOTS = 150
"""Of the invented scanner, an inch."""


def resume() -> Sheet:
    sheet = Sheet()
    sheet.text(50, 60, "Ana Example", size=20, font="Helvetica-Bold")
    sheet.text(50, 110, "EXPERIENCE", size=13, font="Helvetica-Bold")
    sheet.text(50, 140, "Machine Learning Engineer, Tulip Bank")
    sheet.right(560, 140, "Jan 2020 - Present")
    sheet.lines(60, 160, ["• Trained PyTorch models that price roses", "• Moved C++ services to Kubernetes"])
    return sheet


def picture_of(data: bytes, turned: float = 0.0) -> Image.Image:
    page = pdfium.PdfDocument(data)[0]
    return page.render(scale=DOTS / 72).to_pil().convert("L").rotate(turned, fillcolor=255, resample=Image.BICUBIC)


def scan_of(*pictures: Image.Image, stamp: str = "") -> bytes:
    sheet = Sheet()
    for picture in pictures:
        sheet.canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
        sheet.text(420, 780, stamp, size=8)
        sheet.turn_page()
    return sheet.data()


@cache
def scanned(turned: float = 0.0) -> Document:
    return read(scan_of(picture_of(resume().data(), turned)))


def test_without_the_extra_a_scan_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    with pytest.raises(ScanNeedsOcr):
        read(scan_of(picture_of(resume().data())))


def test_the_stamp_of_a_scanner_is_no_text_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    picture = picture_of(resume().data())
    with pytest.raises(ScanNeedsOcr):
        read(scan_of(picture, picture, stamp="Scanned with Tulip Lens"))


@WITH_EXTRA
def test_a_scan_is_read_and_said_to_be_one() -> None:
    document = scanned()
    assert document.remarks == ("ocr",)
    assert document.text.split("\n")[:2] == ["Ana Example", "EXPERIENCE"]
    assert "• Trained PyTorch models that price roses" in document.text


@WITH_EXTRA
@pytest.mark.parametrize("turned", [0.0, 0.8, -0.8])
def test_a_floated_date_stands_behind_a_tab_however_the_scan_lies(turned: float) -> None:
    assert "Machine Learning Engineer, Tulip Bank\tJan 2020 - Present" in scanned(turned).text.split("\n")


@WITH_EXTRA
def test_lines_know_place_and_size() -> None:
    name, heading, role = scanned().lines[:3]
    assert name.box is not None
    assert name.box.x0 == pytest.approx(50, abs=6)
    assert name.box.bottom == pytest.approx(60 + 20 / 4, abs=3)
    assert name.size > heading.size > role.size == pytest.approx(10, abs=1)


def test_half_of_the_extra_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "PACKAGES", ("json", "no_such_package"))
    assert not ocr.installed()


@WITH_EXTRA
def test_no_page_is_begun_after_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "ENOUGH_STRIPS", 1)
    picture = picture_of(resume().data())
    document = read(scan_of(picture, picture))
    assert (document.pages, document.remarks) == (2, ("ocr", "pages_left_out"))
    assert document.text.count("Ana Example") == 1


@WITH_EXTRA
def test_a_picture_without_words_has_no_text() -> None:
    with pytest.raises(NoText):
        read(scan_of(Image.new("L", (600, 800), 200)))


@WITH_EXTRA
def test_a_text_layer_is_never_recognized_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(ocr, "read_pages")
    assert read(resume().data()).remarks == ()
