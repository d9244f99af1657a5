"""What the pipeline's components hand on to each other, on the way from a document to facts."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from spacy.tokens import Doc

from resumes.extraction.employer_kinds import Known
from resumes.extraction.facts import (
    Achievement,
    Education,
    Evidence,
    Location,
    Remark,
    Role,
    Skill,
    SpecializationGuess,
    StatedYears,
)
from resumes.extraction.skill_lexicon import Tables, tables
from resumes.reading.document import Document

SectionName = Literal[
    "contact",
    "summary",
    "experience",
    "education",
    "projects",
    "publications",
    "skills",
    "awards",
    "volunteering",
    "courses",
    "other",
]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines `first` to `last` (half-open, heading included) under one heading; `heading` its line, None at the top."""

    name: SectionName
    first: int
    last: int
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range of dates as printed: bounds like `Role.start` and `Role.end`; `rule` names the pattern that found it.

    A single date has the same start and end. `typo` marks a likely slip ("Jan 216"): flagged, not believed.
    `rest` is the second half of a range that a rail prints over two lines, with other text between them.
    """

    start: str | None
    end: str | None
    evidence: Evidence
    rule: str
    typo: bool = False
    rest: Evidence | None = None


@dataclass(slots=True)
class Findings:
    """The working state of one extraction; each component fills its own fields and reads those before it.

    `skill_tables` are the skills that are looked for, `own_employers` those that staff tell beside the files.
    """

    document: Document
    as_of: date
    skill_tables: Tables = field(default_factory=tables)
    own_employers: tuple[Known, ...] = ()
    sections: list[Section] = field(default_factory=list)
    dates: list[DateRange] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    stated_years: StatedYears | None = None
    current_title: str | None = None
    rung: str | None = None
    employer_kind: str | None = None
    education: Education = field(default_factory=lambda: Education("none"))
    location: Location | None = None
    skills: list[Skill] = field(default_factory=list)
    specialization: SpecializationGuess | None = None
    llm_production: list[Evidence] = field(default_factory=list)
    achievements: list[Achievement] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def section_of(self, line: int) -> SectionName:
        """Return the name of the section that holds the line, "other" where none does."""
        return next((s.name for s in self.sections if s.first <= line < s.last), "other")


if not Doc.has_extension("findings"):
    Doc.set_extension("findings", default=None)


def of(doc: Doc) -> Findings:
    """Return the findings that travel with a spaCy document."""
    findings: Findings = doc._.findings
    return findings
