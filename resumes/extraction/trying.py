"""Read a piece of text as if it stood in a resume, to see which skills and employers the lexicons find in it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from resumes.extraction.amendments import Amendments
from resumes.extraction.employer_kinds import employer_kind
from resumes.extraction.facts import Role
from resumes.extraction.findings import Findings
from resumes.extraction.pipeline import Pipeline, amend, find
from resumes.extraction.skill_context import counted
from resumes.extraction.skills import gather
from resumes.extraction.tried import Find, Found, Frame, Tried
from resumes.reading.document import Document
from resumes.reading.limits import Limits
from resumes.reading.reader import read

JOB = "Alex Example\nSeattle, WA\n\nExperience\nSoftware Engineer, Example Company\nJanuary 2020 - Present\n"
SKILLS = "Alex Example\nSeattle, WA\n\nSkills\n"
BEFORE: Mapping[Frame, str] = {"job": JOB, "skills": SKILLS}
"""What stands before a piece of text that is no whole resume."""

COMPONENTS = ("sections", "dates", "roles", "place")
"""What skills and employers lean on: a piece of text need be no resume, and no more is asked of it."""


def try_out(text: str, frame: Frame, pipeline: Pipeline, changes: tuple[Amendments, Amendments], as_of: date) -> Tried:
    """Return what is found in a text with the one and with the other changes to the lexicons.

    Raises `ReadingError` for a text that cannot be read.
    """
    before = BEFORE.get(frame, "")
    document = read((before + text).encode(), Limits())
    start = document.text.index(last_line(before)) + len(last_line(before)) + 1 if before else 0
    findings = find(document, pipeline, as_of, only=[f"bandwise_{name}" for name in COMPONENTS])
    now, then = (found(findings, frame, amend(pipeline, one)) for one in changes)
    return Tried(document.text[start:], shifted(now, start), shifted(then, start))


def last_line(text: str) -> str:
    return text.splitlines()[-1]


def found(findings: Findings, frame: Frame, pipeline: Pipeline) -> Found:
    """Return the skills and employers that one pipeline finds."""
    if frame == "employers":
        return Found(employers=tuple(line_by_line(findings.document, pipeline)))
    with_tables = replace(findings, skill_tables=pipeline.skill_tables, own_employers=pipeline.own_employers)
    skills = gather(counted(with_tables))
    finds = (Find(s.name, s.category, tuple((at.start, at.end) for at in s.evidence)) for s in skills)
    return Found(tuple(finds), tuple(employers(with_tables)))


def line_by_line(document: Document, pipeline: Pipeline) -> Iterator[Find]:
    """Yield every line as an employer."""
    for line in document.lines:
        name = document.text[line.start : line.end].strip()
        if name:
            yield Find(name, employer_kind(name, pipeline.own_employers) or "", ((line.start, line.end),))


def employers(findings: Findings) -> Iterator[Find]:
    """Yield the employers of a resume's roles, each once."""
    by_name: dict[str, list[Role]] = {}
    for role in findings.roles:
        if role.employer:
            by_name.setdefault(role.employer, []).append(role)
    for name, roles in by_name.items():
        ranges = (span for role in roles for span in named_at(name, role, findings.document.text))
        yield Find(name, employer_kind(name, findings.own_employers) or "", tuple(ranges))


def named_at(name: str, role: Role, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a role's lines print its employer."""
    for part in role.evidence:
        at = text.find(name, part.start, part.end)
        if at >= 0:
            yield at, at + len(name)


def shifted(whole: Found, start: int) -> Found:
    """Return what was found behind `start`, counted from there."""
    return Found(tuple(behind(whole.skills, start)), tuple(behind(whole.employers, start)))


def behind(finds: tuple[Find, ...], start: int) -> Iterator[Find]:
    for find_ in finds:
        ranges = tuple((first - start, last - start) for first, last in find_.ranges if first >= start)
        if ranges:
            yield replace(find_, ranges=ranges)
