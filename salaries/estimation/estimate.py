"""The answer, and how it was worked out: the estimate *is* its last step, so text and number cannot disagree."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a figure comes from: a section of the guide with its reference, or a public table.

    `origin` is "guide" or "oews" (BLS wages) or "market" (posted and reported salaries) or "visitor" (their own
    correction); `anchor` is the slug of the guide page's section, empty outside the guide.
    """

    origin: Literal["guide", "oews", "market", "visitor"]
    section: str
    reference: str = ""
    anchor: str = ""

    def __str__(self) -> str:
        """Return it as printed beside a step: "guide, Salary by Experience Level, its reference [5]"."""
        lead = {"guide": "guide, "}.get(self.origin, "")
        return f"{lead}{self.section}{', ' + self.reference if self.reference else ''}"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the computation: three amounts in US dollars a year, as they stand after it.

    `slug` names the kind of step ("tier", "phd", "rung", "specialization", "place", "round"); `because` the profile
    fields it used; `factors` the multipliers of low, point and high, four decimals each, None where the step sets
    the amounts outright.
    """

    slug: str
    label: str
    low: Decimal
    point: Decimal
    high: Decimal
    because: tuple[str, ...]
    source: Citation
    factors: tuple[Decimal, Decimal, Decimal] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Amounts:
    """A range in US dollars; `high` None means that the guide gives no upper end."""

    low: Decimal
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Position:
    """Where the point stands among an occupation's annual wages: a percentile, or only "below" or "above" an end."""

    occupation: str
    percentile: Decimal
    bound: Literal["at", "below", "above"]
    source: Citation


@dataclass(frozen=True, slots=True)
class Scenario:
    """Total compensation, US dollars a year, by kind of employer, with the words that say how it comes about."""

    slug: str
    name: str
    total: Amounts
    why: str
    source: Citation


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The tier on the other side of a floor that lies within half a year, and the range it would give."""

    tier: str
    base: Amounts
    floor: Decimal
    distance: Decimal
    """Years from the relevant years to the floor; negative where the floor has been passed."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A base salary range, US dollars a year, with everything that stands behind and beside it."""

    edition: str
    tier: str
    relevant_years: Decimal
    years_sum: str
    """The years as arithmetic: "5.90 ML + half of 3.00 adjacent = 7.40"."""
    steps: tuple[Step, ...]
    positions: tuple[Position, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    neighbour: Neighbour | None = None

    @property
    def low(self) -> Decimal:
        return self.steps[-1].low

    @property
    def point(self) -> Decimal:
        return self.steps[-1].point

    @property
    def high(self) -> Decimal:
        return self.steps[-1].high
