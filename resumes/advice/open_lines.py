"""Lines that tell of work and leave its outcome open, with the question that fits the kind of work."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from resumes.advice.lines import WorkLine, quoted
from resumes.advice.words import load
from resumes.extraction.facts import Evidence
from resumes.extraction.merit import flat, never
from resumes.reading.document import Document

Work = dict[str, Any]


def open_lines(document: Document, lines: tuple[WorkLine, ...]) -> Iterator[tuple[WorkLine, Work]]:
    """Yield the open lines that are worth completing most: nearest to a strong line first, few of one role."""
    limits = load()["limits"]
    nearest = sorted((line for line in lines if is_open(document, line)), key=nearness)
    told: Counter[Evidence | None] = Counter()
    for line in nearest:
        told[line.role.body] += 1
        if told[line.role.body] <= limits["open_lines_of_a_role"] and told.total() <= limits["open_lines"]:
            yield line, work_of(quoted(document, line.evidence))


def nearness(line: WorkLine) -> tuple[bool, float]:
    """Return what open lines are sorted by: ML and adjacent work first, then those with most reasons already."""
    return line.role.kind == "other", -line.found.score


def is_open(document: Document, line: WorkLine) -> bool:
    """Return whether a line tells of work without a measured outcome; headings and lists of tools tell of none."""
    text = quoted(document, line.evidence)
    if len(text) < load()["limits"]["shortest_line"] or text.endswith(":") or never().match(flat(text)):
        return False
    return not (line.shows("metric") or line.shows("research"))


def work_of(text: str) -> Work:
    """Return the first kind of work whose signs the text holds; the last kind holds every text."""
    small = flat(text) + " "
    return next(work for work, pattern in signs() if pattern.search(small))


@cache
def signs() -> tuple[tuple[Work, re.Pattern[str]], ...]:
    return tuple(
        (work, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, work['signs']))})")) for work in load()["work"]
    )
