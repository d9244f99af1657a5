"""Headings of work in a person's own words: told by their dress, and by the dated post that stands beneath them."""

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence

from resumes.extraction.headings import YEAR, plain
from resumes.extraction.heads import pieces
from resumes.reading.document import Document

LONGEST = 6
"""Words of a heading."""
BENEATH = 4
"""Lines: the first post of a section has its title and dates so close beneath the heading."""
FEWEST = 2
"""Headings that must share a dress for it to be the document's own."""


def headings_of_work(document: Document, known: Collection[int], dresses: Sequence[Hashable]) -> Iterator[int]:
    """Yield the lines dressed just like the `known` headings, in words of their own, with a dated post beneath."""
    shared = Counter(dresses[line] for line in known).most_common(1)
    if not shared or shared[0][1] < FEWEST:
        return
    for line in range(1, len(document.lines)):
        own = line not in known and line - 1 not in known and dresses[line] == shared[0][0]
        if own and _could_head(document, line) and _post_beneath(document, line, known):
            yield line


def _could_head(document: Document, line: int) -> bool:
    """Return whether a line is a few words that are neither a bullet nor a title, and hold no figure."""
    text = document.line_text(line)
    if text.startswith("•") or re.search(r"[\d\t@,:]", text) or not 1 < len(plain(text).split()) <= LONGEST:
        return False
    return not any(piece.title or piece.organization == 2 or piece.place for piece in pieces(text, 0, line, ()))


def _post_beneath(document: Document, line: int, known: Collection[int]) -> bool:
    """Return whether a line with a title, no bullet, follows, and a year before the next heading."""
    last = min(line + 1 + BENEATH, len(document.lines))
    end = next((at for at in range(line + 1, last) if at in known), last)
    texts = [document.line_text(at) for at in range(line + 1, end)]
    titled = any(piece.title == 2 for text in texts[:2] for piece in pieces(text, 0, line, ()))
    return titled and any(map(YEAR.search, texts)) and not texts[0].startswith("•")
