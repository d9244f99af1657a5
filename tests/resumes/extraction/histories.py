"""Work histories written as text, and the roles that are found in them."""

from datetime import date

import spacy

from resumes.extraction import dates, findings, roles, sections
from resumes.extraction.facts import Role
from resumes.extraction.findings import Findings
from resumes.reading.document import Document, Line

AS_OF = date(2024, 7, 15)
NLP = spacy.blank("en")


def read(text: str) -> Document:
    lines, start, blank = [], 0, False
    for row in text.split("\n"):
        if row.strip():
            lines.append((row, blank))
        blank = not row.strip()
    placed = []
    for row, gap in lines:
        placed.append(Line(start, start + len(row), gap=1.0 if gap else 0.0))
        start += len(row) + 1
    return Document("\n".join(row for row, _ in lines), tuple(placed), "txt")


def found(text: str) -> Findings:
    document = read(text.strip("\n"))
    doc = NLP.make_doc(document.text)
    doc._.findings = Findings(document=document, as_of=AS_OF)
    for component in (sections.find_sections, dates.find_dates, roles.find_roles):
        component(doc)
    return findings.of(doc)


def brief(role: Role) -> tuple[str | None, str | None, str | None, str | None]:
    return role.title, role.employer, role.start, role.end


def listed(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [brief(role) for role in found(text).roles]


ENGINEER = ("Data Engineer", "Brightloom", "2019-03", "2021-06")
SCIENTIST = ("Data Scientist", "Norvane Ltd", "2021-07", "present")
