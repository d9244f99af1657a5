"""The estimate with its steps and citations, and the profile for one without a resume."""

from typing import Literal

from pydantic import Field

from resumes.api.schemas.parts import (
    BaseRange,
    Employer,
    Part,
    Range,
    Rung,
    Sent,
    Source,
    Specialization,
    Tier,
    Years,
)


class Factors(Part):
    """Multipliers, four decimals."""

    low: float = Field(description="Of the lower end; no unit.")
    point: float = Field(description="Of the point; no unit.")
    high: float = Field(description="Of the upper end; no unit.")


class StepTaken(Part):
    """One line of the computation: the amounts as they stand after it. The last step is the estimate."""

    slug: str = Field(description="`tier`, `rung`, `phd`, `specialization`, `place` or `round`.")
    label: str = Field(description="The step in words.")
    low: float = Field(description="US dollars a year, exact until the last step rounds.")
    point: float = Field(description="US dollars a year.")
    high: float = Field(description="US dollars a year.")
    factors: Factors | None = Field(description="What the amounts were multiplied by; null where they were set.")
    because: list[str] = Field(description="Fields of the profile that the step used.")
    note: str = Field(description="What else should be known of it; may be empty.")
    source: Source = Field(description="Where its figure comes from.")


class PlaceUsed(Part):
    """How the place was priced."""

    kind: Literal["guide-metro", "oews-metro", "guide-state", "oews-state", "nation"] = Field(
        description="Whose mean answered; `nation`: none, so the factor is 1."
    )
    name: str = Field(description="The area.")
    factor: float = Field(description="What the range was multiplied by, four decimals.")


class Standing(Part):
    """Where the point stands among all wages of an occupation."""

    occupation: str = Field(description="`data-scientists` or `software-developers`.")
    percentile: float = Field(description="0 to 100; with `below` or `above` the last published one.")
    bound: Literal["at", "below", "above"] = Field(description="Whether it lies at, below or above that percentile.")
    source: Source = Field(description="Where the percentiles come from.")


class Total(Part):
    """Total pay at one kind of employer."""

    slug: Employer = Field(description="The kind.")
    name: str = Field(description="The kind in words.")
    total: Range = Field(description="Base and what comes on top, US dollars a year.")
    why: str = Field(description="How it comes about.")
    source: Source = Field(description="Where its figures come from.")


class Neighbor(Part):
    """The tier on the other side of a floor that is less than half a year away."""

    tier: Tier = Field(description="That tier.")
    base: Range = Field(description="The range it would give, US dollars a year.")
    floor: float = Field(description="Relevant years at which the tiers meet.")
    distance: float = Field(description="Years to the floor; negative where it has been passed.")


class WhatIf(Part):
    """The range that would hold if one thing were so."""

    slug: str = Field(description="`llm-production`: LLM work in production, in a paid role.")
    base: BaseRange = Field(description="US dollars a year.")
    why: str = Field(description="Why it is not counted.")
    source: Source = Field(description="Where its figure comes from.")


class EstimateMade(Part):
    """A base salary range with how it was worked out."""

    edition: str = Field(description="The edition of the guide that answered.")
    edition_sha256: str = Field(description="The hash that the edition's own download bears.")
    tier: Tier = Field(description="The experience tier.")
    rung: Rung | None = Field(description="The confirmed leadership role, whose range replaces the tier's.")
    specialization: Specialization = Field(description="The one that was priced.")
    relevant_years: Years = Field(description="The years that gave the tier.")
    years_sum: str = Field(description="The years as arithmetic.")
    base: BaseRange = Field(description="The answer: base salary, US dollars a year, rounded.")
    and_up: bool = Field(description="Whether the guide prints a plus behind the figure that `high` stands on.")
    place: PlaceUsed | None = Field(description="How the place was priced.")
    steps: list[StepTaken] = Field(description="In order; the last one is `base`.")
    positions: list[Standing] = Field(description="Where the point stands among all wages.")
    totals: list[Total] = Field(description="Total pay by kind of employer, the lesser first.")
    neighbor: Neighbor | None = Field(description="Null far from a floor.")
    what_if: WhatIf | None = Field(description="Null where no premium was left out.")


class ProfileSent(Sent):
    """What is said of a person, without a resume. One of `ml_years`, `adjacent_years` and `rung` is needed."""

    ml_years: float | None = Field(None, ge=0, le=60, description="Years of paid ML work; two decimals are used.")
    adjacent_years: float | None = Field(None, ge=0, le=60, description="Years of paid software or data work apart.")
    degree: Literal["phd"] | None = Field(
        None, description="`phd`: a finished one in computing, statistics, engineering or a natural science."
    )
    specialization: Specialization = Field("generalist", description="What they work on.")
    llm_production: bool = Field(False, description="LLM work in production, in a paid role.")
    place: str | None = Field(
        None, max_length=80, description="US city, metropolitan area or state: `Seattle, WA`. Null: the US nation."
    )
    employer: Employer | None = Field(None, description="Kind of employer; for total pay.")
    rung: Rung | None = Field(None, description="Step of the leadership ladder; replaces tier and specialization.")


class EditionNow(Part):
    """The current edition of the guide."""

    name: str = Field(description="As estimates cite it.")
    title: str = Field(description="In words.")
    effective: str = Field(description="The day from which its figures hold, `YYYY-MM-DD`.")
    sha256: str = Field(description="Hash of its contents.")
    url: str = Field(description="Path of the whole edition as JSON; needs no key.")
