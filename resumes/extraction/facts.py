"""What extraction finds: facts, each with the ranges of the document's text that it was read from."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Kind = Literal["ml", "adjacent", "other", "internship", "academic"]
Confidence = Literal["high", "medium", "low"]
Degree = Literal["none", "associate", "bachelor", "master", "phd"]

PROFESSIONAL: tuple[Kind, ...] = ("ml", "adjacent", "other")


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A half-open character range of `Document.text`; a quote is a slice, so it can never drift."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Role:
    """One work entry. `start` and `end` are "YYYY-MM", "YYYY", "present" (end only) or None, as printed.

    `evidence` holds the title, the employer and the dates, in text order; `body` the bullets under them.
    """

    title: str | None
    employer: str | None
    start: str | None
    end: str | None
    kind: Kind
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    body: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """Counted years, two decimals, overlapping months once; `adjacent` is what adjacent roles add to ml.

    `claimed` says that no professional role is dated and the resume's own claim stands in for the count.
    """

    total: Decimal
    ml: Decimal
    adjacent: Decimal
    confidence: Confidence = "high"
    claimed: bool = False


@dataclass(frozen=True, slots=True)
class StatedYears:
    """The years that the resume claims in words, about ML work ("ml") or work as a whole ("total")."""

    years: Decimal
    of: Literal["ml", "total"]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Education:
    """The highest degree; `quantitative` where its field is computing, statistics, engineering or a natural science."""

    highest: Degree
    in_progress: bool = False
    field: str | None = None
    quantitative: bool = False
    confidence: Confidence = "low"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """Where the person is. `metro` is the guide's slug ("san-jose"), `cbsa` the area's code, None outside them."""

    city: str | None
    region: str | None
    country: str | None
    metro: str | None = None
    cbsa: str | None = None
    confidence: Confidence = "low"
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """A technical skill under its usual written name."""

    name: str
    category: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SpecializationGuess:
    """What a recruiter would file the person under; `scores` add up to 1, `could_also_be` is in falling order."""

    primary: str
    scores: dict[str, float]
    confidence: Confidence
    could_also_be: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Achievement:
    """A line worth showing: `reasons` are of "metric", "scale", "production", "research", "ownership".

    `proofs` are the words of the line that each reason was seen in, in the order of the reasons.
    """

    evidence: Evidence
    score: float
    reasons: tuple[str, ...]
    proofs: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the visitor should check: "date_typo", "future_date", "undated_role", "claim_above_roles", ..."""

    code: str
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that extraction found in one document. Deterministic: same bytes, same `VERSION`, same facts."""

    roles: tuple[Role, ...] = ()
    education: Education = field(default_factory=lambda: Education("none"))
    location: Location | None = None
    current_title: str | None = None
    specialization: SpecializationGuess | None = None
    skills: tuple[Skill, ...] = ()
    stated_years: StatedYears | None = None
    llm_production: tuple[Evidence, ...] = ()
    """LLM work inside professional roles: what the guide's premium is tied to."""
    employer_kind: str | None = None
    """The total-compensation scenario of the current employer, where the employer list knows it."""
    rung: str | None = None
    """The step of the leadership ladder that the current title names; never used unasked."""
    achievements: tuple[Achievement, ...] = ()
    remarks: tuple[Remark, ...] = ()
