"""The figures behind a check that are not the guide's: hours of a full-time year, vesting, limits of a form."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent / "assumptions.toml"


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is no slip: US dollars a year and an hour, hours a week, weeks a year, per cent of base."""

    least_yearly: Decimal
    most_yearly: Decimal
    least_hourly: Decimal
    most_hourly: Decimal
    most_hours: Decimal
    most_weeks: Decimal
    most_bonus_percent: Decimal
    least_amount: Decimal
    most_amount: Decimal


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Hours a week and weeks a year of full-time work, the years over which a grant vests, and what is accepted."""

    full_time_hours: Decimal
    full_time_weeks: Decimal
    vesting_years: Decimal
    accepted: Accepted

    @property
    def hours_a_year(self) -> Decimal:
        """Hours of a full-time year: 2,080."""
        return self.full_time_hours * self.full_time_weeks


@cache
def load() -> Assumptions:
    """Return the file's figures; read once a process."""
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    accepted = Accepted(**_decimals(found.pop("accepted")))
    return Assumptions(**_decimals(found), accepted=accepted)


def _decimals(values: Mapping[str, int]) -> dict[str, Decimal]:
    return {name: Decimal(value) for name, value in values.items()}
