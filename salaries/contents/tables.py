"""The tables of an edition as typed rows, as the edition's file holds them: unknown keys are refused.

Every row names its source by slug. Amounts are US dollars in the unit that the row or its docstring gives; `high` left
out: the guide gives no upper figure; `and_up`: the guide prints a "+" behind the high. Text may name figures of the
same edition in braces ("{tier.senior.range}"), so that it follows them (`salaries.contents.prose`).
"""

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct

Unit = Literal["usd-year", "usd-once", "usd-conference", "percent", "years", "none"]
Part = Literal["overview", "compensation", "benefits", "negotiation", "growth"]
Origin = Literal["guide", "method"]


class Row(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Any row of an edition."""


class Source(Row, frozen=True, kw_only=True):
    """A place of the guide that figures stand in ("guide"), or our own method ("method")."""

    slug: str
    section: str
    reference: str
    anchor: str = ""
    origin: Origin = "guide"


class Occupation(Row, frozen=True, kw_only=True):
    """An occupation's national percentiles: US dollars a year, and an hour."""

    slug: str
    name: str
    soc: str
    words: str
    annual_p10: Decimal
    annual_p25: Decimal
    annual_p50: Decimal
    annual_p75: Decimal
    annual_p90: Decimal
    hourly_p10: Decimal
    hourly_p25: Decimal
    hourly_p50: Decimal
    hourly_p75: Decimal
    hourly_p90: Decimal
    source: str


class Tier(Row, frozen=True, kw_only=True):
    """An experience tier: relevant years from `floor` to under `ceiling`; base, PhD and total in US dollars a year.

    `printed` is how the guide prints the years; `percentile_*` the part of an occupation's distribution that it
    compares the base range with.
    """

    slug: str
    name: str
    printed: str
    floor: Decimal
    ceiling: Decimal | None = None
    low: Decimal
    high: Decimal
    source: str
    phd_low: Decimal | None = None
    phd_high: Decimal | None = None
    phd_source: str | None = None
    total_low: Decimal | None = None
    total_high: Decimal | None = None
    total_and_up: bool = False
    total_source: str | None = None
    percentile_occupation: str | None = None
    percentile_low: int | None = None
    percentile_high: int | None = None
    words: str


class State(Row, frozen=True, kw_only=True):
    """A state's annual mean wage, US dollars."""

    slug: str
    name: str
    mean: Decimal
    source: str


class Metro(Row, frozen=True, kw_only=True):
    """A metropolitan area's annual mean wage, US dollars; `name` is short, `title` the full name."""

    slug: str
    cbsa: str
    name: str
    title: str
    mean: Decimal
    source: str


class Specialization(Row, frozen=True, kw_only=True):
    """A specialization and its rule.

    "premium": percent on top of the generalist's range. "band": US dollars a year, stated for one tier, either as
    amounts or as percentiles of an occupation. "none": no change.
    """

    slug: str
    name: str
    rule: Literal["none", "premium", "band"]
    premium_low: Decimal | None = None
    premium_high: Decimal | None = None
    band_low: Decimal | None = None
    band_high: Decimal | None = None
    band_and_up: bool = False
    band_occupation: str | None = None
    band_percentile_low: int | None = None
    band_percentile_high: int | None = None
    stated_for: str | None = None
    may_pay_less: bool = False
    words: str
    source: str


class Figure(Row, frozen=True, kw_only=True):
    """Any other figure: pay beside the base, benefits, growth. `low` left out: the guide gives words only."""

    slug: str
    part: Part
    name: str
    unit: Unit
    low: Decimal | None = None
    high: Decimal | None = None
    and_up: bool = False
    words: str
    source: str


class Rung(Row, frozen=True, kw_only=True):
    """A step of the ladder, US dollars a year. The research track has no figures of its own."""

    slug: str
    track: Literal["leadership", "research"]
    name: str
    low: Decimal | None = None
    high: Decimal | None = None
    and_up: bool = False
    is_base: bool = False
    words: str
    source: str


class Parameter(Row, frozen=True, kw_only=True):
    """A figure of the method: a weight, a limit."""

    slug: str
    name: str
    value: Decimal
    unit: Literal["share", "years", "percent", "jobs", "usd"]
    words: str
    source: str


class Takeaway(Row, frozen=True, kw_only=True):
    """One of the guide's main points."""

    slug: str
    words: str
    source: str


class NegotiationPoint(Row, frozen=True, kw_only=True):
    """One of the points on negotiating."""

    slug: str
    title: str
    words: str
    source: str


class Question(Row, frozen=True, kw_only=True):
    """A question that readers ask, and the answer."""

    slug: str
    question: str
    answer: str
    source: str


class PayingSkill(Row, frozen=True, kw_only=True):
    """A skill that the guide says raises pay."""

    slug: str
    name: str
    words: str
    source: str


class Disagreement(Row, frozen=True, kw_only=True):
    """Two places of the guide that do not agree. `tiers`: slugs parted by spaces, empty where it concerns all."""

    slug: str
    words: str
    tiers: str = ""
    source: str
    other: str


class Contents(Row, frozen=True, kw_only=True):
    """One edition, whole."""

    name: str
    title: str
    effective: date
    note: str
    sources: tuple[Source, ...]
    occupations: tuple[Occupation, ...]
    tiers: tuple[Tier, ...]
    states: tuple[State, ...]
    metros: tuple[Metro, ...]
    specializations: tuple[Specialization, ...]
    figures: tuple[Figure, ...]
    negotiation: tuple[NegotiationPoint, ...]
    rungs: tuple[Rung, ...]
    takeaways: tuple[Takeaway, ...]
    questions: tuple[Question, ...]
    skills: tuple[PayingSkill, ...]
    disagreements: tuple[Disagreement, ...]
    parameters: tuple[Parameter, ...]
