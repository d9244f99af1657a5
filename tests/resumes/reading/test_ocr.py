"""Scans: what is read with the extra, what is said without it."""

import io
from functools import cache

import docx
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
    picture = pdfium.PdfDocument(data)[0].render(scale=DOTS / 72).to_pil().convert("L")
    return picture.rotate(turned, fillcolor=255, resample=Image.BICUBIC, expand=turned % 90 == 0)


def scan_of(*pictures: Image.Image, stamp: str = "") -> bytes:
    sheet = Sheet()
    for picture in pictures:
        width, height = (WIDTH, HEIGHT) if picture.height > picture.width else (HEIGHT, WIDTH)
        sheet.canvas.setPageSize((width, height))
        sheet.canvas.drawImage(ImageReader(picture), 0, 0, width, height)
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


@WITH_EXTRA
@pytest.mark.parametrize("turned", [90, -90])
def test_a_scan_that_lies_on_its_side_is_turned(turned: float) -> None:
    assert scanned(turned).text.split("\n")[:2] == ["Ana Example", "EXPERIENCE"]


def mixed() -> bytes:
    sheet = resume()
    sheet.turn_page()
    sheet.canvas.drawImage(ImageReader(picture_of(education().data())), 0, 0, WIDTH, HEIGHT)
    return sheet.data()


def education() -> Sheet:
    sheet = Sheet()
    sheet.lines(50, 60, ["EDUCATION", "Bachelor of Gardening, Tulip College"], leading=20)
    return sheet


@WITH_EXTRA
def test_a_scanned_page_behind_a_page_of_text_is_read_too() -> None:
    document = read(mixed())
    assert document.text.split("\n")[-2:] == ["EDUCATION", "Bachelor of Gardening, Tulip College"]
    assert document.remarks == ("ocr",)


def test_without_the_extra_a_scanned_page_is_said_to_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    assert read(mixed()).remarks == ("scans_left_out",)


def word_file(picture: Image.Image) -> bytes:
    held, made = io.BytesIO(), io.BytesIO()
    picture.save(held, "PNG")
    document = docx.Document()
    document.add_picture(held, width=5_000_000)
    document.save(made)
    return made.getvalue()


@WITH_EXTRA
def test_a_picture_in_a_word_file_is_read() -> None:
    document = read(word_file(picture_of(resume().data())))
    assert document.text.split("\n")[:2] == ["Ana Example", "EXPERIENCE"]
    assert document.remarks == ("ocr",)


def test_without_the_extra_a_picture_in_a_word_file_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    with pytest.raises(ScanNeedsOcr):
        read(word_file(picture_of(resume().data())))


@WITH_EXTRA
def test_a_small_picture_in_a_word_file_holds_no_resume() -> None:
    with pytest.raises(NoText):
        read(word_file(Image.new("L", (120, 160), 90)))


@WITH_EXTRA
def test_a_page_that_is_hardly_a_line_high_holds_no_text() -> None:
    sheet = Sheet(WIDTH, 0.001)
    sheet.text(1, 0, "x")
    with pytest.raises(NoText):
        read(sheet.data())
