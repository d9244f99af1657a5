"""Letter-spaced headings ("E X P E R I E N C E") become words."""

from dataclasses import replace
from itertools import pairwise
from statistics import median

from resumes.reading.words import Word

LETTERS = 4
"""A row of at least so many single letters is letter-spaced."""
SHARE = 0.7
"""Part of the row's words that are single letters, at least."""
BREAK = 1.7
"""A gap this many times the usual one parts two words."""


def closed_up(row: list[Word]) -> list[Word]:
    """Return the row with its spaced letters joined to words; any other row as it is."""
    single = sum(len(word.text) == 1 and word.text.isalpha() for word in row)
    if single < LETTERS or single < SHARE * len(row):
        return row
    usual = median(max(after.x0 - before.x1, 0.0) for before, after in pairwise(row))
    words = [row[0]]
    for before, after in pairwise(row):
        if after.x0 - before.x1 > BREAK * usual + 0.05 * after.size:
            words.append(replace(after, spaced=True))
        else:
            words[-1] = replace(words[-1], text=words[-1].text + after.text, x1=after.x1)
    return words
