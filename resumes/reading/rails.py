"""Margins to the left of the text they belong to: headings come before it, dates and labels on its line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from resumes.reading.fragments import Fragment
from resumes.reading.rows import Row, rows_of
from resumes.reading.words import Word

CLOSE = 0.9
"""Lines of one entry are at most this many font sizes apart."""
BESIDE = 0.3
"""Parts of one line in the margin, that words spread to its width tore apart, end at nearly the same height."""
LARGER = 1.08
"""A line so many times as large as the other is a heading of its own."""

_OPEN_END = re.compile(r"(?:[-–—~]|\bto|\buntil)\s*$", re.IGNORECASE)
_OWN_RANGE = re.compile(r"\s*(?:[^\W\d]+\.?\s+)?(?:\d\d?[./])?(?:19|20)\d\d\s*[-–—~]")
_GOES_ON = re.compile(r"\s*(?:[-–—~]|to\b|present\b|current\b|now\b|ongoing\b)", re.IGNORECASE)


def headings_before(margin: Sequence[Fragment], words: Sequence[Word]) -> list[Row]:
    """Return the rows of the text with each heading of the margin as a row before what it stands beside."""
    rows = rows_of(words)
    entries = _entries(margin, rows, together=True)
    return _woven(entries, rows, joined=False)


def beside(margin: Sequence[Fragment], words: Sequence[Word]) -> list[Row]:
    """Return the rows of the text, each with the entry of the margin that starts at its height in front of it."""
    rows = rows_of(words)
    entries = _entries(margin, rows, together=False)
    return _woven(entries, rows, joined=True)


def _entries(margin: Sequence[Fragment], rows: Sequence[Row], *, together: bool) -> list[Word]:
    """Join the margin's lines that belong together into one word each."""
    entries: list[Word] = []
    for fragment in margin:
        word = _as_word(fragment)
        if entries and _belongs(entries[-1], word, fragment, rows, together=together):
            entries[-1] = _joined(entries[-1], word)
        else:
            entries.append(word)
    return entries


def _belongs(entry: Word, word: Word, fragment: Fragment, rows: Sequence[Row], *, together: bool) -> bool:
    if word.top - entry.bottom > CLOSE * word.size:
        return False
    if word.bottom - entry.bottom < BESIDE * word.size:
        return True
    if _opens_anew(entry.text, word.text):
        return False
    if _OPEN_END.search(entry.text) or _GOES_ON.match(word.text):
        return True
    if word.size > LARGER * entry.size or (entry.size > LARGER * word.size and not any(map(str.isdigit, entry.text))):
        return False
    level = any(abs(w.middle - fragment.middle) < 0.3 * fragment.size for row in rows for w in row[:1])
    return (together and entry.bold == word.bold and abs(entry.size - word.size) < 0.6) or not level


def _opens_anew(entry: str, text: str) -> bool:
    """Return whether an open end ("2022-") stands over a range of its own ("2019-2021"), not over its end."""
    return bool(_OPEN_END.search(entry)) and bool(_OWN_RANGE.match(text))


def _as_word(fragment: Fragment) -> Word:
    first = fragment.words[0]
    parts = [first.text, *((" " if word.spaced else "") + word.text for word in fragment.words[1:])]
    return Word("".join(parts), fragment.x0, fragment.top, fragment.x1, fragment.bottom, first.size, first.bold, True)


def _joined(entry: Word, word: Word) -> Word:
    return replace(
        entry, text=f"{entry.text} {word.text}", x0=min(entry.x0, word.x0), x1=max(entry.x1, word.x1),
        bottom=max(entry.bottom, word.bottom),
    )  # fmt: skip


def _woven(entries: Sequence[Word], rows: Sequence[Row], *, joined: bool) -> list[Row]:
    woven: list[Row] = []
    waiting = list(entries)
    for row in rows:
        due = [entry for entry in waiting if entry.top <= row[0].middle]
        waiting = waiting[len(due) :]
        if joined and due:
            woven += [[entry] for entry in due[:-1]]
            woven.append([due[-1], replace(row[0], tab=True), *row[1:]])
        else:
            woven += [*([entry] for entry in due), row]
    return [*woven, *([entry] for entry in waiting)]
