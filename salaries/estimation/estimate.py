"""The answer, and how it was worked out: the estimate *is* its last step, so text and number cannot disagree."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.beside import (
    Extra,
    GuideBand,
    LadderRung,
    MarketCheck,
    NextTier,
    Note,
    OewsFactor,
    PlaceFinding,
    WhatIf,
)

__all__ = [
    "Amounts",
    "Citation",
    "Estimate",
    "Extra",
    "GuideBand",
    "LadderRung",
    "MarketCheck",
    "Neighbour",
    "NextTier",
    "Note",
    "OewsFactor",
    "PlaceFinding",
    "Position",
    "Scenario",
    "Step",
    "WhatIf",
]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the computation: three amounts in US dollars a year, as they stand after it.

    `slug` names the kind of step ("tier", "phd", "rung", "specialization", "place", "round"); `because` the profile
    fields it used; `factors` the multipliers of low, point and high, four decimals each, None where the step sets
    the amounts outright. `note` is a sentence, `formula` the sum that gives the factors where the note names one.
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
    formula: str = ""

    @property
    def explained(self) -> str:
        """The note with its formula: "The band for senior is $170,000 to $220,000: 1 + 0.5 x (...)."."""
        return f"{self.note.removesuffix('.')}: {self.formula}." if self.formula else self.note


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
    """The lesser first: "other", "public-tech", "major-ai"."""
    neighbour: Neighbour | None = None
    specialization: str = "generalist"
    rung: str | None = None
    and_up: bool = False
    """The guide prints a "+" behind the upper figure that `high` stands on."""
    place: PlaceFinding | None = None
    scenario_first: str | None = None
    """The scenario of the current employer; None: unknown, so all stand side by side."""
    next_tier: NextTier | None = None
    guide_band: GuideBand | None = None
    what_if: WhatIf | None = None
    ladder: tuple[LadderRung, ...] = ()
    signing_bonus: Extra | None = None
    benefits: tuple[Extra, ...] = ()
    market: tuple[MarketCheck, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def low(self) -> Decimal:
        return self.steps[-1].low

    @property
    def point(self) -> Decimal:
        return self.steps[-1].point

    @property
    def high(self) -> Decimal:
        return self.steps[-1].high
