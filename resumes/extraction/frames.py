"""Entries that are only the span of those below them: a service or an employer as a whole over its posts."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from resumes.extraction.entries import Entry

FEWEST = 2
"""Posts: one alone inside another's dates is a second job."""


def spans(entry: Entry, inner: Entry) -> bool:
    """Return whether the years of one entry lie in those of another."""
    if not entry.dates or not inner.dates:
        return False
    (first, last), (begin, end) = bounds(entry), bounds(inner)
    return first <= begin and end <= last


def bounds(entry: Entry) -> tuple[str, str]:
    """Return the years of an entry as printed; "pres" for an open end, which comes after every year."""
    return (entry.dates[0].start or "")[:4], (entry.dates[0].end or "")[:4]


def is_filled(entry: Entry, following: Sequence[Entry], *, titled: bool) -> bool:
    """Return whether an entry without text of its own is filled by the posts below it, from its first year to its last.

    An entry that is not `titled` may have one line: "Consultant at clients:".
    "Royal Signals, 2008 - 2016" over "Troop commander, 2012 - 2016" and "Signal officer, 2008 - 2012".
    """
    if not entry.dates or entry.body[1] - entry.body[0] > (not titled):
        return False
    inner = [bounds(post) for post in takewhile(lambda post: spans(entry, post), following)]
    if len(inner) < FEWEST or bounds(entry) in inner or not all(start for start, _ in inner):
        return False
    filled = (min(start for start, _ in inner), max(end for _, end in inner)) == bounds(entry)
    return filled and _without_gaps(sorted(inner))


def _without_gaps(posts: list[tuple[str, str]]) -> bool:
    """Return whether each post begins no later than in the year after the one before it ended."""
    return all(not end.isdigit() or int(start) <= int(end) + 1 for (_, end), (start, _) in pairwise(posts))
