"""Wages by occupation and area: Occupational Employment and Wage Statistics, May 2025."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from salaries.reference import FOLDER, states

AreaKind = Literal["national", "state", "metro", "nonmetro"]

NOT_RELEASED = "-"


@dataclass(frozen=True, slots=True)
class Area:
    """One occupation (`soc`, "15-2051") in one area. Wages are US dollars a year, relative standard errors percent.

    `code` is empty for the nation, FIPS for states, CBSA for metropolitan areas, the Bureau's own of seven digits for
    nonmetropolitan ones. None is a value that the Bureau did not release.
    """

    kind: AreaKind
    code: str
    name: str
    soc: str
    employment: int | None
    employment_rse: Decimal | None
    annual_mean: Decimal | None
    wage_rse: Decimal | None
    p10: Decimal | None
    p25: Decimal | None
    p50: Decimal | None
    p75: Decimal | None
    p90: Decimal | None
    footnotes: str


class Areas:
    """The table, by area and occupation."""

    def __init__(self, rows: Mapping[tuple[str, str, str], Area]) -> None:
        self._rows = rows

    def national(self, soc: str) -> Area:
        """Return the nation's row; raises KeyError for an occupation that the table lacks."""
        return self._rows["national", "", soc]

    def state(self, postal_code: str, soc: str) -> Area | None:
        """Return the row of a state given by its postal code ("WA"), None where there is none."""
        state = states.load().get(postal_code)
        return self._rows.get(("state", state.fips, soc)) if state else None

    def metro(self, cbsa: str, soc: str) -> Area | None:
        """Return the row of the metropolitan area with this CBSA code, None where there is none."""
        return self._rows.get(("metro", cbsa, soc))


@cache
def load() -> Areas:
    """Return the table, read once a process."""
    with (FOLDER / "oews-2025.csv").open(encoding="utf-8", newline="") as file:
        areas = [_area(row) for row in csv.DictReader(file)]
    return Areas({(area.kind, area.code, area.soc): area for area in areas})


def _area(row: Mapping[str, str]) -> Area:
    return Area(
        kind=_kind(row["area_type"]),
        code=row["area_code"],
        name=row["area_name"],
        soc=row["soc"],
        employment=None if row["employment"] == NOT_RELEASED else int(row["employment"]),
        employment_rse=_released(row["employment_rse"]),
        annual_mean=_released(row["annual_mean"]),
        wage_rse=_released(row["wage_rse"]),
        p10=_released(row["annual_p10"]),
        p25=_released(row["annual_p25"]),
        p50=_released(row["annual_p50"]),
        p75=_released(row["annual_p75"]),
        p90=_released(row["annual_p90"]),
        footnotes=row["footnotes"],
    )


def _released(text: str) -> Decimal | None:
    return None if text == NOT_RELEASED else Decimal(text)


def _kind(text: str) -> AreaKind:
    kinds: dict[str, AreaKind] = {"national": "national", "state": "state", "metro": "metro", "nonmetro": "nonmetro"}
    return kinds[text]
