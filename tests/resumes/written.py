"""Resumes as the pages find them: read, with facts whose evidence stands in their text."""

from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from resumes.extraction.facts import Education, Evidence, Facts, Location, Role, Skill, SpecializationGuess
from resumes.models import Reading, Resume, State
from resumes.reading.document import Document, Line

TEXT = """Ana Example
Seattle, WA
Machine Learning Engineer, Example Robotics
perception stack for parcel robots
Software Engineer, Example Maps
Research Intern, Example Lab
M.S. Computer Science"""

AS_OF = date(2026, 11, 1)


def at(words: str, text: str = TEXT) -> Evidence:
    """Return where the words stand in the text."""
    start = text.index(words)
    return Evidence(start, start + len(words))


def document(text: str = TEXT) -> Document:
    """Return the text as a PDF of one page."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line)))
        start += len(line) + 1
    return Document(text, tuple(lines), "pdf")


def role(title: str, start: str | None, end: str | None, kind: Any = "ml", confidence: Any = "high") -> Role:
    """Return a role whose title stands in the text."""
    return Role(title, "Example", start, end, kind, confidence, (at(title),))


ML = role("Machine Learning Engineer", "2021-01", "present")
SOFTWARE = role("Software Engineer", "2018-01", "2020-12", "adjacent")
INTERN = role("Research Intern", "2017-06", "2017-08", "internship")

FACTS = Facts(
    roles=(ML, SOFTWARE, INTERN),
    education=Education(
        "master", field="Computer Science", quantitative=True, confidence="high", evidence=(at("M.S."),)
    ),
    location=Location("Seattle", "WA", "US", "seattle", "42660", "high", (at("Seattle, WA"),)),
    current_title="Machine Learning Engineer",
    specialization=SpecializationGuess(
        "computer-vision", {"computer-vision": 1.0}, "high", (), (at("perception stack"),)
    ),
    skills=(Skill("PyTorch", "framework", ()), Skill("Go", "language", ())),
)
"""5.83 ML years and 3.00 adjacent ones: 7.33 relevant years, senior."""


def read_resume(client: Client, facts: Facts = FACTS, text: str = TEXT, **columns: Any) -> Resume:
    """Store a resume of this browser that has been read."""
    now = timezone.now()
    values = {"owner": client.session["owner"], "filename": "ana.pdf", "size": 10, "as_of": AS_OF}
    resume = Resume(**values | {"state": State.DONE, "ended_at": now} | columns)
    resume.file.save("resume", ContentFile(b"%PDF-1.4"), save=False)
    resume.save(force_insert=True)
    found = document(text)
    measured = {"seconds_reading": 0.1, "seconds_extracting": 0.1, "peak_mib": 50, "remarks": (), "pages": 1}
    Reading.objects.create(
        resume=resume, version="1", text=text, lines=found.lines, format="pdf", facts=facts, **measured
    )
    return resume


def waiting_resume(client: Client, **columns: Any) -> Resume:
    """Store a resume of this browser that nobody has read yet."""
    values = {"owner": client.session["owner"], "filename": "ana.pdf", "size": 10}
    resume = Resume(**values | columns)
    resume.file.save("resume", ContentFile(b"%PDF-1.4"), save=False)
    resume.save(force_insert=True)
    return resume


def failed_resume(client: Client, code: str) -> Resume:
    """Store a resume of this browser that could not be read."""
    return waiting_resume(client, state=State.FAILED, code=code, ended_at=timezone.now())


def expired(resume: Resume) -> Resume:
    """Let a resume's day be over."""
    long_ago = timezone.now() - timedelta(hours=30)
    Resume.objects.filter(pk=resume.pk).update(created_at=long_ago, expires_at=long_ago + timedelta(hours=24))
    return resume
