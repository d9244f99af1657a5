"""What a change finds in a text, beside what is found now: as rows of a table, and as the text with its marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from resumes.extraction.tried import Find, Tried
from resumes.lexicon.rows import Kind

Change = Literal["new", "lost", "more", "fewer", "other", "same"]
WORDS: dict[Change, str] = {
    "new": "newly found",
    "lost": "found no more",
    "more": "found in more places",
    "fewer": "found in fewer places",
    "other": "counts as something else",
    "same": "as now",
}
ORDER: tuple[Change, ...] = ("new", "lost", "other", "more", "fewer", "same")
QUOTES = 5
"""Quotes that a row shows; the text has them all."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One name with what it is and how often it stands in the text, now and with the change."""

    name: str
    kind: str
    kind_now: str
    now: int
    then: int
    change: Change
    quotes: tuple[str, ...]

    @property
    def words(self) -> str:
        return WORDS[self.change]

    @property
    def counts_as(self) -> str:
        """What an employer would count as, in words; with an arrow from what it counts as now, if that differs."""
        kinds = (self.kind_now, self.kind) if self.change == "other" else (self.kind,)
        return " → ".join(str(Kind(kind or Kind.OTHER).label) for kind in kinds)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the text, with the change that marks it if it names something, and what."""

    text: str
    change: Change | None = None
    name: str = ""

    @property
    def words(self) -> str:
        return WORDS[self.change] if self.change else ""


def rows(text: str, now: Sequence[Find], then: Sequence[Find]) -> list[Row]:
    """Return a row a name, what changes first."""
    before, after = {one.name: one for one in now}, {one.name: one for one in then}
    found = [row(text, name, before.get(name), after.get(name)) for name in {**after, **before}]
    return sorted(found, key=lambda one: (ORDER.index(one.change), one.name.casefold()))


def row(text: str, name: str, now: Find | None, then: Find | None) -> Row:
    """Return the row of a name that is found now, then, or both."""
    shown = then or now or Find(name, "", ())
    ranges = sorted({*(now.ranges if now else ()), *(then.ranges if then else ())})
    quotes = dict.fromkeys(" ".join(text[start:end].split()) for start, end in ranges)
    return Row(
        name,
        shown.kind,
        now.kind if now else "",
        len(now.ranges) if now else 0,
        len(then.ranges) if then else 0,
        change_of(now, then),
        tuple(quotes)[:QUOTES],
    )


def change_of(now: Find | None, then: Find | None) -> Change:
    """Return how the one differs from the other."""
    if now is None:
        return "new"
    if then is None:
        return "lost"
    if now.kind != then.kind:
        return "other"
    if now.ranges == then.ranges:
        return "same"
    return "more" if len(then.ranges) >= len(now.ranges) else "fewer"


def pieces(tried: Tried) -> Iterator[Piece]:
    """Yield the text in pieces, those that name something marked; of two that overlap, what the change finds."""
    reached = 0
    for (start, end), name, change in sorted(marks(tried)):
        if start >= reached:
            yield Piece(tried.text[reached:start])
            yield Piece(tried.text[start:end], change, name)
            reached = end
    yield Piece(tried.text[reached:])


def marks(tried: Tried) -> Iterator[tuple[Range, str, Change]]:
    """Yield every range that names something, with the change there; what is lost only where nothing replaces it."""
    now = {(at, find.name): find for find in (*tried.now.skills, *tried.now.employers) for at in find.ranges}
    then = {(at, find.name): find for find in (*tried.then.skills, *tried.then.employers) for at in find.ranges}
    for (at, name), find in then.items():
        before = now.get((at, name))
        yield at, name, "new" if before is None else "other" if before.kind != find.kind else "same"
    for at, name in now.keys() - then.keys():
        if not any(start < at[1] and at[0] < end for (start, end), _ in then):
            yield at, name, "lost"
