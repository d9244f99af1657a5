"""The first PDF reader: words with their geometry and dress from pdfium's characters.

Calls into pdfium cost more than all else here, so each character is asked for its box alone, each word for its
first character's baseline, and each text object once for its dress.
"""

import ctypes
import math
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from resumes.reading import calls

GAP = 0.18
"""Part of the font size that two letters of one word are apart at most."""
SHIFT = 0.4
"""Part of the font size by which a character may leave the line of its word (superscripts, accents)."""
UNPAINTED = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
LAYER = "OC\0".encode("utf-16-le")
"""The mark of content that may be switched off (ISO 32000-1, 8.11.3.2)."""
NEARLY_WHITE = 224
NEARLY_CLEAR = 25

_CODES = str.maketrans({"\x02": "-", "\ufffe": "-", "\0": "\ufffd"})  # hyphens at line ends, and unknown glyphs
_UNSPACED = re.compile(r"[^ \t\r\n\u00a0\u2002\u2003\u2009]+")
_ICONS = re.compile(r"awesome|icon|entypo|marvosym|fontello|glyphter|simple-line|material", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|demi|cmbx|cmcsc.*bx|sfbx|ecbx|medi(?!um)|[-,]bd?\b", re.IGNORECASE)
BOLD_WEIGHT = 600

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, as pdfium gives them: in the page's own space, upwards."""
Color = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""


class Dress(NamedTuple):
    """How one text object is shown.

    `angle` in quarter turns counter-clockwise; `faint` where it may be invisible; `key` tells the object from others.
    """

    size: float
    bold: bool
    angle: int
    faint: bool
    icon: bool
    color: Color
    key: int


@dataclass(slots=True)
class Run:
    """Characters of one word in the page's own space, before the page is turned upright."""

    text: str
    x0: float
    y1: float
    x1: float
    y0: float
    origin: tuple[float, float]
    dress: Dress
    spaced: bool


class Boxes(NamedTuple):
    """The sides of all characters of a page: lists of numbers are built and read faster than a list of boxes."""

    left: list[float]
    top: list[float]
    right: list[float]
    bottom: list[float]

    def at(self, place: int) -> Box:
        return self.left[place], self.top[place], self.right[place], self.bottom[place]


class TextPage:
    """One page's characters."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.page = page
        self._text = page.get_textpage()
        self._handle = calls.address_of(self._text.raw)
        self.count = raw.FPDFText_CountChars(self._text.raw)
        self._dresses: dict[int, Dress] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._matrix = raw.FS_MATRIX()
        self._matrix_at = ctypes.addressof(self._matrix)
        self._color = (ctypes.c_uint * 4)()
        self._color_at = [ctypes.addressof(self._color) + 4 * place for place in range(4)]
        self._origin = (ctypes.c_double * 2)()
        self._origin_at = [ctypes.addressof(self._origin) + 8 * place for place in range(2)]

    def characters(self) -> str:
        """Return all characters, one a position; pdfium's own spaces and line ends among them."""
        buffer = (ctypes.c_ushort * (self.count + 1))()
        written = raw.FPDFText_GetText(self._text.raw, 0, self.count, buffer)
        text = bytes(buffer).decode("utf-16-le", errors="replace")[:-1]
        if written - 1 == self.count == len(text):
            return text
        codes = (raw.FPDFText_GetUnicode(self._text.raw, i) for i in range(self.count))
        return "".join(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def runs(self) -> Iterator[Run]:
        """Yield words in paint order, parted at spaces, gaps and jumps."""
        text, boxes = self.characters().translate(_CODES), self._boxes()
        for word in _UNSPACED.finditer(text):
            start, end = word.span()
            spaced = True
            while start < end:
                dress = self._dress(start)
                extent = _turned_extent if dress.angle else _extent
                stop, box = extent(boxes, start, end, dress.size, dress.angle)
                yield Run(text[start:stop], *box, self._origin_of(start), dress, spaced)
                start, spaced = stop, False

    def _boxes(self) -> Boxes:
        """Return the box of each character, in one sweep."""
        boxes = (raw.FS_RECTF * self.count)()
        size, first = ctypes.sizeof(raw.FS_RECTF), ctypes.addressof(boxes)
        places = range(first, first + size * self.count, size)
        for _ in map(calls.loose_box, repeat(self._handle), range(self.count), places):
            pass
        sides = array("f", bytes(boxes))
        return Boxes(*(sides[side::4].tolist() for side in range(4)))

    def _origin_of(self, index: int) -> tuple[float, float]:
        calls.origin(self._handle, index, *self._origin_at)
        x, y = self._origin[:]
        return x, y

    def _dress(self, index: int) -> Dress:
        found = calls.text_object(self._handle, index)
        key = found or -index
        dress = self._dresses.get(key)
        if dress is None:
            dress = self._dresses[key] = self._undress(index, found, key)
        return dress

    def _undress(self, index: int, found: calls.Handle, key: int) -> Dress:
        calls.matrix(self._handle, index, self._matrix_at)
        matrix = self._matrix
        size = calls.font_size(self._handle, index) * math.hypot(matrix.c, matrix.d)
        angle = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        bold, icon = self._font(calls.font(found)) if found else (False, False)
        color, alpha = self._color_of(index)
        faint = alpha < NEARLY_CLEAR or min(color) > NEARLY_WHITE or (found is not None and _may_be_unpainted(found))
        return Dress(abs(size), bold, angle, faint, icon, color, key)

    def _color_of(self, index: int) -> tuple[Color, int]:
        if not calls.fill_color(self._handle, index, *self._color_at):
            return (0, 0, 0), 255
        red, green, blue, alpha = self._color[:]
        return (red, green, blue), alpha

    def _font(self, font: calls.Handle) -> tuple[bool, bool]:
        """Say whether the font is bold, and whether its letters are icons."""
        if not font:
            return False, False
        if font not in self._fonts:
            buffer = ctypes.create_string_buffer(128)
            calls.font_name(font, buffer, 128)
            name = buffer.value.decode("latin-1")
            bold = bool(_BOLD.search(name)) or calls.font_weight(font) >= BOLD_WEIGHT
            self._fonts[font] = bold, bool(_ICONS.search(name))
        return self._fonts[font]


def _extent(boxes: Boxes, start: int, end: int, size: float, _angle: int) -> tuple[int, Box]:
    """Return where the word that begins at `start` ends, at `end` or at a gap or jump before, and its box."""
    x0, y1, x1, y0 = boxes.at(start)
    lefts, tops, rights, bottoms = boxes
    level, near, shift = y0 + y1, GAP * size, 2 * SHIFT * size
    for place in range(start + 1, end):
        left = lefts[place]
        ahead = left - x1
        if ahead >= near or abs(bottoms[place] + tops[place] - level) >= shift:
            return place, (x0, y1, x1, y0)
        if ahead <= -SHIFT * size and left < lefts[place - 1] - 0.01:  # the letters of one ligature share a box
            return place, (x0, y1, x1, y0)
        if rights[place] > x1:
            x1 = rights[place]
    return end, (x0, y1, x1, y0)


def _turned_extent(boxes: Boxes, start: int, end: int, size: float, angle: int) -> tuple[int, Box]:
    """Return the same for text that runs in another direction."""
    x0, y1, x1, y0 = boxes.at(start)
    near, shift = GAP * size, SHIFT * size
    for place in range(start + 1, end):
        left, top, right, bottom = boxes.at(place)
        if angle % 2:
            close = bottom < y1 + near and top > y0 - near and abs(left - x0) < shift
        else:
            close = right > x0 - near and abs(bottom - y0) < shift
        if not close:
            return place, (x0, y1, x1, y0)
        x0, x1, y0, y1 = min(x0, left), max(x1, right), min(y0, bottom), max(y1, top)
    return end, (x0, y1, x1, y0)


def _may_be_unpainted(found: int) -> bool:
    """Say whether a text object is painted in a mode that shows nothing, or belongs to a layer."""
    if calls.render_mode(found) in UNPAINTED:
        return True
    marks = calls.count_marks(found)
    return marks > 0 and any(_name(calls.mark_at(found, place)) == LAYER for place in range(marks))


def _name(mark: int) -> bytes:
    """Return a mark's name in UTF-16, cut to a layer's and one letter more."""
    name, length = ctypes.create_string_buffer(len(LAYER) + 2), ctypes.c_ulong()
    calls.mark_name(mark, name, len(name), ctypes.byref(length))
    return name.raw[: length.value]
