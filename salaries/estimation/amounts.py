"""Amounts and citations: what every line of an estimate is made of."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a figure comes from: a section of the guide with its reference, or a public table.

    `origin` is "guide", "oews" (BLS wages), "market" (posted and reported salaries), "method" (a figure of the
    edition that the guide does not print: a weight, a limit) or "visitor" (their own correction); `anchor` is the
    guide's page with the figure's row, "metros#metro-seattle", or a page's section, empty outside the guide.
    """

    origin: Literal["guide", "oews", "market", "method", "visitor"]
    section: str
    reference: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        """Return it as printed beside a step: "guide, Salary by Experience Level, its reference [5]"."""
        lead = {"guide": "guide, "}.get(self.origin, "")
        return f"{lead}{self.section}{', ' + self.reference if self.reference else ''}"


@dataclass(frozen=True, slots=True)
class Amounts:
    """A range in US dollars; `high` None: the guide gives no upper end; `and_up`: it prints a "+" behind the high."""

    low: Decimal
    high: Decimal | None
    and_up: bool = False
