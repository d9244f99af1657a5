"""The estimate page's part on the resume itself: its strongest lines, and what would make it say more."""

from dataclasses import dataclass

from resumes.advice.lines import WorkLine, work_lines
from resumes.advice.strongest import StrongLine, strongest
from resumes.advice.suggestions import Suggestion, suggestions
from resumes.extraction.facts import Evidence
from resumes.presentation.basis import Basis
from resumes.presentation.quotes import at, mark_id, page_of
from resumes.reading.document import Document

OPEN_LINE = "no_outcome"
"""The code of suggestions about a line that states no outcome."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: as marks name it, the id of the mark, and the page from 1, 0 where there are none."""

    at: str
    mark: str
    page: int


@dataclass(frozen=True, slots=True)
class Strong:
    """A strong line with its place."""

    line: StrongLine
    place: Place


@dataclass(frozen=True, slots=True)
class Mend:
    """A suggestion with the place of its line, None where the resume as a whole is meant."""

    said: Suggestion
    place: Place | None


@dataclass(frozen=True, slots=True)
class Advice:
    """The strongest lines and the suggestions, both best first, and all lines that they were chosen from."""

    strong: tuple[Strong, ...]
    mends: tuple[Mend, ...]
    lines: tuple[WorkLine, ...] = ()

    @property
    def open_lines(self) -> int:
        """How many lines would be worth a number."""
        return sum(mend.said.code == OPEN_LINE for mend in self.mends)

    @property
    def others(self) -> int:
        return len(self.mends) - self.open_lines


def advice(basis: Basis) -> Advice:
    """Return the advice of a resume as corrected."""
    document, facts = basis.document, basis.facts
    lines = work_lines(document, facts)
    found = suggestions(document, facts, basis.estimate, basis.guide, lines)
    return Advice(
        tuple(Strong(line, place(document, line.evidence)) for line in strongest(document, facts)),
        tuple(Mend(one, place(document, one.evidence) if one.evidence else None) for one in found),
        lines,
    )


def place(document: Document, evidence: Evidence) -> Place:
    """Return where evidence stands."""
    where = at(evidence)
    return Place(where, mark_id(where), page_of(document, evidence) if document.format == "pdf" else 0)
