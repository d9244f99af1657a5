"""What pages print around their text: their numbers, and headers and footers that stand on several of them."""

import re
from itertools import pairwise

from resumes.reading.document import Document

PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,2}\s*(?:(?:/|of)\s*\d{1,2})?\W*$", re.IGNORECASE)
EDGE_LINES = 2


def is_page_number(text: str) -> bool:
    """Return whether a line is the number of a page and nothing else."""
    return PAGE_NUMBER.match(text) is not None


def repeated(document: Document) -> set[str]:
    """Return the texts that stand on several pages, at their top or bottom."""
    if document.pages == 1:
        return set()
    lines = document.lines
    turns = [0, *(index for index, (above, line) in enumerate(pairwise(lines), 1) if above.page != line.page)]
    beside = {index for turn in turns for index in range(turn - EDGE_LINES, turn + EDGE_LINES)}
    edges: dict[str, set[int]] = {}
    for index in beside & set(range(len(lines))):
        edges.setdefault(document.line_text(index), set()).add(lines[index].page)
    return {text for text, pages in edges.items() if len(pages) > 1}
