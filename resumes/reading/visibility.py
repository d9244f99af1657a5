"""Which words of a page a person sees.

Words too small or off the page are hidden for sure. Words that are nearly white, painted in invisible mode (as the
text layer of a scan is), belong to a layer that can be switched off or to a form (which may be clear or cut off), have
the color of what they stand on, or lie under something painted later are only suspects: the page is drawn, and a
suspect counts as seen where its place shows any contrast. So white words on a dark sidebar stay.
"""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from math import inf

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from resumes.reading import calls
from resumes.reading.pdfium import Color, Dress, Run

SMALLEST = 4.0
"""Points, on a page of ordinary height."""
ORDINARY_HEIGHT = 792.0
CONTRAST = 24
"""Least difference of gray (0 to 255) between the lightest and the darkest pixel of a word that is seen."""
MOST_PIXELS = 1_500_000
LARGE = 150.0
"""Square points of the smallest cover or ground."""
LOWEST = 6.0
"""Points; a lower shape is a rule, on which nothing stands."""
SAME_COLOR = 40
"""Difference of red, green and blue (0 to 255) from the ground, at most, at which words may not stand out."""
NARROWEST = 0.08
"""Width of a letter in font sizes; words of narrower ones are squeezed to a line."""
COVERING = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING)

Rectangle = tuple[float, float, float, float]
EVERYWHERE = (-inf, -inf, inf, inf)


@dataclass(slots=True)
class Painting:
    """What stands on the page itself, in paint order: its texts, what may cover them, and what they may stand on."""

    texts: dict[int, int] = field(default_factory=dict)
    covers: list[tuple[int, Rectangle]] = field(default_factory=list)
    grounds: list[tuple[int, Rectangle, Color]] = field(default_factory=list)
    alike: dict[Color, list[tuple[int, Rectangle]]] = field(default_factory=dict)

    def hiding(self, dress: Dress) -> list[Rectangle]:
        """Return what may hide a text: a later cover, a ground of its color, and anywhere the form that holds it."""
        place = self.texts.get(dress.key)
        if place is None:
            return [EVERYWHERE] if dress.key > 0 else []
        if dress.color not in self.alike:
            self.alike[dress.color] = [(at, box) for at, box, color in self.grounds if _is_alike(dress.color, color)]
        covers = [box for later, box in self.covers if later > place]
        return covers + [box for earlier, box in self.alike[dress.color] if earlier < place]


def seen(page: pdfium.PdfPage, runs: Sequence[Run]) -> list[bool]:
    """Say for each run of characters whether a person sees it."""
    crop = page.get_cropbox()
    least = SMALLEST * min(1.0, max(crop[3] - crop[1], 1.0) / ORDINARY_HEIGHT)
    painting = _painting(page)
    hiding: dict[int, list[Rectangle]] = {}
    picture: Picture | None = None
    shown: list[bool] = []
    for run in runs:
        dress = run.dress
        if dress.key not in hiding:
            hiding[dress.key] = [EVERYWHERE] if dress.faint else painting.hiding(dress)
        visible = dress.size >= least and _touches(run, crop) and not _is_squeezed(run)
        if visible and hiding[dress.key] and _stands_in(run, hiding[dress.key]):
            picture = picture or Picture(page)
            visible = picture.shows(run)
        shown.append(visible)
    return shown


def _touches(run: Run, crop: Rectangle) -> bool:
    left, bottom, right, top = crop
    return run.x1 > left and run.x0 < right and run.y1 > bottom and run.y0 < top


def _is_squeezed(run: Run) -> bool:
    letters = len(run.text)
    if letters <= 2:
        return False
    length = run.y1 - run.y0 if run.dress.angle % 2 else run.x1 - run.x0
    return length < NARROWEST * run.dress.size * letters


def _is_alike(color: Color, ground: Color) -> bool:
    return all(abs(part - other) < SAME_COLOR for part, other in zip(color, ground, strict=True))


def _stands_in(run: Run, boxes: Sequence[Rectangle]) -> bool:
    """Say whether the middle of the run stands in any of the boxes."""
    x, y = (run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2
    return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in boxes)


def _painting(page: pdfium.PdfPage) -> Painting:
    painting = Painting()
    handle = calls.address_of(page.raw)
    places = range(calls.count_objects(handle))
    objects = list(map(calls.object_at, repeat(handle), places))
    for place, found, kind in zip(places, objects, map(calls.kind_of, objects), strict=True):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            painting.texts[found] = place
        elif kind in COVERING or (kind == raw.FPDF_PAGEOBJ_PATH and _is_filled(found)):
            _add_shape(painting, place, found, kind)
    return painting


def _add_shape(painting: Painting, place: int, found: int, kind: int) -> None:
    box = left, bottom, right, top = _bounds(found)
    if (right - left) * (top - bottom) < LARGE:
        return
    if painting.texts:
        painting.covers.append((place, box))
    if kind == raw.FPDF_PAGEOBJ_PATH and top - bottom >= LOWEST:
        painting.grounds.append((place, box, _fill(found)))


def _fill(path: int) -> Color:
    parts = [ctypes.c_uint() for _ in range(4)]
    calls.shape_color(path, *map(ctypes.byref, parts))
    red, green, blue, _ = (part.value for part in parts)
    return red, green, blue


def _is_filled(path: int) -> bool:
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    calls.draw_mode(path, ctypes.byref(mode), ctypes.byref(stroked))
    return mode.value != 0  # FPDF_FILLMODE_NONE


def _bounds(found: int) -> Rectangle:
    sides = [ctypes.c_float() for _ in range(4)]
    calls.bounds(found, *map(ctypes.byref, sides))
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


class Picture:
    """The page drawn in gray, about one pixel a point."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        width, height = page.get_size()
        scale = min(1.5, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        self._bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        self._pixels = bytes(self._bitmap.buffer)

    def shows(self, run: Run) -> bool:
        """Say whether there is any contrast where the run stands."""
        (ax, ay), (bx, by) = self._pixel(run.x0, run.y0), self._pixel(run.x1, run.y1)
        left, right = max(min(ax, bx), 0), min(max(ax, bx) + 1, self._bitmap.width)
        stride = self._bitmap.stride
        lowest, highest = 255, 0
        for y in range(max(min(ay, by), 0), min(max(ay, by) + 1, self._bitmap.height)):
            if line := self._pixels[y * stride + left : y * stride + right]:
                lowest, highest = min(lowest, min(line)), max(highest, max(line))
        return highest - lowest >= CONTRAST

    def _pixel(self, x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(
            self._page.raw, 0, 0, self._bitmap.width, self._bitmap.height, 0, x, y,
            ctypes.byref(across), ctypes.byref(down),
        )  # fmt: skip
        return across.value, down.value
