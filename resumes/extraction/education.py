"""Component "education": the highest degree, its field, and whether it is finished."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from resumes.extraction import findings
from resumes.extraction.degrees import RANK, DegreeName, degree_names, is_quantitative
from resumes.extraction.facts import Confidence, Education, Evidence
from resumes.extraction.findings import DateRange, Findings
from resumes.extraction.lexicons import load as lexicon

TOLD_ELSEWHERE = ("contact", "summary", "other")
"""Sections in which a person also names their own degree."""
WORK = ("experience", "projects", "skills", "courses", "awards")
"""Sections that hold a degree only where its own heading was not seen."""
DEEPEST_HEADER = 3
"""Lines (school, place, dates) that can stand above a degree in its entry."""


@dataclass(frozen=True, slots=True)
class Study:
    """A degree with the lines of its entry, `first` to `last` (half-open)."""

    name: DegreeName
    line: int
    first: int
    last: int
    rule: str


@Language.component("bandwise_education")
def find_education(doc: Doc) -> Doc:
    """Fill `findings.education`; leave every degree found in `doc.spans["education"]`, labelled with its rule."""
    found = findings.of(doc)
    read = studies(found)
    found.education = highest_degree(found, read)
    spans = (_span(doc, found, study) for study in read)
    doc.spans["education"] = [span for span in spans if span is not None]
    return doc


def studies(found: Findings) -> list[Study]:
    """Return the degrees that the education section names; without one there, those told of elsewhere."""
    in_section = [
        study
        for section in found.sections
        if section.name == "education"
        for study in _entries(found, section.first, section.last)
    ]
    return in_section + list(_told_elsewhere(found, TOLD_ELSEWHERE)) or list(_told_elsewhere(found, WORK))


def highest_degree(found: Findings, read: list[Study]) -> Education:
    """Return the highest of the degrees read, "none" without any; a postdoc is told to have finished a PhD."""
    if not read:
        return _without_degree(found)
    rank = max(RANK[study.name.level] for study in read)
    if rank < RANK["phd"] and (postdoc := _postdoc(found)):
        return Education("phd", confidence="medium", evidence=(postdoc,))
    top = [study for study in read if RANK[study.name.level] == rank]
    return _education(found, top)


def _education(found: Findings, top: list[Study]) -> Education:
    in_section = [study for study in top if study.rule == "section"]
    decisive = in_section or top
    unfinished = all(_unfinished(found, study) for study in decisive)
    named = next((study for study in decisive if study.name.field), decisive[0])
    evidence = tuple(sorted({_evidence(found, study) for study in decisive}))
    return Education(
        highest=named.name.level,
        in_progress=unfinished,
        field=named.name.field,
        quantitative=any(study.name.engineering or is_quantitative(study.name.field or "") for study in top),
        confidence=_confidence(found, decisive),
        evidence=evidence,
    )


def _confidence(found: Findings, decisive: list[Study]) -> Confidence:
    if decisive[0].rule != "section":
        return "low" if decisive[0].rule in WORK else "medium"
    agreed = len({_unfinished(found, study) for study in decisive}) == 1
    return "high" if agreed else "medium"


def _without_degree(found: Findings) -> Education:
    if postdoc := _postdoc(found):
        return Education("phd", confidence="low", evidence=(postdoc,))
    return Education("none", confidence="low")


def _entries(found: Findings, first: int, last: int) -> Iterator[Study]:
    """Yield the degrees of one education section, each with the lines of its entry.

    Resumes put the school above the degree or below it, all entries alike: as many lines as stand above the first
    degree stand above the others.
    """
    start = _first_content(found, first, last)
    named = [(i, name) for i in range(start, last) for name in degree_names(found.document.line_text(i), expected=True)]
    above = min(named[0][0] - start, DEEPEST_HEADER) if named else 0
    lines = sorted({line for line, _ in named})
    for line, name in named:
        following = next((other for other in lines if other > line), last + above)
        previous = max((other for other in lines if other < line), default=start - 1)
        first = _entry_start(found, line, max(line - above, previous + 1))
        yield Study(name, line, first, max(following - above, line + 1), "section")


def _entry_start(found: Findings, line: int, earliest: int) -> int:
    """Return the first line of a degree's entry: a bullet opens one, and a dated line belongs to another date's."""
    start, dated = line, _is_dated(found, line)
    while start > earliest and not found.document.line_text(start).startswith("• "):
        if dated and _is_dated(found, start - 1):
            break
        start -= 1
    return start


def _is_dated(found: Findings, index: int) -> bool:
    return bool(_dates_in(found, index))


def _dates_in(found: Findings, index: int) -> list[DateRange]:
    line = found.document.lines[index]
    return [d for d in found.dates if line.start <= d.evidence.start < line.end and not d.typo]


def _first_content(found: Findings, first: int, last: int) -> int:
    """Return the first line under the heading, the heading's own line where the entry begins in it."""
    heading = next((s.heading for s in found.sections if s.first == first), None)
    if heading is None or degree_names(found.document.line_text(heading), expected=True):
        return first
    return min(heading + 1, last)


def _told_elsewhere(found: Findings, names: tuple[str, ...]) -> Iterator[Study]:
    """Yield the degrees named in sections of these names; no bullet of a job is read, it tells of others too."""
    for section in found.sections:
        if section.name in names:
            for index in range(section.first, section.last):
                if names == WORK and found.document.line_text(index).startswith("• "):
                    continue
                text = found.document.line_text(index)
                for name in degree_names(text, expected=index == 0 and bool(NAME_AND_DEGREE.match(text))):
                    yield Study(name, index, index, index + 1, section.name)


def _evidence(found: Findings, study: Study) -> Evidence:
    start = found.document.lines[study.line].start
    return Evidence(start + study.name.start, start + study.name.end)


def _span(doc: Doc, found: Findings, study: Study) -> Span | None:
    evidence = _evidence(found, study)
    label = f"{study.rule}:{study.name.level}"
    return doc.char_span(evidence.start, evidence.end, label=label, alignment_mode="expand")


def _unfinished(found: Findings, study: Study) -> bool:
    """Tell whether the degree is not finished: the entry says so, or its date is open or still to come."""
    text = "\n".join(
        found.document.line_text(i) for i in range(study.first, study.last) if not _is_bullet(found, i, study)
    )
    if _unfinished_words().search(text) or WRAPPED_PRESENT.search(text) or _graduates_later(found, text):
        return True
    date = _date_of(found, study)
    return date is not None and (date.end == "present" or _after(date.end, found))


def _graduates_later(found: Findings, text: str) -> bool:
    return any(int(year[1]) > found.as_of.year for year in GRADUATES.finditer(text))


def _is_bullet(found: Findings, index: int, study: Study) -> bool:
    return index > study.line and found.document.line_text(index).startswith("• ")


def _date_of(found: Findings, study: Study) -> DateRange | None:
    """Return the date of the degree: in its own line, else in the lines above it, else below."""
    nearest = [study.line, *range(study.line - 1, study.first - 1, -1), *range(study.line + 1, study.last)]
    for index in nearest:
        if inside := _dates_in(found, index):
            return max(inside, key=lambda d: "9999" if d.end == "present" else d.end or "")
    return None


def _after(end: str | None, found: Findings) -> bool:
    """Tell whether a date lies after the day that "present" means; a bare year does when it has not begun yet."""
    today = found.as_of.strftime("%Y-%m")
    return bool(end) and end != "present" and str(end) > today[: len(str(end))]


@cache
def _unfinished_words() -> re.Pattern[str]:
    """Return a pattern of the words that tell so; a "Candidate of Sciences" has finished."""
    words = "|".join(map(re.escape, lexicon("degrees")["context"]["unfinished"]))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?!\s+of\b)", re.IGNORECASE)


GRADUATES = re.compile(r"\b(?:class|batch) of (20\d\d)\b", re.IGNORECASE)
WRAPPED_PRESENT = re.compile(r"[-–—]\s*(?:\t[^\n]*|[A-Z][^\n]*)?\n(?:present|now|current)\b", re.IGNORECASE)
"""An open date of a narrow rail: "Sep 2021 -" in one line, "present" in the next."""

NAME_AND_DEGREE = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}, [A-Z]\.[A-Z]")
"""A person's name with the letters of a degree: "Ada Moreau, M.S."."""
POSTDOC = re.compile(r"\bpost[\s-]?doc(?:toral)?\b", re.IGNORECASE)


def _postdoc(found: Findings) -> Evidence | None:
    """Return where a role's title says that the person was a postdoc."""
    titled = (role for role in found.roles if role.title and POSTDOC.search(role.title) and role.evidence)
    return next((role.evidence[0] for role in titled), None)
