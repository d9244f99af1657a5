"""The list of places as a reader asked for it: found by name, filtered, sorted, a page at a time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from salaries.beyond.rows import AreaRow, states_of
from salaries.reference import states
from salaries.reference.cities import spelling

PAGE = 100
LONGEST = 80
"""Letters of a search that are looked at."""

KINDS = {"": "All places", "state": "States", "metro": "Metropolitan areas"}

Value = Decimal | int | str | None

SORTS: dict[str, Callable[[AreaRow], Value]] = {
    "name": lambda row: spelling(row.area.name),
    "jobs": lambda row: row.area.employment,
    "jobs-error": lambda row: row.area.employment_rse,
    "mean": lambda row: row.area.annual_mean,
    "mean-error": lambda row: row.area.wage_rse,
}
FIRST_FALLING = {"jobs", "mean"}
"""Columns that are asked for from the top; the others from the bottom."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asked for. Anything that cannot be asked for counts as not asked."""

    query: str = ""
    kind: str = ""
    firm: bool = False
    sort: str = "mean"
    falling: bool = True
    page: int = 1

    @property
    def address(self) -> str:
        """The query string that asks for this, empty for the plain list."""
        sort = f"{'-' if self.falling else ''}{self.sort}"
        values = {
            "q": self.query,
            "kind": self.kind,
            "firm": "on" if self.firm else "",
            "sort": "" if sort == "-mean" else sort,
            "page": "" if self.page == 1 else str(self.page),
        }
        given = {name: value for name, value in values.items() if value}
        return f"?{urlencode(given)}" if given else ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that can be sorted by: the address that does so, and how the list stands by it now."""

    name: str
    address: str
    direction: str
    """As `aria-sort` has it; empty for the other columns."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of one page of what was found, and the ways on from there."""

    wanted: Wanted
    rows: tuple[AreaRow, ...]
    found: int
    first: int
    headings: Mapping[str, Heading]
    before: str | None
    after: str | None

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1


def wanted(values: Mapping[str, Any]) -> Wanted:
    """Return what a query string asks for."""
    sort = str(values.get("sort", "-mean"))
    column = sort.removeprefix("-")
    page = str(values.get("page", "1"))
    kind = str(values.get("kind", ""))
    return Wanted(
        query=str(values.get("q", ""))[:LONGEST].strip(),
        kind=kind if kind in KINDS else "",
        firm=values.get("firm") == "on",
        sort=column if column in SORTS else "mean",
        falling=sort.startswith("-") if column in SORTS else True,
        page=int(page) if page.isascii() and page.isdigit() and int(page) > 0 else 1,
    )


def listing(rows: Sequence[AreaRow], wanted: Wanted) -> Listing:
    """Return the page that was asked for, the last one where there are not so many."""
    found = ordered([row for row in rows if fits(row, wanted)], wanted)
    pages = max(1, -(-len(found) // PAGE))
    asked = replace(wanted, page=min(wanted.page, pages))
    start = (asked.page - 1) * PAGE
    return Listing(
        wanted=asked,
        rows=tuple(found[start : start + PAGE]),
        found=len(found),
        first=start + 1,
        headings={name: heading(name, asked) for name in SORTS},
        before=replace(asked, page=asked.page - 1).address if asked.page > 1 else None,
        after=replace(asked, page=asked.page + 1).address if asked.page < pages else None,
    )


def fits(row: AreaRow, wanted: Wanted) -> bool:
    """Return whether a row is of the kind, as firm, and named as asked: every word begins a word of its names."""
    if (wanted.kind and row.kind != wanted.kind) or (wanted.firm and not row.firm):
        return False
    names = names_of(row)
    return all(any(name.startswith(word) for name in names) for word in plain(wanted.query))


def names_of(row: AreaRow) -> set[str]:
    """Return the words that a place goes by: its name's, and those of the states that it lies in."""
    codes = states_of(row.area) if row.kind == "metro" else ()
    return {word for name in (row.area.name, *(states.load()[code].name for code in codes)) for word in plain(name)}


def plain(name: str) -> list[str]:
    """Return the words of a name as they are compared."""
    return spelling(name.replace(",", " ").replace("/", " ")).split()


def ordered(rows: Sequence[AreaRow], wanted: Wanted) -> list[AreaRow]:
    """Return rows in the order that was asked for; those without the figure come last either way."""
    value = SORTS[wanted.sort]
    known = [row for row in rows if value(row) is not None]
    unknown = [row for row in rows if value(row) is None]
    return sorted(known, key=value, reverse=wanted.falling) + unknown  # type: ignore[arg-type]


def heading(name: str, wanted: Wanted) -> Heading:
    """Return the heading of a column: the first time it sorts as that column is read, then the other way round."""
    here = name == wanted.sort
    falling = not wanted.falling if here else name in FIRST_FALLING
    direction = ("descending" if wanted.falling else "ascending") if here else ""
    return Heading(name, replace(wanted, sort=name, falling=falling, page=1).address, direction)
