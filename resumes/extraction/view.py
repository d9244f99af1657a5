"""One line of a section, as what judges it passes it on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from resumes.extraction.findings import DateRange
from resumes.extraction.heads import Piece

INDENT = 6.0
"""Points: text indented further than the heads of its section is text under them."""


@dataclass(frozen=True, slots=True)
class View:
    """One line of a section. `dates` are those that date an entry; `body` lines are text under a head.

    `cut` gives its pieces: most lines are text, and nobody asks for theirs.
    """

    line: int
    text: str
    start: int
    bullet: bool
    bold: bool
    size: float
    gap: float
    x: float | None
    dates: tuple[DateRange, ...]
    cut: Callable[[], tuple[Piece, ...]]
    body: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.cut()

    @property
    def title(self) -> int:
        return max((piece.title for piece in self.pieces), default=0)


def with_below(shown: list[View]) -> Iterator[tuple[View, View | None]]:
    """Yield each line with the one below it, None for the last."""
    return zip_longest(shown, shown[1:])
