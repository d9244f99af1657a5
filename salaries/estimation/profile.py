"""What the estimator needs to know of a person: no text, no dates, no name."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is.

    `region` is the two-letter code of a US state, else the region's name; `country` an ISO 3166 code of two
    letters; `cbsa` the five-digit code of the US metropolitan area, None outside all of them. All None: unknown.
    """

    city: str | None = None
    region: str | None = None
    country: str | None = None
    cbsa: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as the guide sees one.

    `ml_years` and `adjacent_years` are counted years of two decimals, overlaps once. `relevant_years` and `tier`
    replace what follows from them where the visitor says so. `rung` is a step of the leadership ladder that the
    visitor confirmed; `llm_production` is LLM work in a professional role; `phd` a finished PhD in a computing,
    statistical, engineering or natural-science field; `employer` the slug of a total-compensation scenario.
    """

    ml_years: Decimal = Decimal(0)
    adjacent_years: Decimal = Decimal(0)
    relevant_years: Decimal | None = None
    tier: str | None = None
    rung: str | None = None
    specialization: str = "generalist"
    llm_production: bool = False
    phd: bool = False
    place: Place = field(default_factory=Place)
    employer: str | None = None
