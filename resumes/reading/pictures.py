"""The pages of a PDF as pictures, turned as its text was read, so that the boxes of its lines fit them."""

import io
from collections.abc import Iterator

import pypdfium2 as pdfium
from PIL import Image

from resumes.reading.errors import Damaged
from resumes.reading.pdfium import TextPage
from resumes.reading.picture import Picture
from resumes.reading.upright import Turn, common_angle

WIDTH = 1000
"""Pixels: sharp at the width of a column of text on most screens."""
LONGEST = 2400
"""Pixels of the longer side at most, however long and narrow a page is."""
LEVELS = 8
"""Shades of each color that are kept: ink on paper looks the same, and takes half the bytes."""
LARGE = 90_000
"""Bytes from which a page holds a photograph or a pattern, which take less with losses."""
QUALITY = 45
FEW_LETTERS = 30
"""Characters of text from which it tells which way is up; a scan has none, and stands as it is shown."""

_SHADES = [shade * LEVELS // 256 * 255 // (LEVELS - 1) for shade in range(256)] * 3


def draw(data: bytes, most: int) -> Iterator[Picture]:
    """Yield the first pages of a PDF. Raises Damaged."""
    try:
        pdf = pdfium.PdfDocument(data)
        for index in range(min(len(pdf), most)):
            yield draw_page(pdf[index], index + 1)
    except pdfium.PdfiumError as error:
        raise Damaged from error


def draw_page(page: pdfium.PdfPage, number: int) -> Picture:
    """Return one page, upright. Raises `PdfiumError`."""
    turned = page.get_rotation() // 90
    angle = _angle(page, turned)
    shows = Turn(page.get_cropbox(), angle).box(page.get_bbox())
    scale = min(WIDTH / (shows.x1 - shows.x0), LONGEST / (shows.bottom - shows.top))
    picture = page.render(scale=scale, rotation=(angle - turned) % 4 * 90).to_pil().convert("RGB")
    return Picture(number, picture.width, picture.height, shows, compressed(picture))


def _angle(page: pdfium.PdfPage, turned: int) -> int:
    """Return the angle of the page's text in quarter turns counter-clockwise, as reading told it."""
    text = TextPage(page)
    return turned if text.count < FEW_LETTERS else common_angle(list(text.runs()))


def compressed(picture: Image.Image) -> bytes:
    """Return the picture as WebP: few shades without losses, or with losses where that is large."""
    sharp = _webp(picture.point(_SHADES), lossless=True, quality=40)
    if len(sharp) <= LARGE:
        return sharp
    return min(sharp, _webp(picture, quality=QUALITY), key=len)


def _webp(picture: Image.Image, **options: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, "WEBP", method=4, **options)
    return file.getvalue()
