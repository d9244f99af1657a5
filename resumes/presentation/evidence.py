"""The facts that the resume's own words stand behind, each with all places where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from resumes.advice.lines import WorkLine, quoted, work_lines
from resumes.advice.open_lines import open_lines
from resumes.advice.strongest import strongest
from resumes.extraction.facts import Evidence, Facts, Role
from resumes.presentation.places import place_named
from resumes.presentation.quotes import at, cut, mark_id
from resumes.presentation.words import load, named, sentence
from resumes.reading.document import Document


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact in a few words; `number` tells it from others, `kind` is what its mark says of it: "skill"."""

    number: int
    words: str
    kind: str
    evidence: tuple[Evidence, ...]

    @property
    def id(self) -> str:
        return f"fact-{self.number}"

    @property
    def at(self) -> str:
        """Where the fact stands, as marks name it."""
        return at(*self.evidence)

    @property
    def mark(self) -> str:
        """The id of its first mark."""
        return mark_id(self.at)

    @property
    def name(self) -> str:
        return f"{self.words} ({self.kind})"


@dataclass(frozen=True, slots=True)
class FactGroup:
    """Facts of one kind, as a list names them."""

    name: str
    facts: tuple[Fact, ...]
    in_line: bool = False
    """Whether they are short and many, and stand one after the other."""


Told = tuple[str, Iterable[Evidence]]
"""A fact in words and its evidence."""
Lines = tuple[WorkLine, ...] | None


def facts_shown(document: Document, facts: Facts, lines: Lines = None) -> tuple[FactGroup, ...]:
    """Return the facts with words behind them, in the order of the page, numbered through.

    `lines` are the resume's `work_lines`, where the caller has them.
    """
    numbers = count(1)
    groups = (group(kind, told, numbers) for kind, told in families(document, facts, lines))
    return tuple(one for one in groups if one.facts)


def group(kind: str, told: Iterable[Told], numbers: Iterator[int]) -> FactGroup:
    """Return the facts of one kind, those without any words of the resume left out."""
    real = [(words, tuple(sorted({one for one in evidence if one.start < one.end}))) for words, evidence in told]
    facts = [Fact(next(numbers), words, named("evidence", kind), found) for words, found in real if found]
    return FactGroup(load()["evidence_groups"][kind], tuple(facts), in_line=kind == "skill")


def families(document: Document, facts: Facts, lines: Lines) -> Iterator[tuple[str, Iterable[Told]]]:
    """Yield each kind of fact with its facts."""
    yield "role", [(role_words(role), role.evidence) for role in facts.roles]
    yield "years", [(f"{one.years.normalize():f} years", [one.evidence]) for one in [facts.stated_years] if one]
    yield "place", [(place_named(one), one.evidence) for one in [facts.location] if one]
    yield "degree", [(sentence(named("degrees", facts.education.highest)), facts.education.evidence)]
    yield "specialization", specialization(facts)
    yield "llm", [("LLM work in a paid role", facts.llm_production)]
    yield "line", [(cut(one.quote), [one.evidence]) for one in strongest(document, facts)]
    yield "open", lines_left_open(document, work_lines(document, facts) if lines is None else lines)
    yield "remark", remarks(facts)
    yield "skill", [(skill.name, skill.evidence) for skill in facts.skills]


def role_words(role: Role) -> str:
    """Return "ML Engineer, Example Robotics", or what there is of it."""
    return ", ".join(part for part in (role.title, role.employer) if part) or "A role without a title"


def specialization(facts: Facts) -> list[Told]:
    """Return what speaks for the specialization; nothing speaks for a generalist, who has none."""
    guess = facts.specialization
    if guess is None or guess.primary == "generalist":
        return []
    return [(sentence(named("specializations", guess.primary)), guess.evidence)]


def lines_left_open(document: Document, lines: tuple[WorkLine, ...]) -> list[Told]:
    """Return the lines that the page asks a number for."""
    found = (line for line, _ in open_lines(document, lines))
    return [(cut(quoted(document, line.evidence)), [line.evidence]) for line in found]


def remarks(facts: Facts) -> list[Told]:
    """Return what is to be checked, where it stands somewhere."""
    return [(named("remarks", one.code).rstrip(":"), [one.evidence]) for one in facts.remarks if one.evidence]
