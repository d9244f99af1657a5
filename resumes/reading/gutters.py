"""Gutters: tall empty strips that may part a page into columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import NamedTuple

from resumes.reading.fragments import Fragment

NARROWEST = 4.0
"""Points; a narrower strip is chance."""
PARAGRAPH = 0.35
"""White space of this many font sizes parts paragraphs."""
WIDER = 1.25
"""... if it is also this many times what usually lies between the rows."""
FEWEST = 3
"""Fragments on each side from which a part's habit can be told."""
MOST_STRIPS = 40


@dataclass(frozen=True, eq=False)
class Gutter:
    """An empty strip, with the fragments on either side of it in reading order."""

    x0: float
    x1: float
    left: tuple[Fragment, ...]
    right: tuple[Fragment, ...]

    @property
    def top(self) -> float:
        return max(self.left[0].top, self.right[0].top)

    @property
    def bottom(self) -> float:
        return min(max(f.bottom for f in self.left), max(f.bottom for f in self.right))

    @cached_property
    def shared(self) -> float:
        """Height in points over which both sides hold text."""
        return self.bottom - self.top

    @cached_property
    def extent(self) -> float:
        """Height in points from the first to the last text on either side."""
        both = (*self.left, *self.right)
        return max(f.bottom for f in both) - min(f.top for f in both)

    def is_part_of(self, other: "Gutter") -> bool:
        """Say whether all that stands on its sides stands on the same sides of another."""
        return self._left <= other._left and self._right <= other._right

    @cached_property
    def _left(self) -> frozenset[int]:
        return frozenset(map(id, self.left))

    @cached_property
    def _right(self) -> frozenset[int]:
        return frozenset(map(id, self.right))

    @property
    def edge(self) -> float:
        """Return where the right side begins, in points."""
        return min(f.x0 for f in self.right)

    def parts(self) -> "list[Gutter]":
        """Return the paragraphs in which both sides hold enough to tell their habit."""
        sides = self.pieces()
        return [Gutter(self.x0, self.x1, left, right) for left, right in sides if min(len(left), len(right)) >= FEWEST]

    def pieces(self) -> "list[tuple[tuple[Fragment, ...], tuple[Fragment, ...]]]":
        """Return both sides of each paragraph, from top to bottom; one of them may be empty."""
        return [self._sides(piece) for piece in self._paragraphs()]

    def common(self) -> list[Fragment]:
        """Return the fragments of all paragraphs in which both sides hold text."""
        return [f for piece in self._paragraphs() if all(self._sides(piece)) for f in piece]

    def _paragraphs(self) -> list[list[Fragment]]:
        """Return the pieces that white space across both sides parts."""
        fragments = sorted((*self.left, *self.right), key=lambda f: f.top)
        gaps = _gaps(fragments)
        usual = WIDER * max(_usual(gaps), _usual(_gaps(self.right)))
        pieces: list[list[Fragment]] = []
        for fragment, gap in zip(fragments, gaps, strict=True):
            if not pieces or gap > max(PARAGRAPH * fragment.size, usual):
                pieces.append([])
            pieces[-1].append(fragment)
        return pieces

    def _sides(self, piece: "list[Fragment]") -> "tuple[tuple[Fragment, ...], tuple[Fragment, ...]]":
        return tuple(f for f in piece if f.x1 <= self.x0), tuple(f for f in piece if f.x0 >= self.x1)


def _gaps(fragments: Sequence[Fragment]) -> list[float]:
    """Return the white space above each fragment and below all before it, in points; they run from top to bottom."""
    gaps: list[float] = []
    end = fragments[0].top
    for fragment in fragments:
        gaps.append(fragment.top - end)
        end = max(end, fragment.bottom)
    return gaps


def _usual(gaps: Sequence[float]) -> float:
    return median([gap for gap in gaps if gap > 0] or [0.0])


class _Strip(NamedTuple):
    x0: float
    x1: float
    first: int


def gutters_of(fragments: Sequence[Fragment]) -> list[Gutter]:
    """Return the empty strips with text on both sides, tallest first; `fragments` run from top to bottom."""
    if not fragments:
        return []
    left, right = min(f.x0 for f in fragments), max(f.x1 for f in fragments)
    open_: list[_Strip] = [_Strip(left, right, 0)]
    found: list[Gutter] = []
    for index, fragment in enumerate(fragments):
        kept: list[_Strip] = []
        x0, x1 = fragment.x0, fragment.x1
        for strip in open_:
            if x1 <= strip.x0 or x0 >= strip.x1:
                kept.append(strip)
                continue
            kept += _cut(strip, fragment)
            if left < strip.x0 and strip.x1 < right:
                found += _gutter(strip, fragments[strip.first : index])
        kept.append(_Strip(left, right, index + 1))
        open_ = _undominated(kept)
    for strip in open_:
        if left < strip.x0 and strip.x1 < right:
            found += _gutter(strip, fragments[strip.first :])
    return sorted(found, key=lambda g: (-g.shared, -g.extent, g.x0 - g.x1, g.x0))


def _cut(strip: _Strip, fragment: Fragment) -> list[_Strip]:
    """Return what a fragment that stands in a strip leaves of it on either side."""
    x0, x1, first = strip
    pieces = []
    if fragment.x0 - x0 >= NARROWEST:
        pieces.append(_Strip(x0, fragment.x0, first))
    if x1 - fragment.x1 >= NARROWEST:
        pieces.append(_Strip(fragment.x1, x1, first))
    return pieces


def _undominated(strips: list[_Strip]) -> list[_Strip]:
    kept: list[_Strip] = []
    for strip in sorted(strips, key=lambda s: (s.first, s.x0 - s.x1)):
        x0, x1, _ = strip
        if not [k for k in kept if k[0] <= x0 and k[1] >= x1]:
            kept.append(strip)
    return kept[:MOST_STRIPS] if len(kept) <= MOST_STRIPS else [*kept[: MOST_STRIPS - 1], kept[-1]]


def _gutter(strip: _Strip, fragments: Sequence[Fragment]) -> list[Gutter]:
    x0, x1, _ = strip
    left = [f for f in fragments if f.x1 <= x0]
    right = [f for f in fragments if f.x0 >= x1] if left else []
    if not right:
        return []
    gutter = Gutter(x0, x1, tuple(left), tuple(right))
    return [gutter] if gutter.shared > 0 else []
