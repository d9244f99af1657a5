"""What holds for every file and every text, however strange: broken rules are errors, refusals are not."""

import re
from collections.abc import Callable
from datetime import date

from resumes.extraction.dates import date_ranges
from resumes.extraction.findings import DateRange
from resumes.extraction.open_ends import with_open_ends
from resumes.reading.document import Box, Document
from resumes.reading.errors import ReadingError
from resumes.reading.limits import Limits
from resumes.reading.reader import read

AS_OF = date(2026, 6, 1)
LONGEST_TEXT = 4_000
"""Characters of a text in which dates are looked for: enough for every rule, short enough for many texts a second."""
BOUND = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")


class Broken(Exception):
    """A rule that does not hold, named by its words."""


def insist(holds: bool, rule: str) -> None:
    if not holds:
        raise Broken(rule)


def reading_holds(data: bytes) -> None:
    """Read the file. Raises what came out where that is neither a sound document nor a `ReadingError`."""
    try:
        document = read(data)
    except ReadingError:
        return
    insist_on_document(document)


def insist_on_document(document: Document) -> None:
    insist(len(document.text) <= Limits().max_characters, "the text is within its limit")
    insist(document.text.encode("utf-8", "ignore").decode() == document.text, "the text can be encoded")
    insist("\0" not in document.text, "the text has no NUL, which no PostgreSQL keeps")
    reached = 0
    for line in document.lines:
        insist(line.start == reached and line.end > line.start, "lines follow each other and none is empty")
        insist("\n" not in document.text[line.start : line.end], "a line is one line")
        insist(1 <= line.page <= document.pages, "a line stands on one of the pages")
        insist(line.box is None or drawable(line.box), "a box can be drawn")
        reached = line.end + 1
    insist(reached == len(document.text) + bool(document.lines), "the lines are the whole text")


def drawable(box: Box) -> bool:
    """Say whether the box has finite sides in order; NaN is in no order."""
    finite = all(abs(side) < 1e6 for side in (box.x0, box.top, box.x1, box.bottom))
    return finite and box.x0 <= box.x1 and box.top <= box.bottom


def dates_hold(data: bytes) -> None:
    """Find the dates of the bytes as UTF-8. Raises what came out where that is not sound."""
    text = data.decode("utf-8", "ignore")[:LONGEST_TEXT]
    insist_on_dates(text, list(date_ranges(text, AS_OF)))
    insist_on_dates(text, with_open_ends(text, date_ranges(text, AS_OF)))


def insist_on_dates(text: str, dates: list[DateRange]) -> None:
    reached = 0
    for dated in dates:
        start, end = dated.evidence.start, dated.evidence.end
        insist(0 <= start < end <= len(text), "evidence lies inside the text")
        insist(start >= reached, "evidence follows evidence, and none overlaps")
        insist(dated.start is not None and bool(BOUND.fullmatch(dated.start)), "a start is a year or a month")
        insist(dated.end == "present" or bool(BOUND.fullmatch(dated.end or "")), "an end is one too, or the present")
        insist(dated.typo or in_order(dated), "a range begins before it ends, or is flagged")
        if dated.rest:
            insist(end <= dated.rest.start < dated.rest.end <= len(text), "the rest of a range comes after its start")
        reached = end


def in_order(dated: DateRange) -> bool:
    start, end = dated.start or "", dated.end or ""
    return end == "present" or start[: len(end)] <= end[: len(start)]


HOLDS: dict[str, Callable[[bytes], None]] = {"reading": reading_holds, "dates": dates_hold}
