"""What stands beside the base range: what comes next, what else is paid, what others say."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from salaries.estimation.amounts import Amounts, Citation


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

    Not adjusted for place or time. `low`, `median` and `high` are the 25th, 50th and 75th percentile; with
    `upper_half` (staff, read from the senior rows) the 50th, 75th and 90th.
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
    """Where the guide disagrees with itself on something shown here: both figures stay, with their sections."""

    slug: str
    words: str
    source: Citation
    other: Citation
