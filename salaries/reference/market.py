"""US salaries of 2023-24 as posted in advertisements or reported, by job family and level."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from salaries.reference import FOLDER


@dataclass(frozen=True, slots=True)
class MarketRow:
    """Quantiles in US dollars a year over `reports` entries; not adjusted for place or time."""

    family: str
    level: str
    reports: int
    p10: Decimal
    p25: Decimal
    p50: Decimal
    p75: Decimal
    p90: Decimal


class Market:
    """The table, by family ("machine-learning-engineer") and level ("entry", "mid", "senior", "executive")."""

    def __init__(self, rows: Mapping[tuple[str, str], MarketRow]) -> None:
        self._rows = rows

    def row(self, family: str, level: str) -> MarketRow | None:
        """Return one row, None where fewer than 30 entries were seen."""
        return self._rows.get((family, level))

    def rows(self) -> tuple[MarketRow, ...]:
        """Return all rows, in the table's order."""
        return tuple(self._rows.values())

    def families(self) -> tuple[str, ...]:
        """Return the job families of the table, in its order."""
        return tuple(dict.fromkeys(family for family, _ in self._rows))


@cache
def load() -> Market:
    """Return the table, read once a process."""
    with (FOLDER / "market-salaries-us-2023-2024.csv").open(encoding="utf-8", newline="") as file:
        rows = [_market_row(row) for row in csv.DictReader(file)]
    return Market({(row.family, row.level): row for row in rows})


def _market_row(row: Mapping[str, str]) -> MarketRow:
    p10, p25, p50, p75, p90 = (Decimal(row[name]) for name in ("p10", "p25", "p50", "p75", "p90"))
    return MarketRow(row["family"], row["experience_level"], int(row["reports"]), p10, p25, p50, p75, p90)
