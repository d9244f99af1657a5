"""The Bureau's tables as it publishes them, and our own CSV form of them: rows of cells become `Area`s, or faults.

`bureau.toml` names the columns and markers of both. Nothing is guessed: a row that breaks a rule is a fault with its
number, and what the Bureau did not release stays None.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from salaries.reference import FOLDER
from salaries.reference.oews import Area

Row = Sequence[object]
"""Cells as a spreadsheet or a CSV file gives them: text, numbers, None."""

WAGES = ("p10", "p25", "p50", "p75", "p90")
DOLLARS = ("annual_mean", *WAGES)
NUMBERS = ("employment", "employment_rse", "wage_rse", *DOLLARS)
HIGHEST_ERROR = Decimal(1000)
"""Percent; no relative standard error of the Bureau's comes near it: beyond, a column has slipped."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row of a file; `row` counts from 1 as spreadsheets do, 0 for the file as a whole."""

    file: str
    row: int
    words: str

    def __str__(self) -> str:
        where = f"{self.file}, row {self.row}" if self.row else self.file
        return f"{where}: {self.words}"


class Refused(ValueError):
    """A cell or a row breaks a rule; the message says which."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row that tells of one of our occupations: what its cells hold, by our own names."""

    file: str
    number: int
    cells: Mapping[str, str]


@cache
def form() -> Mapping[str, Any]:
    """Return columns, kinds of area and markers, read once a process."""
    return tomllib.loads((FOLDER / "bureau.toml").read_text(encoding="utf-8"))


def occupations() -> Mapping[str, str]:
    """Return the names of the occupations that are read, by SOC code."""
    found: Mapping[str, str] = form()["occupations"]
    return found


def read(rows: Iterable[Row], file: str) -> tuple[list[tuple[Line, Area]], list[Fault]]:
    """Return the areas of a file with the lines they stand on, and what is wrong with the other lines.

    The first row names the columns, in any order and among any others. `file` is how faults call it.
    """
    areas: list[tuple[Line, Area]] = []
    faults: list[Fault] = []
    try:
        for line in lines(iter(rows), file):
            try:
                areas.append((line, area(line.cells)))
            except Refused as refused:
                faults.append(Fault(file, line.number, str(refused)))
    except Refused as refused:
        faults.append(Fault(file, 0, str(refused)))
    return areas, faults


def lines(rows: Iterator[Row], file: str) -> Iterator[Line]:
    """Yield the rows of our occupations over all industries and owners. Raises `Refused` for unknown columns."""
    headings = [text(cell).upper() for cell in next(rows, ())]
    places = columns(headings)
    kept = {headings.index(name): value for name, value in form()["kept"].items() if name in headings}
    for number, row in enumerate(rows, start=2):
        if _cell(row, places["soc"]) not in occupations():
            continue
        if all(_cell(row, place) == value for place, value in kept.items()):
            yield Line(file, number, {name: _cell(row, place) for name, place in places.items()})


def columns(headings: Sequence[str]) -> dict[str, int]:
    """Return the place of each value among headings in capitals. Raises `Refused` where a column is missing."""
    least: list[str] = []
    for names in form()["forms"].values():
        wanted = {value: str(heading).upper() for value, heading in names.items()}
        missing = [heading for heading in wanted.values() if heading not in headings]
        if not missing:
            return {value: headings.index(heading) for value, heading in wanted.items()}
        least = missing if not least or len(missing) < len(least) else least
    raise Refused(f"the first row does not name the columns; missing: {', '.join(least)}")


def area(cells: Mapping[str, str]) -> Area:
    """Return the area that a line tells of. Raises `Refused` with the rule that it breaks."""
    kind = form()["kinds"].get(cells["kind"])
    if kind is None:
        raise Refused(f"{cells['kind']!r} is no kind of area")
    numbers = numbers_of(cells)
    check(numbers)
    employment = numbers.pop("employment")
    return Area(
        kind=kind,
        code=code(cells["code"], kind),
        name=name(cells["name"], kind),
        soc=cells["soc"],
        employment=None if employment is None else int(employment),
        footnotes=" ".join(footnotes(cells)),
        **numbers,
    )


def code(cell: str, kind: str) -> str:
    """Return an area's code with the zeros that a spreadsheet drops; empty for the nation. Raises `Refused`."""
    digits = form()["digits"][kind]
    if not digits:
        return ""
    if not (cell.isascii() and cell.isdigit() and len(cell) <= digits):
        raise Refused(f"{cell!r} is no code of a {kind} area: it has {digits} digits")
    return cell.zfill(digits)


def name(cell: str, kind: str) -> str:
    """Return an area's name; the nation has one of ours. Raises `Refused` where there is none."""
    if kind == "national":
        return "National"
    if not cell:
        raise Refused("the area has no name")
    return cell


def numbers_of(cells: Mapping[str, str]) -> dict[str, Decimal | None]:
    """Return a row's numbers, None for what is not released. Raises `Refused`.

    A wage at or above the top code is the top code, or the largest wage that the row prints where that is more.
    """
    meanings = {name: form()["markers"].get(cells[name]) for name in NUMBERS}
    topped = {name for name in DOLLARS if meanings[name] == "top"}
    empty = {name for name in NUMBERS if meanings[name] == "missing"} | topped
    found = {name: None if name in empty else number(cells[name], name) for name in NUMBERS}
    printed = [wage for name in DOLLARS if (wage := found[name]) is not None]
    top = max((Decimal(form()["top_code"]), *printed))
    return found | dict.fromkeys(topped, top)


def number(cell: str, name: str) -> Decimal:
    """Return the number in a cell. Raises `Refused`."""
    try:
        found = Decimal(cell.replace(",", ""))
    except InvalidOperation:
        raise Refused(f"{name}: {cell!r} is neither a number nor a marker that stands there") from None
    if not found.is_finite() or found < 0:
        raise Refused(f"{name}: {cell!r} is no number of zero or more")
    return found


def check(numbers: Mapping[str, Decimal | None]) -> None:
    """Raise `Refused` where numbers of one row cannot be true together."""
    wages = [wage for name in WAGES if (wage := numbers[name]) is not None]
    if wages != sorted(wages):
        raise Refused("the percentiles do not rise")
    mean = numbers["annual_mean"]
    if mean is not None and (mean == 0 or (len(wages) == len(WAGES) and not wages[0] <= mean)):
        raise Refused("the mean lies below the 10th percentile")
    if any((error := numbers[name]) is not None and error > HIGHEST_ERROR for name in ("employment_rse", "wage_rse")):
        raise Refused("a relative standard error is not given in percent")
    employment = numbers["employment"]
    if employment is not None and employment != employment.to_integral_value():
        raise Refused("the employment is no whole number")


def footnotes(cells: Mapping[str, str]) -> list[str]:
    """Return the footnotes that a row's markers stand for."""
    meanings = {form()["markers"].get(cells[name]) for name in NUMBERS}
    marks = {"top": form()["top_footnote"], "missing": form()["missing_footnote"]}
    return [mark for meaning, mark in marks.items() if meaning in meanings]


def text(cell: object) -> str:
    """Return a cell as text: whole numbers without a point, nothing for an empty cell."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _cell(row: Row, place: int) -> str:
    return text(row[place]) if place < len(row) else ""
