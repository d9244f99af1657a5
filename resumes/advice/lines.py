"""The lines of paid work, each read for what it proves."""

from collections.abc import Iterator
from dataclasses import dataclass

from resumes.advice.words import load
from resumes.extraction.bullets import BULLET, bullets_within
from resumes.extraction.facts import PROFESSIONAL, Achievement, Evidence, Facts, Role, Skill
from resumes.extraction.merit import judge
from resumes.reading.document import Document


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A line under a role, as it was judged."""

    role: Role
    found: Achievement

    @property
    def evidence(self) -> Evidence:
        return self.found.evidence

    def shows(self, reason: str) -> bool:
        """Return whether the line bears out a reason."""
        return reason in self.found.reasons


def work_lines(document: Document, facts: Facts) -> tuple[WorkLine, ...]:
    """Return the lines of paid roles, ML and adjacent ones before others, each kind in the order of the resume."""
    paid = [role for role in facts.roles if role.kind in PROFESSIONAL and role.body]
    paid.sort(key=lambda role: role.kind == "other")
    return tuple(line for role in paid for line in lines_of(document, role))


def lines_of(document: Document, role: Role) -> Iterator[WorkLine]:
    """Yield the lines under one role."""
    for item in bullets_within(document, role.body) if role.body else ():
        yield WorkLine(role, judge(document.text, item))


def quoted(document: Document, evidence: Evidence) -> str:
    """Return the resume's own words, white space folded and without the bullet."""
    return " ".join(evidence.quote(document.text).removeprefix(BULLET).split())


def skills_of_side(facts: Facts, side: str) -> Iterator[Skill]:
    """Return the skills that speak for a side of the work, "theory" or "engineering"; names of whole fields do not."""
    of_side = load()[side]
    return (one for one in facts.skills if one.category in of_side["categories"] and one.name not in of_side["fields"])
