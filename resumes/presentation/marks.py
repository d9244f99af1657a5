"""The resume as it was read, with a mark wherever a fact stands: in the text, and on the pictures of its pages.

Evidence overlaps: a skill stands within an achievement, a title within a line that speaks for a specialization. So the
text is cut wherever evidence begins or ends; each piece is one mark, and belongs to every fact whose evidence holds it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from resumes.extraction.facts import Evidence, Facts
from resumes.presentation.evidence import Fact, FactGroup, Lines, facts_shown
from resumes.reading.document import Document, Line


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one line: `facts` hold them, the closest first; plain text where none does."""

    text: str
    start: int
    end: int
    facts: tuple[Fact, ...] = ()

    @property
    def at(self) -> str:
        return f"{self.start}-{self.end}"

    @property
    def names(self) -> str:
        """What the piece is evidence of: "PyTorch (skill), strong line"."""
        return ", ".join(dict.fromkeys(fact.name for fact in self.facts))


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line as pieces; `bullet` where it begins with one, `page` from 1."""

    line: Line
    pieces: tuple[Piece, ...]

    @property
    def bold(self) -> bool:
        return self.line.bold or self.line.heading

    @property
    def apart(self) -> bool:
        """Whether white space parts it from the line above."""
        return self.line.gap > 1 or self.line.heading


@dataclass(frozen=True, slots=True)
class Marks:
    """All facts that stand somewhere in the text, by what they are, and the text with its marks."""

    groups: tuple[FactGroup, ...]
    lines: tuple[MarkedLine, ...]
    format: str
    pages: int

    @property
    def count(self) -> int:
        return sum(len(group.facts) for group in self.groups)


def marks(document: Document, facts: Facts, lines: Lines = None) -> Marks:
    """Return the marks of a resume; `facts` are as its visitor has corrected them."""
    groups = facts_shown(document, facts, lines)
    marked = tuple(marked_lines(document, [fact for group in groups for fact in group.facts]))
    return Marks(groups, marked, document.format, max((line.page for line in document.lines), default=1))


def marked_lines(document: Document, facts: Sequence[Fact]) -> Iterator[MarkedLine]:
    """Yield every line as its pieces."""
    on = by_line(document, facts)
    for index, line in enumerate(document.lines):
        yield MarkedLine(line, tuple(pieces(document.text, line, on[index])))


def by_line(document: Document, facts: Iterable[Fact]) -> Mapping[int, list[tuple[Evidence, Fact]]]:
    """Return the evidence in each line, cut to it."""
    starts = [line.start for line in document.lines]
    found: dict[int, list[tuple[Evidence, Fact]]] = defaultdict(list)
    for fact in facts:
        for one in fact.evidence:
            for index in range(max(0, bisect_right(starts, one.start) - 1), bisect_right(starts, one.end - 1)):
                line = document.lines[index]
                part = Evidence(max(one.start, line.start), min(one.end, line.end))
                if part.start < part.end:
                    found[index].append((part, fact))
    return found


def pieces(text: str, line: Line, found: Sequence[tuple[Evidence, Fact]]) -> Iterator[Piece]:
    """Yield a line cut wherever evidence begins or ends."""
    edges = {line.start, line.end, *(edge for part, _ in found for edge in (part.start, part.end))}
    for start, end in pairwise(sorted(edges)):
        holding = [(part, fact) for part, fact in found if part.start <= start and end <= part.end]
        holding.sort(key=lambda one: one[0].end - one[0].start)
        yield Piece(text[start:end], start, end, tuple(dict.fromkeys(fact for _, fact in holding)))
