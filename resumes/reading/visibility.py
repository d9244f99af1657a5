"""Which words of a page a person sees.

Words too small or off the page are hidden for sure. Words that are nearly white, painted in invisible mode (as the
text layer of a scan is) or lie under something painted later are only suspects: the page is drawn, and a suspect
counts as seen where its place shows any contrast. So white words on a dark sidebar stay.
"""

import ctypes
from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from resumes.reading import calls
from resumes.reading.pdfium import Run

SMALLEST = 4.0
"""Points, on a page of ordinary height."""
ORDINARY_HEIGHT = 792.0
CONTRAST = 24
"""Least difference of gray (0 to 255) between the lightest and the darkest pixel of a word that is seen."""
MOST_PIXELS = 1_500_000
LARGE = 150.0
"""Square points of the smallest cover."""

Rectangle = tuple[float, float, float, float]


def seen(page: pdfium.PdfPage, runs: Sequence[Run]) -> list[bool]:
    """Say for each run of characters whether a person sees it."""
    crop = page.get_cropbox()
    least = SMALLEST * min(1.0, max(crop[3] - crop[1], 1.0) / ORDINARY_HEIGHT)
    order, covers = _covers(page)
    picture: Picture | None = None
    shown: list[bool] = []
    for run in runs:
        visible = run.dress.size >= least and _touches(run, crop)
        if visible and (run.dress.faint or (covers and _is_under(run, order, covers))):
            picture = picture or Picture(page)
            visible = picture.shows(run)
        shown.append(visible)
    return shown


def _touches(run: Run, crop: Rectangle) -> bool:
    left, bottom, right, top = crop
    return run.x1 > left and run.x0 < right and run.y1 > bottom and run.y0 < top


def _is_under(run: Run, order: dict[int, int], covers: Sequence[tuple[int, Rectangle]]) -> bool:
    place = order.get(run.dress.key)
    if place is None:
        return False
    x, y = (run.x0 + run.x1) / 2, (run.y0 + run.y1) / 2
    return any(
        later > place and left <= x <= right and bottom <= y <= top for later, (left, bottom, right, top) in covers
    )


def _covers(page: pdfium.PdfPage) -> tuple[dict[int, int], list[tuple[int, Rectangle]]]:
    """Return the paint order of the text objects, and the filled shapes and images that are painted after some text."""
    order: dict[int, int] = {}
    covers: list[tuple[int, Rectangle]] = []
    handle = calls.address_of(page.raw)
    for place in range(calls.count_objects(handle)):
        found = calls.object_at(handle, place)
        kind = calls.kind_of(found)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            order[found] = place
        elif order and (kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_PATH and _is_filled(found))):
            bounds = _bounds(found)
            if (bounds[2] - bounds[0]) * (bounds[3] - bounds[1]) >= LARGE:
                covers.append((place, bounds))
    return order, covers


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
