"""Words that a line's end divides are put together again, on the line where they begin."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from resumes.reading.assembly import Draft

_TABLE = tomllib.loads((Path(__file__).parent / "hyphens.toml").read_text(encoding="utf-8"))
COMPOUNDS = frozenset(_TABLE["compounds"])
ENDINGS = frozenset(_TABLE["endings"])
LONG = 4
"""Letters of a first half that may be a word of its own."""

_BROKEN = re.compile(r"([^\W\d_]+)-$")
_REST = re.compile(r"([a-z]+)([-/]?\S*)\s*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def mended(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines with divided words whole; without their hyphen unless they are compounds."""
    lines = list(drafts)
    words: set[str] | None = None
    for index, (above, below) in enumerate(pairwise(drafts)):
        if "-" not in lines[index].text[-2:]:
            continue
        if above.column != below.column or above.text.count("\t") or below.text.count("\t"):
            continue
        broken, rest = _BROKEN.search(lines[index].text), _REST.match(below.text)
        if broken and rest:
            words = words or {word.lower() for draft in drafts for word in _WORD.findall(draft.text)}
            whole = _whole(broken.group(1), rest.group(1), words) + rest.group(2)
            lines[index] = replace(lines[index], text=lines[index].text[: broken.start()] + whole)
            lines[index + 1] = replace(below, text=below.text[rest.end() :])
    return [line for line in lines if line.text]


def _whole(first: str, second: str, words: set[str]) -> str:
    """Return the word: one that the document also writes in one piece, else a compound, else one piece."""
    if (first + second).lower() in words:
        return first + second
    written_so = f"{first}-{second}".lower() in words
    compound = written_so or first.lower() in COMPOUNDS or any(c.isupper() for c in first[1:])
    compound = compound or (len(first) >= LONG and second in ENDINGS)
    return f"{first}-{second}" if compound else first + second
