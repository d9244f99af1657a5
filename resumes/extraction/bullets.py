"""Bullets: the items that a resume is written in, each with the lines that carry it on."""

from collections.abc import Iterator

from resumes.extraction.facts import Evidence
from resumes.reading.document import Document

BULLET = "• "

FULL_LINE = 60
"""Letters from which a line without a full stop is taken to go on in the next."""


def bullets(document: Document, first: int, last: int) -> Iterator[Evidence]:
    """Yield the items of the lines `first` to `last` (half-open): a bullet, or a line where there are none."""
    start: int | None = None
    for number in range(first, last):
        line = document.lines[number]
        goes_on = start is not None and carries_on(document.line_text(number - 1), document.line_text(number))
        if start is not None and not goes_on:
            yield Evidence(start, document.lines[number - 1].end)
        if not goes_on:
            start = line.start
    if start is not None:
        yield Evidence(start, document.lines[last - 1].end)


def bullets_within(document: Document, part: Evidence) -> Iterator[Evidence]:
    """Yield the items of the lines that lie in a part of the text."""
    inside = [n for n, line in enumerate(document.lines) if part.start <= line.start and line.end <= part.end]
    if inside:
        yield from bullets(document, inside[0], inside[-1] + 1)


def carries_on(before: str, line: str) -> bool:
    """Return whether a line goes on with the sentence of the one before it, which broke off at the margin."""
    if line.startswith(BULLET) or "\t" in line or not line.strip():
        return False
    broke_off = len(before) >= FULL_LINE and not before.rstrip().endswith((".", ":", ";", "!"))
    return line[0].islower() or broke_off
