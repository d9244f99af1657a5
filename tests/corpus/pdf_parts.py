"""The parts of a PDF resume that all layouts share: contact block, headings, sections, entries."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import msgspec
import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.corpus.heads import Head, heads, style_of
from tests.corpus.pen import Ink, Pen
from tests.corpus.person import Entry, HeadStyle, Person, Section, lines, plain

BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "Vera": "VeraBd"}
RAIL = 86.0

Heading = Callable[[Pen, str, "Look"], None]


def embed_fonts() -> None:
    """Register the fonts that reportlab ships: embedded ones can hold ligatures and private-use glyphs."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd"):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


def ruled(pen: Pen, text: str, look: "Look") -> None:
    """A heading over a thin line."""
    pen.write(text, look.strong(look.size + 2))
    pen.rule()


def capitals(pen: Pen, text: str, look: "Look") -> None:
    pen.write(text.upper(), look.strong(look.size + 1))


def spaced_by_type(pen: Pen, text: str, look: "Look") -> None:
    """Letters set apart by the PDF's character spacing, as design tools do."""
    pen.write(text.upper(), replace(look.strong(look.size + 1), spread=3.2))


def spaced_by_blanks(pen: Pen, text: str, look: "Look") -> None:
    """Letters set apart by typed blanks: S K I L L S."""
    pen.write("   ".join(" ".join(word) for word in text.upper().split()), look.strong(look.size + 1))


def small_capitals(pen: Pen, text: str, look: "Look") -> None:
    """First letters large, the others capitals of a smaller size: two runs of text a word, as LaTeX prints them."""
    large, small = look.plain(look.size + 4), look.plain(look.size + 1)
    pen.need(large.leading * 2)
    pen.y -= large.leading
    x = pen.x
    for word in text.split():
        for part, ink in ((word[0].upper(), large), (word[1:].upper(), small)):
            pen.text(x, pen.y, part, ink)
            x += ink.width(part)
        x += small.width(" ")
    pen.rule()


@dataclass(frozen=True)
class Look:
    """What tells one layout from another: fonts, bullets, headings, and where the dates stand."""

    face: str = "Helvetica"
    size: float = 9.5
    bullet: str = "•"
    heading: Heading = ruled
    dates: Literal["floated", "inline", "rail"] = "floated"
    centered: bool = False
    hyphens: bool = False
    icons: tuple[str, ...] = field(default=())
    separator: str = "  |  "
    spell: Callable[[str], str] = str

    def plain(self, size: float = 0.0) -> Ink:
        return Ink(self.face, size or self.size)

    def strong(self, size: float = 0.0) -> Ink:
        return Ink(BOLD[self.face], size or self.size)


def write_name(pen: Pen, person: Person, look: Look) -> None:
    """Write the name and what stands right under it."""
    write = pen.center if look.centered else pen.write
    write(look.spell(person.name), look.strong(look.size * 1.9))
    if person.headline:
        write(look.spell(plain(person.headline)), look.plain(look.size + 1.5))


def write_contact(pen: Pen, person: Person, look: Look) -> None:
    """Write the contact data on one line, or with an icon each."""
    pieces = [look.spell(piece) for piece in person.contact]
    pieces = [f"{icon} {piece}" for icon, piece in zip(look.icons, pieces, strict=False)] if look.icons else pieces
    text = look.separator.join(pieces)
    if look.centered and look.plain().width(text) <= pen.width:
        pen.center(text, look.plain())
    else:
        pen.write(text, look.plain())


def write_section(pen: Pen, section: Section, look: Look, style: HeadStyle, *, title: bool = True) -> None:
    """Write a section with its heading, or without where the layout has put that elsewhere."""
    pen.space(9)
    pen.need(48)
    if title:
        look.heading(pen, section.heading, look)
        pen.space(2)
    for line in lines(section.text):
        pen.write(look.spell(line), look.plain())
    for entry in section.entries:
        write_entry(pen, entry, look, style_of(section, style))
    write_bullets(pen, section.bullets, look)


def write_entry(pen: Pen, entry: Entry, look: Look, style: HeadStyle) -> None:
    """Write an entry: head, text, bullets, then the positions under it."""
    pen.space(4)
    pen.need(40)
    foot = write_rail(pen, entry.dates, look) if look.dates == "rail" else pen.y
    page = pen.sheet.number
    shown = msgspec.structs.replace(entry, dates="") if look.dates == "rail" else entry
    for head in heads(shown, style):
        write_head(pen, head, look)
    for line in lines(entry.text):
        pen.write(look.spell(line), look.plain(), indent=_indent(look))
    write_bullets(pen, entry.bullets, look)
    pen.y = min(pen.y, foot) if page == pen.sheet.number else pen.y
    for position in entry.positions:
        write_entry(pen, position, look, style)


def write_head(pen: Pen, head: Head, look: Look) -> None:
    ink = look.strong() if head.bold else look.plain()
    if look.dates == "floated":
        pen.write(look.spell(head.left), ink, right=head.right, indent=_indent(look))
    else:
        tail = f"  ({head.right})" if head.right and head.left else head.right
        pen.write(look.spell(head.left) + tail, ink, indent=_indent(look))


def write_rail(pen: Pen, dates: str, look: Look) -> float:
    """Print the dates left of the entry, broken after the dash where the rail is too narrow; return their lower end."""
    if not dates:
        return pen.y
    ink = look.plain(look.size - 0.5)
    first, dash, last = dates.partition("–")
    rows = [dates] if ink.width(dates) <= RAIL - 8 else [first + dash, last.strip()]
    for number, row in enumerate(rows):
        pen.text(pen.x, pen.y - look.plain().leading - number * ink.leading, row, ink)
    return pen.y - look.plain().leading - (len(rows) - 1) * ink.leading


def write_bullets(pen: Pen, bullets: str, look: Look) -> None:
    for line in lines(bullets):
        pen.write(look.spell(line), look.plain(), indent=_indent(look) + 14, mark=look.bullet)


def _indent(look: Look) -> float:
    return RAIL if look.dates == "rail" else 0.0
