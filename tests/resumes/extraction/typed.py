"""Findings of a resume typed as plain text, for tests of single components."""

from datetime import date

import spacy

from resumes.extraction import dates, education, findings, place, roles, sections, skills, stated
from resumes.extraction.findings import Findings
from resumes.reading.reader import read

AS_OF = date(2026, 11, 1)
STEPS = (
    sections.find_sections,
    dates.find_dates,
    stated.find_stated,
    roles.find_roles,
    education.find_education,
    place.find_place,
    skills.find_skills,
)


def found(text: str) -> Findings:
    """Return what the components up to skills find in a text."""
    document = read(text.strip("\n").encode())
    doc = spacy.blank("en").make_doc(document.text)
    doc._.findings = Findings(document=document, as_of=AS_OF)
    for component in STEPS:
        component(doc)
    return findings.of(doc)
