"""Two columns side by side in plain text, as programs write them that keep the layout of a page."""

import re
from collections.abc import Iterator, Sequence

NARROWEST, WIDEST = 14, 70
"""Characters: where the right one of two columns may begin."""
LONGEST_ROW = 400
GUTTER = 2
"""Spaces: words of one column stand nearer to each other."""
FEWEST_ROWS = 8
FEWEST_HEADINGS = 2
KEPT_CLEAR = 0.95
"""Share of rows that a gutter runs through; a page's number or a title may cross it."""
LINED_UP = 0.6
"""Share of the right column's rows that begin where it begins; others are indented."""
FILLED = 0.4
"""Share of rows in which the left column has words: headings in a margin fill fewer."""
DATED = 0.4
"""Share of the left column's rows with a year: a rail of dates has more."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def unfolded(rows: Sequence[str]) -> list[str]:
    """Return the rows of a text with its left column before its right one; as they are where there is one column."""
    wide = [row.expandtabs() if len(row) < LONGEST_ROW else row for row in rows]
    filled = [row for row in wide if row.strip()]
    start = next((column for column in range(NARROWEST, WIDEST) if _is_right_column(filled, column)), None)
    if start is None:
        return list(rows)
    crossing = [not _is_clear(row, start) for row in wide]
    left = [row if crosses else row[:start].rstrip() for row, crosses in zip(wide, crossing, strict=True)]
    right = ["" if crosses else row[start:].rstrip() for row, crosses in zip(wide, crossing, strict=True)]
    return [*left, "", *right]


def _is_right_column(rows: list[str], start: int) -> bool:
    """Return whether a second column begins here: lined up, apart from the first, and with headings of its own."""
    clear = [row for row in rows if _is_clear(row, start)]
    right = [row[start:] for row in clear if row[start:].strip()]
    left = [row[:start].strip() for row in clear if row[:start].strip()]
    if min(len(left), len(right)) < FEWEST_ROWS or len(clear) < KEPT_CLEAR * len(rows):
        return False
    lined_up = sum(not text.startswith(" ") for text in right) >= LINED_UP * len(right)
    rail = sum(bool(YEAR.search(text)) for text in left) > DATED * len(left)
    headed = all(sum(_headings(side)) >= FEWEST_HEADINGS for side in (left, right))
    return lined_up and not rail and headed and len(left) >= FILLED * len(rows)


def _is_clear(row: str, start: int) -> bool:
    return not row[start - GUTTER : start].strip() or not row[start - GUTTER :].strip()


def _headings(texts: list[str]) -> Iterator[bool]:
    """Yield for each text whether it looks like a heading: a few words in capitals, without a number."""
    for text in texts:
        words = text.split()
        yield text.isupper() and len(words) <= 4 and len(text.strip()) > 3 and not any(map(str.isdigit, text))
