"""How well a text was read, so that the better of two readings can be taken."""

import re
from collections.abc import Sequence

from resumes.reading.words import Page

LEAST = 0.85
"""Below this, another reader is asked."""
LONG = 26
"""Letters in a row that hardly any English word has: spaces were lost."""

_ODD = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue001-\uf8ff\ufffd]")


def quality(pages: Sequence[Page]) -> float:
    """Return the share of characters that look read as they were meant, 0 to 1; 0 where there are none."""
    words = [word.text for page in pages for word in page.words]
    letters = sum(map(len, words))
    if not letters:
        return 0.0
    odd = len(_ODD.findall(" ".join(words)))
    glued = sum(len(word) for word in words if len(word) > LONG and word.isalpha())
    return 1 - min(1.0, (odd + glued) / letters)
