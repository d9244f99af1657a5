"""Resumes as PDF files, in the layouts that people use. Same person, same layout, same bytes."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from reportlab.pdfgen.canvas import Canvas

from tests.corpus.heads import join
from tests.corpus.pdf_parts import (
    Look,
    capitals,
    embed_fonts,
    small_capitals,
    spaced_by_blanks,
    spaced_by_type,
    write_contact,
    write_name,
    write_section,
)
from tests.corpus.pen import A4, LETTER, MARGIN, Ink, Pen, Sheet, wrap
from tests.corpus.person import Entry, Person, lines, plain

LIGATURES = (("fi", "ﬁ"), ("fl", "ﬂ"))
ICONS = ("\uf041", "\uf0e0", "\uf095", "\uf09b", "\uf0e1")
"""Font Awesome's pin, envelope, telephone, GitHub and LinkedIn marks, in the private use area."""


def one_column(person: Person, look: Look, size: tuple[float, float] = LETTER) -> bytes:
    """Everything in one column, one section after another."""
    sheet = Sheet(size)
    pen = Pen(sheet, MARGIN, sheet.width - 2 * MARGIN, hyphens=look.hyphens)
    write_name(pen, person, look)
    write_contact(pen, person, look)
    for section in person.sections:
        write_section(pen, section, look, person.style)
    return sheet.finish()


def sidebar(person: Person, look: Look, *, left: bool) -> bytes:
    """A narrow column for contact data, skills and the like beside a wide one for the rest, on A4."""
    sheet = Sheet(A4)
    narrow, gap = 150.0, 24.0
    wide = sheet.width - 2 * MARGIN - narrow - gap
    aside = Pen(sheet, MARGIN if left else MARGIN + wide + gap, narrow)
    main = Pen(sheet, MARGIN + narrow + gap if left else MARGIN, wide)
    _write_aside(aside, person, replace(look, dates="inline"))
    write_name(main, person, look)
    for section in person.sections:
        if not section.side:
            write_section(main, section, look, person.style)
    return sheet.finish()


def _write_aside(pen: Pen, person: Person, look: Look) -> None:
    look.heading(pen, "Contact", look)
    for piece in person.contact:
        pen.write(piece, look.plain())
    for section in person.sections:
        if section.side:
            write_section(pen, section, look, "stacked")
    if pen.sheet.number > 1:
        raise ValueError(f"the sidebar of {person.slug} does not fit on its page")


def margin_headings(person: Person, look: Look) -> bytes:
    """Headings in the left margin, beside the section's first line."""
    sheet = Sheet(LETTER)
    margin = 96.0
    pen = Pen(sheet, MARGIN + margin, sheet.width - 2 * MARGIN - margin)
    write_name(pen, person, look)
    write_contact(pen, person, look)
    for section in person.sections:
        pen.need(60)
        ink = look.strong(look.size)
        for number, row in enumerate(wrap(section.heading, ink, margin - 12)):
            pen.text(MARGIN, pen.y - 9 - ink.leading * (number + 1), row, ink)
        write_section(pen, section, look, person.style, title=False)
    return sheet.finish()


def role_table(person: Person, look: Look) -> bytes:
    """Entries as the rows of a table: period, position and employer, what was done."""
    sheet = Sheet(LETTER)
    pen = Pen(sheet, MARGIN, sheet.width - 2 * MARGIN)
    write_name(pen, person, look)
    write_contact(pen, person, look)
    for section in person.sections:
        if not any(entry.bullets for entry in section.entries):
            write_section(pen, section, look, person.style)
            continue
        pen.space(9)
        pen.need(80)
        look.heading(pen, section.heading, look)
        _write_row(pen, ("Period", "Position", "Tasks and results"), look.strong(look.size - 0.5))
        for entry in section.entries:
            _write_row(pen, _cells(entry), look.plain(look.size - 0.5))
    return sheet.finish()


def _cells(entry: Entry) -> tuple[str, str, str]:
    where = join(", ", plain(entry.employer), plain(entry.place))
    return plain(entry.dates), join("\n", plain(entry.title), where), "\n".join(lines(entry.bullets))


def _write_row(pen: Pen, cells: tuple[str, str, str], ink: Ink) -> None:
    widths = (84.0, 128.0, pen.width - 212.0)
    columns = [
        [row for line in cell.split("\n") for row in wrap(line, ink, width - 10)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(map(len, columns)) * ink.leading + 6
    pen.need(height)
    pen.sheet.canvas.setLineWidth(0.4)
    x = pen.x
    for column, width in zip(columns, widths, strict=True):
        pen.sheet.canvas.rect(x, pen.y - height, width, height)
        for number, row in enumerate(column):
            pen.text(x + 5, pen.y - ink.leading * (number + 1), row, ink)
        x += width
    pen.y -= height


def running_header(person: Person, look: Look) -> bytes:
    """The name on top and the page number at the foot of every page."""

    def furniture(canvas: Canvas, number: int) -> None:
        canvas.setFont(look.face, 8)
        canvas.drawString(MARGIN, LETTER[1] - 26, f"{person.name} · {person.contact[1]}")
        canvas.drawRightString(LETTER[0] - MARGIN, 22, f"Page {number}")

    sheet = Sheet(LETTER, furniture)
    pen = Pen(sheet, MARGIN, sheet.width - 2 * MARGIN)
    write_name(pen, person, look)
    write_contact(pen, person, look)
    for section in person.sections:
        write_section(pen, section, look, person.style)
    return sheet.finish()


def hidden_keywords(person: Person, look: Look) -> bytes:
    """Keywords in white on white and in a one-point font, for machines alone."""
    sheet = Sheet(LETTER)
    pen = Pen(sheet, MARGIN, sheet.width - 2 * MARGIN)
    pen.text(MARGIN, sheet.height - 20, person.hidden, Ink("Helvetica", 8, gray=1.0))
    write_name(pen, person, look)
    write_contact(pen, person, look)
    for section in person.sections:
        write_section(pen, section, look, person.style)
    pen.text(MARGIN, 14, person.hidden, Ink("Helvetica", 1))
    return sheet.finish()


def icon_glyphs(person: Person, look: Look) -> bytes:
    """An embedded font with ligatures, icons before the contact data and bullets in the private use area."""
    embed_fonts()
    return one_column(person, look)


def ligatures(text: str) -> str:
    """Return the text as a typesetter sets it, with one glyph for fi and fl."""
    for letters, glyph in LIGATURES:
        text = text.replace(letters, glyph)
    return text


HELVETICA = Look()
TIMES = Look(face="Times-Roman", size=10.5)

PDF_LAYOUTS: dict[str, Callable[[Person], bytes]] = {
    "pdf-plain": partial(one_column, look=replace(TIMES, dates="inline", heading=capitals)),
    "pdf-floated-dates": partial(one_column, look=HELVETICA),
    "pdf-date-rail": partial(one_column, look=replace(HELVETICA, dates="rail")),
    "pdf-spaced-type": partial(one_column, look=replace(HELVETICA, heading=spaced_by_type)),
    "pdf-spaced-blanks": partial(one_column, look=replace(HELVETICA, heading=spaced_by_blanks, bullet="-")),
    "pdf-latex": partial(
        one_column, look=replace(TIMES, heading=small_capitals, centered=True, hyphens=True, separator=" · ")
    ),
    "pdf-sidebar-left": partial(sidebar, look=replace(HELVETICA, size=9.0, heading=capitals), left=True),
    "pdf-sidebar-right": partial(sidebar, look=replace(HELVETICA, size=9.0), left=False),
    "pdf-margin-headings": partial(margin_headings, look=TIMES),
    "pdf-role-table": partial(role_table, look=HELVETICA),
    "pdf-running-header": partial(running_header, look=replace(HELVETICA, size=13.0, dates="inline")),
    "pdf-hidden-keywords": partial(hidden_keywords, look=HELVETICA),
    "pdf-icon-glyphs": partial(
        icon_glyphs, look=Look(face="Vera", size=8.5, bullet="\uf0a7", icons=ICONS, spell=ligatures)
    ),
}
