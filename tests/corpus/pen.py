"""Writing downwards on PDF pages: wrapped lines, bullets, floated dates, page breaks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

__all__ = ["A4", "LETTER", "Ink", "Pen", "Sheet", "wrap"]

MARGIN = 44.0
LEADING = 1.24


@dataclass(frozen=True)
class Ink:
    """A font at a size in points; `gray` 0 is black and 1 white; `spread` is extra space between letters in points."""

    font: str
    size: float
    gray: float = 0.0
    spread: float = 0.0

    @property
    def leading(self) -> float:
        return self.size * LEADING

    def width(self, text: str) -> float:
        return float(stringWidth(text, self.font, self.size)) + self.spread * len(text)


def wrap(text: str, ink: Ink, width: float, *, hyphens: bool = False) -> list[str]:
    """Break a text into lines of at most `width` points; with `hyphens` a long last word is broken as TeX does."""
    found: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if not line or ink.width(longer) <= width:
            line = longer
            continue
        head, tail = _hyphenate(line, word, ink, width) if hyphens else ("", word)
        found.append(f"{line} {head}" if head else line)
        line = tail
    return [*found, line]


def _hyphenate(line: str, word: str, ink: Ink, width: float) -> tuple[str, str]:
    """Return the part of the word that still fits, with its hyphen, and the rest; ("", word) where none does."""
    if not word.isalpha() or not word.islower() or len(word) < 9:
        return "", word
    for cut in range(len(word) - 3, 3, -1):
        if word[cut - 1] not in "aeiou" and word[cut] not in "aeiou" and ink.width(f"{line} {word[:cut]}-") <= width:
            return f"{word[:cut]}-", word[cut:]
    return "", word


class Sheet:
    """A PDF being drawn: the canvas, the number of the page, and what every page repeats."""

    def __init__(self, size: tuple[float, float], furniture: Callable[[Canvas, int], None] | None = None) -> None:
        self.stream = BytesIO()
        self.canvas = Canvas(self.stream, pagesize=size, invariant=1)
        self.width, self.height = size
        self.number = 1
        self.furniture = furniture
        self._begin()

    def next_page(self) -> None:
        self.canvas.showPage()
        self.number += 1
        self._begin()

    def _begin(self) -> None:
        if self.furniture:
            self.furniture(self.canvas, self.number)

    def finish(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.stream.getvalue()


class Pen:
    """Writes into one column of a sheet, from `y` downwards, and goes on at the top of the next page."""

    def __init__(self, sheet: Sheet, x: float, width: float, y: float | None = None, hyphens: bool = False) -> None:
        self.sheet = sheet
        self.x, self.width = x, width
        self.top = sheet.height - MARGIN
        self.y = self.top if y is None else y
        self.hyphens = hyphens

    def need(self, height: float) -> None:
        """Turn the page where less than `height` points are left."""
        if self.y - height < MARGIN:
            self.sheet.next_page()
            self.y = self.top

    def text(self, x: float, y: float, text: str, ink: Ink) -> None:
        """Print one run of text at a point."""
        drawn = self.sheet.canvas.beginText(x, y)
        drawn.setFont(ink.font, ink.size)
        drawn.setFillGray(ink.gray)
        drawn.setCharSpace(ink.spread)
        drawn.textOut(text)
        self.sheet.canvas.drawText(drawn)

    def write(self, text: str, ink: Ink, *, indent: float = 0.0, right: str = "", mark: str = "") -> None:
        """Write a paragraph; `right` floats to the column's end on its first line, `mark` hangs before it."""
        side = ink.width(right) + 14 if right else 0.0
        rows = wrap(text, ink, self.width - indent - side, hyphens=self.hyphens)
        for number, row in enumerate(rows):
            self.need(ink.leading)
            self.y -= ink.leading
            if number == 0 and right:
                self.text(self.x + self.width - ink.width(right), self.y, right, replace(ink, gray=0.25))
            if number == 0 and mark:
                self.text(self.x + indent - 10, self.y, mark, ink)
            self.text(self.x + indent, self.y, row, ink)

    def center(self, text: str, ink: Ink) -> None:
        self.y -= ink.leading
        self.text(self.x + (self.width - ink.width(text)) / 2, self.y, text, ink)

    def space(self, points: float) -> None:
        self.y -= points

    def rule(self) -> None:
        self.y -= 3
        self.sheet.canvas.setLineWidth(0.5)
        self.sheet.canvas.line(self.x, self.y, self.x + self.width, self.y)
