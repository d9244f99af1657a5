"""The answer, and how it was worked out: the estimate *is* its last step, so text and number cannot disagree."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a figure comes from: a section of the guide with its reference, or a public table.

    `origin` is "guide", "oews" (BLS wages), "market" (posted and reported salaries), "method" (a figure of the
    edition that the guide does not print: a weight, a limit) or "visitor" (their own correction); `anchor` is the
    slug of the guide page's section, empty outside the guide.
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
    """A range in US dollars; `high` None: the guide gives no upper end; `and_up`: it prints a "+" behind the high."""

    low: Decimal
    high: Decimal | None
    and_up: bool = False


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
class NextTier:
    """The tier after this one, the base range it would give this person, and the relevant years still missing."""

    tier: str
    base: Amounts
    floor: Decimal
    years_left: Decimal


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A range that would hold if one thing were so: "llm-production", with the reason why it is not counted."""

    slug: str
    low: Decimal
    point: Decimal
    high: Decimal
    why: str
    source: Citation


@dataclass(frozen=True, slots=True)
class GuideBand:
    """What the guide itself prints for the specialization: US dollars a year ("usd-year") or "percent" on top.

    `tier` is the tier it is stated for, None for a premium, which holds for all.
    """

    amounts: Amounts
    unit: Literal["usd-year", "percent"]
    tier: str | None
    source: Citation


@dataclass(frozen=True, slots=True)
class OewsFactor:
    """What the BLS means (Data Scientists) give for a place: the factor, and how firm the mean behind it is.

    `firm` is False where the relative standard error (percent) is too large or the jobs too few for the estimate.
    """

    name: str
    factor: Decimal
    mean: Decimal
    national_mean: Decimal
    jobs: int | None
    error: Decimal | None
    firm: bool
    source: Citation


@dataclass(frozen=True, slots=True)
class PlaceFinding:
    """How the place was priced.

    `kind` names what answered: the guide's metro or state, the BLS's, or "nation" where none did. `passed_over`
    says in words why nearer figures were not used; `oews` is the BLS factor beside the guide's where both exist.
    """

    kind: Literal["guide-metro", "oews-metro", "guide-state", "oews-state", "nation"]
    name: str
    factor: Decimal
    mean: Decimal | None
    national_mean: Decimal | None
    source: Citation
    passed_over: tuple[str, ...] = ()
    oews: OewsFactor | None = None


@dataclass(frozen=True, slots=True)
class LadderRung:
    """A step of the leadership ladder with the guide's own figures; `here` marks the confirmed one."""

    slug: str
    name: str
    amounts: Amounts
    is_base: bool
    here: bool
    source: Citation


@dataclass(frozen=True, slots=True)
class Extra:
    """Something beside the salary; `amounts` None where the guide gives no figure. `unit` as in the edition."""

    slug: str
    name: str
    unit: str
    amounts: Amounts | None
    note: str
    source: Citation


@dataclass(frozen=True, slots=True)
class MarketCheck:
    """Posted and reported salaries 2023-24 of one job family and level, US dollars a year.

    Not adjusted for place or time. `low` and `high` are the quarter points, or for staff the upper half of senior
    (its median and its 90th percentile).
    """

    family: str
    level: str
    count: int
    low: Decimal
    median: Decimal
    high: Decimal
    upper_half: bool
    source: Citation


@dataclass(frozen=True, slots=True)
class Note:
    """Where the guide disagrees with itself on something this estimate shows: both figures stay, with their sections."""

    slug: str
    words: str
    source: Citation
    other: Citation


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
