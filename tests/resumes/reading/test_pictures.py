"""Pages as pictures: upright, of bounded size, and such that the boxes of lines fit them."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from resumes.reading.document import Box
from resumes.reading.errors import Damaged
from resumes.reading.limits import Limits
from resumes.reading.pdf import read_pdf
from resumes.reading.picture import Picture
from resumes.reading.pictures import LONGEST, WIDTH, draw
from tests.resumes.reading.pages import HEIGHT, Sheet, prose, written
from tests.resumes.reading.pages import WIDTH as PAGE_WIDTH

WORD = "Harborline"
FILLING = prose("Robotics", 12)


def opened(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.webp))


def one_page(data: bytes) -> Picture:
    (picture,) = draw(data, 10)
    return picture


def page(change: Callable[[Canvas], None] = lambda canvas: None, height: float = HEIGHT) -> bytes:
    """Return a PDF with one word at the top left and prose far below; `change` is done to the page last."""
    sheet = Sheet(height=height)
    sheet.text(90, 100, WORD, 24)
    sheet.lines(90, 400, FILLING)
    change(sheet.canvas)
    return sheet.data()


def crop(canvas: Canvas) -> None:
    canvas.setCropBox((40, 60, 580, 760))


def rotate(canvas: Canvas) -> None:
    canvas.setPageRotation(90)


def sideways(rotation: int) -> bytes:
    """Return a page whose text runs upwards in the file; a rotation of 90 shows it level."""
    sheet = Sheet(PAGE_WIDTH, HEIGHT)
    sheet.canvas.setPageRotation(rotation)
    sheet.canvas.translate(PAGE_WIDTH, 0)
    sheet.canvas.rotate(90)
    sheet.canvas.setFont("Helvetica", 24)
    sheet.canvas.drawString(90, PAGE_WIDTH - 100, WORD)
    sheet.canvas.setFont("Helvetica", 10)
    for number, words in enumerate(FILLING):
        sheet.canvas.drawString(90, PAGE_WIDTH - 300 - 13 * number, words)
    return sheet.data()


def ink(picture: Picture, box: Box) -> float:
    """Return how much of a box of the page, in points, is dark on its picture."""
    shows, image = picture.shows, opened(picture).convert("L")
    across, down = image.width / (shows.x1 - shows.x0), image.height / (shows.bottom - shows.top)
    part = image.crop(
        (
            round((box.x0 - shows.x0) * across),
            round((box.top - shows.top) * down),
            round((box.x1 - shows.x0) * across),
            round((box.bottom - shows.top) * down),
        )
    )
    return sum(part.histogram()[:128]) / (part.width * part.height)


def box_of_word(data: bytes) -> Box:
    document = read_pdf(data, Limits())
    box = document.lines[document.text.split("\n").index(WORD)].box
    assert box is not None
    return box


@pytest.mark.parametrize(
    "data",
    [page(), page(crop), page(height=500), sideways(0), sideways(90), page(rotate, height=PAGE_WIDTH)],
    ids=["plain", "cropped", "low", "sideways", "sideways, shown level", "level, shown sideways"],
)
def test_the_box_of_a_line_holds_its_ink_on_the_picture(data: bytes) -> None:
    picture, box = one_page(data), box_of_word(data)
    assert ink(picture, box) > 0.1
    above = Box(box.x0, box.top - 30, box.x1, box.bottom - 30)
    beside = Box(box.x1 + 5, box.top, box.x1 + 60, box.bottom)
    assert ink(picture, above) == ink(picture, beside) == 0


def test_a_picture_is_as_wide_as_asked_and_as_high_as_the_page_is() -> None:
    picture = one_page(page())
    assert (picture.page, picture.width) == (1, WIDTH)
    assert abs(picture.height - WIDTH * HEIGHT / PAGE_WIDTH) <= 1
    assert opened(picture).size == (picture.width, picture.height)


def test_a_cropped_page_shows_what_the_crop_leaves() -> None:
    shows = one_page(page(crop)).shows
    assert (shows.x0, shows.top, shows.x1, shows.bottom) == (0, 0, 540, 700)


def test_a_crop_that_is_larger_than_the_page_shows_the_page() -> None:
    data = page(lambda canvas: canvas.setCropBox((-100, -100, 900, 900)))
    assert ink(one_page(data), box_of_word(data)) > 0.1


def test_an_endless_page_is_drawn_small() -> None:
    picture = one_page(page(height=14_000))
    assert max(picture.width, picture.height) <= LONGEST


def test_no_more_pages_are_drawn_than_asked_for() -> None:
    sheet = Sheet()
    for number in range(4):
        sheet.text(90, 100, f"Page {number}")
        sheet.turn_page()
    assert [picture.page for picture in draw(sheet.data(), 3)] == [1, 2, 3]


def test_a_full_page_of_text_takes_less_than_ninety_thousand_bytes() -> None:
    sheet = Sheet()
    sheet.lines(50, 50, prose("Robotics", 52))
    assert len(one_page(sheet.data()).webp) < 90_000


def test_a_photograph_is_kept_with_losses() -> None:
    noise = Image.effect_noise((600, 600), 80).convert("RGB")
    sheet = Sheet()
    sheet.canvas.drawInlineImage(noise, 0, 100, 600, 600)
    assert len(one_page(sheet.data()).webp) < 450_000


def test_a_page_without_text_is_drawn_as_it_is_shown() -> None:
    picture = one_page(written("0 0 100 50 re f", resources=""))
    assert (picture.shows.x1, picture.shows.bottom) == (612, 792)


def test_what_is_no_pdf_is_damaged() -> None:
    with pytest.raises(Damaged):
        list(draw(b"%PDF-1.4 nothing", 1))
