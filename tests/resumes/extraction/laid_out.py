"""Findings with sections and roles set by hand, for tests of the components that come after them."""

from datetime import date

import spacy
from spacy.tokens import Doc

from resumes.extraction.facts import Evidence, Kind, Role
from resumes.extraction.findings import Findings, Section, SectionName
from resumes.reading.document import Document, Line

NLP = spacy.blank("en")


def laid_out(*parts: tuple[SectionName, str]) -> Doc:
    """Return a spaCy document whose sections are the parts, each with its lines and without headings."""
    lines: list[Line] = []
    sections: list[Section] = []
    start = 0
    for name, text in parts:
        first = len(lines)
        for line in text.split("\n"):
            lines.append(Line(start, start + len(line)))
            start += len(line) + 1
        sections.append(Section(name, first, len(lines)))
    text = "\n".join(text for _, text in parts)
    doc = NLP.make_doc(text)
    doc._.findings = Findings(Document(text, tuple(lines), "txt"), date(2026, 11, 1), sections=sections)
    return doc


def employ(doc: Doc, title: str, body: str, kind: Kind = "ml", years: tuple[str, str] = ("2022", "present")) -> Doc:
    """Add a role whose title and body are quotes of the document's text."""
    spans = [Evidence(doc.text.index(quote), doc.text.index(quote) + len(quote)) for quote in (title, body)]
    doc._.findings.roles.append(Role(title, None, *years, kind, "high", (spans[0],), spans[1]))
    return doc
