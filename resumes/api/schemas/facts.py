"""What was read of a resume, in the words of `manage.py analyze --json`."""

from pydantic import Field

from resumes.api.schemas.parts import Confidence, Degree, Kind, Part, Ranges, Specialization, Tier, Years


class RoleRead(Part):
    """One work entry."""

    key: str = Field(description="What corrections call this role by; `new-1`, `new-2` for roles that you added.")
    title: str | None = Field(description="As printed.")
    employer: str | None = Field(description="As printed.")
    start: str | None = Field(description="`YYYY-MM`, `YYYY` or null.")
    end: str | None = Field(description="`YYYY-MM`, `YYYY`, `present` or null.")
    kind: Kind = Field(description="`ml` counts in full, `adjacent` (software, data) in part, the others not.")
    confidence: Confidence
    evidence: Ranges


class YearsCounted(Part):
    """Years by the roles, months that overlap counted once."""

    total: Years = Field(description="All professional roles, years.")
    ml: Years = Field(description="Roles of kind `ml`, years.")
    adjacent: Years = Field(description="What roles of kind `adjacent` add to that, years.")
    relevant: Years = Field(description="ML years and the part of the adjacent ones that the edition credits, years.")
    stated: float | None = Field(description="What the resume claims in words, years; null where it claims nothing.")
    confidence: Confidence


class Education(Part):
    """The highest degree."""

    highest: Degree = Field(description="Finished, or under way where `in_progress`.")
    in_progress: bool = Field(description="Whether it is yet to be finished.")
    field: str | None = Field(description="As printed.")
    quantitative: bool = Field(description="Computing, statistics, engineering or a natural science.")
    confidence: Confidence
    evidence: Ranges


class Location(Part):
    """Where the person is."""

    city: str | None = Field(description="As read.")
    region: str | None = Field(description="Two letters for a US state.")
    country: str | None = Field(description="ISO 3166, two letters; `ZZ`: outside the US, nothing closer is known.")
    metro: str | None = Field(description="The guide's own name of the metropolitan area, where it lists it.")
    cbsa: str | None = Field(description="Code of the US metropolitan area, five digits.")
    confidence: Confidence
    evidence: Ranges


class SpecializationRead(Part):
    """What a recruiter would file the person under."""

    primary: Specialization = Field(description="The likeliest.")
    scores: dict[str, float] = Field(description="Shares by specialization; they add up to 1.")
    confidence: Confidence


class SkillRead(Part):
    """A technical skill."""

    name: str = Field(description="Under its usual written name.")
    category: str = Field(description="Such as `framework`, `language`, `method`; `unlisted` for one you added.")
    evidence: Ranges


class AchievementRead(Part):
    """A line worth showing."""

    evidence: Ranges
    score: float = Field(description="For ordering only: no unit, and no scale that compares people.")
    reasons: list[str] = Field(description="Of `metric`, `scale`, `production`, `research`, `ownership`.")


class FactsRead(Part):
    """What was read, with the roles and skills that you corrected in their place."""

    roles: list[RoleRead] = Field(description="In the order of the resume, those that you added last.")
    years: YearsCounted = Field(description="The sum of the roles; a correction of `years` stands in the estimate.")
    tier: Tier = Field(description="The tier of the counted years.")
    education: Education = Field(description="The highest degree that was read.")
    location: Location | None = Field(description="Null where the resume names no place.")
    current_title: str | None = Field(description="As printed.")
    specialization: SpecializationRead | None = Field(description="Null where nothing speaks for any.")
    skills: list[SkillRead] = Field(description="In the order of the resume.")
    achievements: list[AchievementRead] = Field(description="The strongest first.")
    remarks: list[str] = Field(description="Codes of what should be checked, such as `undated_role`, `future_date`.")
