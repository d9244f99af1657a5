"""The first PDF reader: words with their geometry and dress from pdfium's characters.

Calls into pdfium cost more than all else here, so each character is asked for its box alone, each word for its
first character's baseline, and each text object once for its dress.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

GAP = 0.18
"""Part of the font size that two letters of one word are apart at most."""
SHIFT = 0.4
"""Part of the font size by which a character may leave the line of its word (superscripts, accents)."""
INVISIBLE_MODE = raw.FPDF_TEXTRENDERMODE_INVISIBLE

_SPACES = frozenset(" \t\r\n\u00a0\u2002\u2003\u2009")
_ICONS = re.compile(r"awesome|icon|entypo|marvosym|fontello|glyphter|simple-line|material", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|demi|cmbx|cmcsc.*bx|sfbx|ecbx|medi(?!um)|[-,]bd?\b", re.IGNORECASE)
BOLD_WEIGHT = 600


class Dress(NamedTuple):
    """How one text object is shown.

    `angle` in quarter turns counter-clockwise, `color` as red, green, blue, alpha; `key` tells the object from others.
    """

    size: float
    bold: bool
    angle: int
    invisible: bool
    icon: bool
    color: tuple[int, int, int, int]
    key: int


@dataclass(slots=True)
class Run:
    """Characters of one word in the page's own space, before the page is turned upright."""

    letters: list[str]
    x0: float
    x1: float
    y0: float
    y1: float
    origin: tuple[float, float]
    dress: Dress
    spaced: bool
    last: float

    def takes(self, letter: str, left: float, bottom: float, right: float, top: float) -> bool:
        """Add a letter if it stands where the word's next letter should; say whether it does."""
        dress, x1 = self.dress, self.x1
        if dress.angle:
            return self._takes_turned(letter, left, bottom, right, top)
        ahead, size = left - x1, dress.size
        if ahead >= GAP * size or abs(bottom + top - self.y0 - self.y1) >= 2 * SHIFT * size:
            return False
        if ahead <= -SHIFT * size and left < self.last - 0.01:  # the letters of one ligature share a box
            return False
        self.letters.append(letter)
        self.last = left
        if right > x1:
            self.x1 = right
        return True

    def _takes_turned(self, letter: str, left: float, bottom: float, right: float, top: float) -> bool:
        near, shift = GAP * self.dress.size, SHIFT * self.dress.size
        if self.dress.angle % 2:
            close = bottom < self.y1 + near and top > self.y0 - near and abs(left - self.x0) < shift
        else:
            close = right > self.x0 - near and abs(bottom - self.y0) < shift
        if close:
            self.letters.append(letter)
            self.x0, self.x1 = min(self.x0, left), max(self.x1, right)
            self.y0, self.y1 = min(self.y0, bottom), max(self.y1, top)
        return close


class TextPage:
    """One page's characters."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.page = page
        self._text = page.get_textpage()
        self._handle = self._text.raw
        self.count = raw.FPDFText_CountChars(self._handle)
        self._dresses: dict[int, Dress] = {}
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._parts = tuple(ctypes.c_uint() for _ in range(4))

    def characters(self) -> str:
        """Return all characters, one a position; pdfium's own spaces and line ends among them."""
        buffer = (ctypes.c_ushort * (self.count + 1))()
        written = raw.FPDFText_GetText(self._handle, 0, self.count, buffer)
        text = bytes(buffer).decode("utf-16-le", errors="replace")[:-1]
        if written - 1 == self.count == len(text):
            return text
        codes = (raw.FPDFText_GetUnicode(self._handle, i) for i in range(self.count))
        return "".join(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def runs(self) -> Iterator[Run]:
        """Yield words in paint order, parted at spaces, gaps and jumps."""
        box = raw.FS_RECTF()
        reference, handle, measure = ctypes.byref(box), self._handle, raw.FPDFText_GetLooseCharBox
        run: Run | None = None
        spaced = True
        for index, letter in enumerate(self.characters()):
            if letter in _SPACES:
                spaced = True
                continue
            measure(handle, index, reference)
            left, bottom, right, top = box.left, box.bottom, box.right, box.top
            if run is not None and not spaced and run.takes(letter, left, bottom, right, top):
                continue
            if run is not None:
                yield run
            run = Run([letter], left, right, bottom, top, self._origin(index), self._dress(index), spaced, left)
            spaced = False
        if run is not None:
            yield run

    def _origin(self, index: int) -> tuple[float, float]:
        raw.FPDFText_GetCharOrigin(self._handle, index, self._x, self._y)
        return self._x.value, self._y.value

    def _dress(self, index: int) -> Dress:
        found = raw.FPDFText_GetTextObject(self._handle, index)
        key = ctypes.addressof(found.contents) if found else -index
        if key not in self._dresses:
            self._dresses[key] = self._undress(index, found, key)
        return self._dresses[key]

    def _undress(self, index: int, found: "ctypes._Pointer[raw.fpdf_pageobject_t__]", key: int) -> Dress:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._handle, index, ctypes.byref(matrix))
        size = raw.FPDFText_GetFontSize(self._handle, index) * math.hypot(matrix.c, matrix.d)
        angle = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
        mode = raw.FPDFTextObj_GetTextRenderMode(found) if found else 0
        bold, icon = self._font(raw.FPDFTextObj_GetFont(found)) if found else (False, False)
        return Dress(abs(size), bold, angle, mode == INVISIBLE_MODE, icon, self._color(index), key)

    def _color(self, index: int) -> tuple[int, int, int, int]:
        red, green, blue, alpha = self._parts
        if not raw.FPDFText_GetFillColor(self._handle, index, red, green, blue, alpha):
            return 0, 0, 0, 255
        return red.value, green.value, blue.value, alpha.value

    def _font(self, font: "ctypes._Pointer[raw.fpdf_font_t__]") -> tuple[bool, bool]:
        """Say whether the font is bold, and whether its letters are icons."""
        if not font:
            return False, False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(font, buffer, 128)
            name = buffer.value.decode("latin-1")
            bold = bool(_BOLD.search(name)) or raw.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
            self._fonts[key] = bold, bool(_ICONS.search(name))
        return self._fonts[key]
