"""What speaks for a specialization, and how much it counts where it stands."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from resumes.extraction.facts import Evidence, Role
from resumes.extraction.findings import Findings
from resumes.extraction.lexicons import any_of, load
from resumes.extraction.skill_lexicon import Tables
from resumes.extraction.skill_mentions import mentions


@dataclass(frozen=True, slots=True)
class Clue:
    """A half-open range that speaks, with a weight from 0 to 1, for each specialization of `speaks`."""

    start: int
    end: int
    key: str
    speaks: Mapping[str, float]


@dataclass(frozen=True)
class Passage:
    """Ranges that count together, with the weight of what stands in them."""

    ranges: tuple[Evidence, ...]
    weight: float

    @cached_property
    def _whole(self) -> Evidence:
        """From the first to the last range: most clues lie outside, which is told at once."""
        return Evidence(min(part.start for part in self.ranges), max(part.end for part in self.ranges))

    def holds(self, clue: Clue) -> bool:
        start, end = clue.start, clue.end
        if not self.ranges or start < self._whole.start or end > self._whole.end:
            return False
        return any(part.start <= start and end <= part.end for part in self.ranges)


@cache
def terms() -> Mapping[str, Mapping[str, float]]:
    """Return the words that speak for specializations, lower case, each with its weights."""
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for specialization, weights in load("specializations")["terms"].items():
        for term, weight in weights.items():
            found[term][specialization] = weight
    return found


@cache
def term_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(terms())})s?\b", re.IGNORECASE)


def clues(text: str, tables: Tables) -> Iterator[Clue]:
    """Yield every clue of a text: skills that speak for a specialization, and words outside of them."""
    reached = 0
    for mention in mentions(text, tables):
        yield from words_in(text, reached, mention.start)
        if mention.entry.speaks and mention.form.rule not in {"listed", "retyped"}:
            yield Clue(mention.start, mention.end, mention.entry.name, mention.entry.speaks)
            reached = mention.end
        else:
            reached = mention.start
    yield from words_in(text, reached, len(text))


def words_in(text: str, start: int, end: int) -> Iterator[Clue]:
    """Yield the clues among the words of a range that name no skill."""
    for match in term_pattern().finditer(text, start, end):
        term = match[1].lower()
        yield Clue(*match.span(), term, terms()[term])


def passages(findings: Findings) -> Iterator[Passage]:
    """Yield the role titles, role bodies and sections of a resume, each range in one passage only."""
    places: dict[str, float] = load("specializations")["places"]
    for role, weight in weighed(findings.roles):
        yield Passage(role.evidence, weight * places["title"])
        if role.body:
            yield Passage((role.body,), weight * places["role"])
    for section in findings.sections:
        free = outside_roles(findings, section.first, section.last)
        name = "summary" if section.name == "contact" else section.name
        yield Passage(free, places.get(name, places["other"]))


def outside_roles(findings: Findings, first: int, last: int) -> tuple[Evidence, ...]:
    """Return the lines of a section that belong to no role."""
    taken = [part for role in findings.roles for part in (*role.evidence, role.body) if part]
    lines = (findings.document.lines[at] for at in range(first, last))
    free = (line for line in lines if not any(part.start < line.end and line.start < part.end for part in taken))
    return tuple(Evidence(line.start, line.end) for line in free)


def weighed(roles: list[Role]) -> Iterator[tuple[Role, float]]:
    """Yield the roles, latest first, with weights that fall with their age and follow their kind."""
    rules = load("specializations")
    for age, role in enumerate(sorted(roles, key=recency, reverse=True)):
        recent = max(rules["recency"]["floor"], rules["recency"]["step"] ** age)
        yield role, recent * rules["kinds"][role.kind]


def recency(role: Role) -> tuple[str, str]:
    """Return what roles are ordered by: the end, then the start; undated ones come last."""
    return ("9999" if role.end == "present" else role.end or "", role.start or "")
