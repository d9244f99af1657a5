"""One release of the Bureau's wages out of its files: national, states and metropolitan areas together, or refused."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from decimal import Decimal
from pathlib import Path

from salaries.reference import bureau, workbooks
from salaries.reference.bureau import Fault, Line
from salaries.reference.oews import Area, AreaKind

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
"""As the Bureau's file names tell it: MSA_M2025_dl.xlsx."""

NEEDED: dict[AreaKind, str] = {
    "national": "the national table",
    "state": "the states' table",
    "metro": "the metropolitan areas' table",
}
"""The tables without which places could not be compared; nonmetropolitan areas may be left out."""

MOST_SHOWN = 25


class BadRelease(ValueError):
    """The files make no release: every fault by file and row, the first of them in the message."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        shown = [str(fault) for fault in faults[:MOST_SHOWN]]
        more = [f"and {len(faults) - MOST_SHOWN} more"] if len(faults) > MOST_SHOWN else []
        super().__init__("\n".join((f"{len(faults)} faults; nothing was loaded:", *shown, *more)))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Release:
    """The wages of one May: its year, the areas, and the names of the files that they came in."""

    year: int
    areas: tuple[Area, ...]
    files: tuple[str, ...]

    @property
    def period(self) -> str:
        """The month that the wages are of: the Bureau releases those of May."""
        return f"May {self.year}"

    @property
    def digest(self) -> str:
        """A hash of year and areas: the same whatever files they came in, and in whatever order."""
        rows = sorted("|".join(map(_written, astuple(area))) for area in self.areas)
        return hashlib.sha256("\n".join((str(self.year), *rows)).encode()).hexdigest()


def release(paths: Sequence[Path], year: int | None = None) -> Release:
    """Return the release that files hold together. `year` where their names do not tell it.

    Raises `BadRelease` with the faults of all files, and `Unreadable` for a file that is no table.
    """
    areas: list[tuple[Line, Area]] = []
    faults: list[Fault] = []
    for path in paths:
        found, wrong = bureau.read(workbooks.rows(path), path.name)
        areas += found
        faults += wrong
    years = {year} if year else years_of(paths)
    faults += [*twice(areas), *lacking([area for _, area in areas]), *undated(years)]
    if faults:
        raise BadRelease(faults)
    return Release(years.pop(), tuple(area for _, area in areas), tuple(path.name for path in paths))


def years_of(paths: Iterable[Path]) -> set[int]:
    """Return the years that the names of files tell."""
    return {int(match[0]) for path in paths for match in YEAR.finditer(path.name)}


def undated(years: set[int]) -> Iterator[Fault]:
    """Yield the fault of files of no year or of several."""
    if not years:
        yield Fault("all files", 0, "no file's name tells the year of the release; give it with --year")
    if len(years) > 1:
        yield Fault("all files", 0, f"they are of several releases: {', '.join(map(str, sorted(years)))}")


def twice(areas: Iterable[tuple[Line, Area]]) -> Iterator[Fault]:
    """Yield a fault for every area that comes a second time for the same occupation."""
    first: dict[tuple[str, str, str], Line] = {}
    for line, area in areas:
        before = first.setdefault((area.kind, area.code, area.soc), line)
        if before is not line:
            where = f"row {before.number}" if before.file == line.file else f"{before.file}, row {before.number}"
            yield Fault(line.file, line.number, f"{area.name}, {area.soc} is listed before, in {where}")


def lacking(areas: Sequence[Area]) -> Iterator[Fault]:
    """Yield a fault for every table that is needed and has no mean wage of an occupation."""
    there = {(area.kind, area.soc) for area in areas if area.annual_mean is not None}
    for kind, table in NEEDED.items():
        for soc, occupation in bureau.occupations().items():
            if (kind, soc) not in there:
                words = f"{table} is missing, or has no mean wage of {occupation.lower()} ({soc})"
                yield Fault("all files", 0, words)


def _written(value: object) -> str:
    # 13 and 13.0 are one number, however the file writes it.
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
