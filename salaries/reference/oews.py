"""Wages by occupation and area: Occupational Employment and Wage Statistics.

The table that ships is that of May 2025; a site may have loaded a later one (`salaries/wages.py`).
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from salaries.reference import FOLDER, states

AreaKind = Literal["national", "state", "metro", "nonmetro"]

NOT_RELEASED = "-"

SHIPPED = FOLDER / "oews-2025.csv"
SHIPPED_PERIOD = "May 2025"


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
    """The table of one release, by area and occupation.

    `period` is the month that it tells of, "May 2025"; `digest` a hash of the rows, empty for the table that ships.
    """

    def __init__(
        self, rows: Mapping[tuple[str, str, str], Area], period: str = SHIPPED_PERIOD, digest: str = ""
    ) -> None:
        self._rows = rows
        self.period = period
        self.digest = digest

    @classmethod
    def of(cls, areas: Iterable[Area], period: str = SHIPPED_PERIOD, digest: str = "") -> "Areas":
        """Return the table that holds these rows."""
        return cls({(area.kind, area.code, area.soc): area for area in areas}, period, digest)

    def all(self, kind: AreaKind, soc: str) -> tuple[Area, ...]:
        """Return an occupation's rows of one kind of area, in the table's order."""
        return tuple(area for (held, _, which), area in self._rows.items() if (held, which) == (kind, soc))

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

    def metro_names(self) -> dict[str, str]:
        """Return the names of all metropolitan areas by CBSA code: "Seattle-Tacoma-Bellevue, WA"."""
        return {area.code: area.name for area in self._rows.values() if area.kind == "metro"}


@cache
def load() -> Areas:
    """Return the table that ships, read once a process."""
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return Areas.of([_area(row) for row in csv.DictReader(file)])


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
