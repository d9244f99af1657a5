"""When and where the person studied: what runs beside a degree is likely a student's post."""

import re
from functools import cache

from resumes.extraction.facts import Evidence
from resumes.extraction.findings import DateRange, Findings
from resumes.extraction.lexicons import load
from resumes.extraction.phrases import Phrases
from resumes.extraction.titles import is_school
from resumes.extraction.years import Span, month_span

BREAK = 6
"""Months between two degrees that still count as studies."""
SMALL_WORDS = {"of", "the", "and", "for", "de", "at", "in"}


class Studies:
    """The months of all degrees of a resume and the initials of the places of study."""

    def __init__(self, found: Findings) -> None:
        lines = [line for s in found.sections if s.name == "education" for line in range(s.first, s.last)]
        self.spans = joined(_spans(found, lines))
        texts = [found.document.line_text(line) for line in lines]
        self.initials = {short for text in texts for short in initials(text)}

    def covers(self, span: Span | None) -> bool:
        """Return whether most of a span lies in studies, or before the first degree was finished."""
        if span is None or not self.spans:
            return False
        inside = sum(max(0, min(span[1], last) - max(span[0], first)) for first, last in self.spans)
        return 2 * inside > span[1] - span[0] or span[1] <= self.spans[0][1]

    def at_school(self, employer: str, head: str) -> bool:
        """Return whether an employer is a place of study, or the head holds the initials of one of the resume's."""
        return is_school(employer) or any(word in self.initials for word in re.findall(r"[A-Z]{3,}", head))


def initials(text: str) -> set[str]:
    """Return the initials that a line's school goes by: "Worcester Polytechnic Institute" is WPI."""
    found = set()
    for run in re.findall(r"(?:[A-Z][\w'’.&-]+(?:\s+(?:of|the|and|for|de|at|in)\b)* *){2,}", text):
        words = [word for word in re.findall(r"\w[\w'’.&-]*", run) if word.lower() not in SMALL_WORDS]
        if is_school(run):
            found.add("".join(word[0] for word in words))
    return {short for short in found if len(short) >= 3}


def joined(spans: list[Span]) -> list[Span]:
    """Return spans in order, those that overlap or nearly touch made one."""
    result: list[Span] = []
    for first, last in sorted(spans):
        if result and first <= result[-1][1] + BREAK:
            result[-1] = (result[-1][0], max(last, result[-1][1]))
        else:
            result.append((first, last))
    return result


def _spans(found: Findings, lines: list[int]) -> list[Span]:
    spans = []
    for line in lines:
        bounds = found.document.lines[line]
        here = [dated for dated in found.dates if bounds.start <= dated.evidence.start < bounds.end]
        spans += [span for dated in here if (span := _span(found, dated, line))]
    return spans


def _span(found: Findings, dated: DateRange, line: int) -> Span | None:
    """Return the months of one degree; of a single date, that it was finished then, after the usual years.

    A course is finished at a date as well, and takes no years.
    """
    span = month_span(dated.start, dated.end, found.as_of)
    if span is None or dated.start != dated.end:
        return span
    own = found.document.line_text(line)
    if _courses().search(own) and not _names_degree(own):
        return span
    return span[1] - 12 * _usual_years(_near(found, line)), span[1]


def _near(found: Findings, line: int) -> str:
    lines = found.document.lines
    first, last = max(0, line - 2), min(len(lines) - 1, line + 1)
    return Evidence(lines[first].start, lines[last].end).quote(found.document.text)


@cache
def _degrees() -> list[tuple[int, Phrases]]:
    table = load("kinds")["usual_years"]
    return [(entry["years"], Phrases(entry["words"])) for entry in table.values()]


@cache
def _courses() -> Phrases:
    titles = load("titles")
    return Phrases([*titles["course_givers"]["words"], *titles["courses"]["words"]])


def _names_degree(text: str) -> bool:
    return any(words.search(text) for _, words in _degrees())


def _usual_years(text: str) -> int:
    """Return how long the first degree named in a text usually takes; four years where none is."""
    return next((years for years, words in _degrees() if words.search(text)), 4)
