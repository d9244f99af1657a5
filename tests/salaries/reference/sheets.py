"""Tables as the Bureau publishes them, made small: its columns, its codes, its markers."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

HEADINGS = """
AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP
TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE
H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY
""".split()  # noqa: SIM905 -- one long line would be no easier to read

TYPICAL = {
    "I_GROUP": "cross-industry",
    "OWN_CODE": "1235",
    "TOT_EMP": 1200,
    "EMP_PRSE": 4.5,
    "A_MEAN": 120000,
    "MEAN_PRSE": 1.5,
    "A_PCT10": 70000,
    "A_PCT25": 90000,
    "A_MEDIAN": 115000,
    "A_PCT75": 145000,
    "A_PCT90": 180000,
}

NATION = {"AREA": 99, "AREA_TITLE": "U.S.", "AREA_TYPE": 1}
OHIO = {"AREA": 39, "AREA_TITLE": "Ohio", "AREA_TYPE": 2}
ALABAMA = {"AREA": "01", "AREA_TITLE": "Alabama", "AREA_TYPE": "2"}
GUAM = {"AREA": 66, "AREA_TITLE": "Guam", "AREA_TYPE": 3}
BOISE = {"AREA": 14260, "AREA_TITLE": "Boise City, ID", "AREA_TYPE": 4}
DELTA = {"AREA": 2800001, "AREA_TITLE": "Delta nonmetropolitan area", "AREA_TYPE": 6}

OCCUPATIONS = ("15-2051", "15-1252")

Cells = Mapping[str, object]


def sheet(*rows: Cells) -> list[list[object]]:
    """Return rows of cells under the Bureau's headings; what a row does not name is as usual."""
    found = [TYPICAL | {"OCC_CODE": "15-2051"} | dict(row) for row in rows]
    return [list(HEADINGS), *([row.get(name) for name in HEADINGS] for row in found)]


def both(*areas: Cells) -> list[list[object]]:
    """Return rows of both occupations for each area."""
    return sheet(*({**area, "OCC_CODE": soc} for area in areas for soc in OCCUPATIONS))


def workbook(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """Write rows as a workbook, as the Bureau does."""
    book = Workbook(write_only=True)
    page = book.create_sheet("data")
    for row in rows:
        page.append(list(row))
    book.save(path)
    return path


def published(folder: Path, year: int = 2026, **changed: object) -> list[Path]:
    """Write a small release: the nation, two states and a metropolitan area, each in a workbook of its own.

    `changed` are cells of Boise.
    """
    return [
        workbook(folder / f"national_M{year}_dl.xlsx", both(NATION)),
        workbook(folder / f"state_M{year}_dl.xlsx", both(OHIO, ALABAMA)),
        workbook(folder / f"MSA_M{year}_dl.xlsx", both({**BOISE, **changed})),
    ]
