"""What was read: one text, and its lines with the place on the page where each stands."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in points, origin at the top left."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the document: `Document.text[start:end]`, never with a newline.

    `page` counts from 1. `box` is None where the format has no geometry. `size` is the font size in points (0:
    unknown), `bold` whether most of its letters are bold, `column` the column of its page (0: the only or left one),
    `gap` the white space above it in multiples of its own height (0: unknown or the first line of a column),
    `heading` whether the file itself styles it as a heading (Word).
    """

    start: int
    end: int
    page: int = 1
    box: Box | None = None
    size: float = 0.0
    bold: bool = False
    column: int = 0
    gap: float = 0.0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A resume as it was read, in reading order.

    `text` is the lines joined by newlines. Inside a line a tab stands for a wide gap: between a title and the date
    floated to the right of it, between a rail of dates and what stands beside it, between the cells of a table row.
    Bullets of any glyph read "• " at the start of their line; ligatures and private-use glyphs are resolved.
    `remarks` name what a reader should know: "invisible_text", "pages_left_out",
    "scans_left_out", "text_cut", "second_reader", "ocr".
    """

    text: str
    lines: tuple[Line, ...]
    format: Literal["pdf", "docx", "txt", "json"]
    pages: int = 1
    remarks: tuple[str, ...] = ()

    def line_text(self, index: int) -> str:
        line = self.lines[index]
        return self.text[line.start : line.end]
