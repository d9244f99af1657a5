"""Resumes as Word files: plain, in tables, in a text box, with a page header, with content controls."""

import zipfile
from collections.abc import Callable
from datetime import datetime
from functools import partial
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from tests.corpus.heads import heads, style_of
from tests.corpus.person import Entry, HeadStyle, Person, Section, lines, plain

WRITTEN = datetime(2026, 1, 1)  # noqa: DTZ001  (Word's core properties carry no zone)
TEXT_BOX = """
<w:r {word} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">
  <mc:AlternateContent>
    <mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="5400000" cy="900000"/>
      <wp:docPr id="7" name="Text Box 7"/><a:graphic><a:graphicData
      uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
      <wps:spPr/><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
    </wp:inline></w:drawing></mc:Choice>
    <mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>
    </mc:Fallback>
  </mc:AlternateContent>
</w:r>
"""


def in_paragraphs(person: Person, *, contact: Callable[[Document, Person], None]) -> bytes:
    """Headings in Word's heading style, dates behind a tab, bullets as lists; `contact` writes the top."""
    document = _blank()
    contact(document, person)
    for section in person.sections:
        _write_section(document, section, person.style)
    return _pack(document)


def contact_in_body(document: Document, person: Person) -> None:
    document.add_heading(person.name, 0)
    if person.headline:
        document.add_paragraph(plain(person.headline))
    document.add_paragraph(" | ".join(person.contact))


def contact_in_header(document: Document, person: Person) -> None:
    """Address, telephone and e-mail stand in the page header alone."""
    header = document.sections[0].header
    header.paragraphs[0].text = " | ".join(person.contact)
    document.add_heading(person.name, 0)
    if person.headline:
        document.add_paragraph(plain(person.headline))


def contact_in_text_box(document: Document, person: Person) -> None:
    """Name and contact data in a text box, which Word stores twice: as a drawing and as its fallback."""
    rows = [person.name, plain(person.headline), *person.contact]
    content = "".join(f"<w:p><w:r><w:t>{_escape(row)}</w:t></w:r></w:p>" for row in rows if row)
    document.add_paragraph()._p.append(parse_xml(TEXT_BOX.format(word=nsdecls("w"), content=content)))


def in_tables(person: Person) -> bytes:
    """One borderless table a section: dates in the left cell, the rest in the right one."""
    document = _blank()
    contact_in_body(document, person)
    for section in person.sections:
        document.add_paragraph().add_run(section.heading.upper()).bold = True
        for line in lines(section.text):
            document.add_paragraph(line)
        _write_table(document, section)
        for line in lines(section.bullets):
            document.add_paragraph(line, style="List Bullet")
    return _pack(document)


def _write_table(document: Document, section: Section) -> None:
    entries = [part for entry in section.entries for part in (entry, *entry.positions)]
    if not entries:
        return
    table = document.add_table(rows=0, cols=2)
    for entry in entries:
        left, right = table.add_row().cells
        left.paragraphs[0].text = plain(entry.dates)
        right.paragraphs[0].add_run(plain(entry.title or entry.employer)).bold = True
        for line in _cell_lines(entry):
            right.add_paragraph(line)


def _cell_lines(entry: Entry) -> list[str]:
    where = ", ".join(plain(part) for part in (entry.employer if entry.title else "", entry.place) if part)
    return [*([where] if where else []), *lines(entry.text), *(f"- {line}" for line in lines(entry.bullets))]


def in_content_controls(person: Person) -> bytes:
    """Every paragraph of the body inside a content control, as Word's resume templates have it."""
    document = _blank()
    contact_in_body(document, person)
    for section in person.sections:
        _write_section(document, section, person.style)
    for paragraph in list(document.paragraphs):
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
        paragraph._p.addprevious(control)
        control[1].append(paragraph._p)
    return _pack(document)


def _write_section(document: Document, section: Section, style: HeadStyle) -> None:
    document.add_heading(section.heading, 1)
    for line in lines(section.text):
        document.add_paragraph(line)
    for entry in section.entries:
        _write_entry(document, entry, style_of(section, style))
    for line in lines(section.bullets):
        document.add_paragraph(line, style="List Bullet")


def _write_entry(document: Document, entry: Entry, style: HeadStyle) -> None:
    for head in heads(entry, style):
        paragraph: Paragraph = document.add_paragraph()
        paragraph.add_run(head.left).bold = head.bold
        if head.right:
            paragraph.add_run(f"\t{head.right}")
    for line in lines(entry.text):
        document.add_paragraph(line)
    for line in lines(entry.bullets):
        document.add_paragraph(line, style="List Bullet")
    for position in entry.positions:
        _write_entry(document, position, style)


def _blank() -> Document:
    document = docx.Document()
    properties = document.core_properties
    properties.created = properties.modified = WRITTEN
    properties.author = properties.last_modified_by = ""
    document.styles["Normal"].font.size = Pt(10)
    return document


def _pack(document: Document) -> bytes:
    """Return the file with every member dated the same, so that the same resume gives the same bytes."""
    written, packed = BytesIO(), BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, WRITTEN.timetuple()[:6]), source.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


DOCX_LAYOUTS: dict[str, Callable[[Person], bytes]] = {
    "docx-plain": partial(in_paragraphs, contact=contact_in_body),
    "docx-header": partial(in_paragraphs, contact=contact_in_header),
    "docx-text-box": partial(in_paragraphs, contact=contact_in_text_box),
    "docx-tables": in_tables,
    "docx-content-controls": in_content_controls,
}
