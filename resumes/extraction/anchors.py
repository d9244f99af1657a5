"""Which dates of a line date an entry, and which stand in the middle of text."""

import re

from resumes.extraction.findings import DateRange
from resumes.extraction.heads import DURATION, EDGE, WORKED_AS, WORKED_AT
from resumes.extraction.titles import bare_words, is_place, starts_small, vocabulary

LONGEST_HEAD = 105
SHORT_NAMES = 12
"""Words: a sentence that names a post and an employer takes no more of them before its dates."""
TURN = re.compile(
    r"\([^()]*\b(?:promoted|converted|transferred|renamed|acquired|merged|tenured?)\b[^()]*$", re.IGNORECASE
)
"""In brackets before a date: what happened on that day to the post or to the firm."""
PROSE = 6
"""Words: a line with more of them that ends in a period is a sentence."""


def anchors_entry(text: str, start: int, dated: DateRange, *, titled: bool = False) -> bool:
    """Return whether a date stands where dates of entries stand: at an edge of its line or cell, or in brackets.

    In a `titled` line, one that begins with a job title, a range may be followed by text. Dates at the end of brackets
    that a line above opened stand in its text.
    """
    if tells_of_work(text, start, dated):
        return True
    first, last = dated.evidence.start - start, min(dated.evidence.end - start, len(text))
    opened_above = text[last : last + 1] == ")" and "(" not in text[:first]
    if opened_above or TURN.search(text[:first]) or (starts_small(text) and text[:first].strip(EDGE)):
        return False
    if titled and dated.start != dated.end and not _is_sentence(WORKED_AS.sub("", text[:first])):
        return True
    before, after = DURATION.sub("", text[:first]), DURATION.sub("", text[last:])
    if not before.strip(EDGE):
        return not after.strip(EDGE) or "\t" in after[:2] or not _is_sentence(after)
    if len(before) > LONGEST_HEAD or _is_sentence(before):
        return "\t" in before[-3:] and not _is_sentence(before)
    if not after.strip(EDGE) or before.rstrip(" ").endswith(("\t", "|", "(", "•", "·")):
        return True
    first_cell = re.split(r"[\t|(]", after.strip(EDGE))[0]
    return is_place(first_cell.split(",")[-1]) or after.lstrip(" )")[:1] in ("\t", "|", "(", "•", "·", ":")


def tells_of_work(text: str, start: int, dated: DateRange) -> bool:
    """Return whether a line tells in a sentence where somebody worked and from when to when.

    "Worked at Brightloom, Oslo, since Mar 2011 to Jun 2016 with the media team."
    """
    told = WORKED_AT.match(text) or WORKED_AS.match(text)
    names = text[told.end() : dated.evidence.start - start] if told else ""
    return dated.start != dated.end and 0 < len(names.split()) <= SHORT_NAMES


def _is_sentence(text: str) -> bool:
    words = bare_words(text)
    lower = sum(word.islower() for word in text.split() if word.isalpha() and len(word) > 3)
    opened = bool(words) and words[0] in vocabulary().openers and len(words) > PROSE
    return bool(words) and (opened or words[0] in vocabulary().starts or lower > max(4, len(words) / 2))
