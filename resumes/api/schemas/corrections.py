"""What a program says instead of what was read, and how it stands."""

from typing import Any, Literal

from pydantic import Field

from resumes.api.schemas.parts import Degree, Employer, Kind, Part, Rung, Sent, Specialization, Tier

DATE = "A month and a year (`2019-03`, `Mar 2019`) or the year alone"


class RoleSent(Sent):
    """One role: with `key` it is changed, without it is added (then `kind` and `start` are needed)."""

    key: str | None = Field(None, description="The role's key, from `facts.roles`.")
    removed: bool = Field(False, description="Leave the role out.")
    undo: bool = Field(False, description="Take the role as it was read.")
    kind: Kind | None = Field(None, description="What kind of work it was.")
    start: str | None = Field(None, max_length=30, description=f"{DATE}.")
    end: str | None = Field(None, max_length=30, description=f"{DATE}, or `present`.")
    title: str | None = Field(None, max_length=120, description="An empty text takes it away.")
    employer: str | None = Field(None, max_length=120, description="An empty text takes it away.")


class SkillsSent(Sent):
    """Skills by their names."""

    add: list[str] = Field(default_factory=list, max_length=60, description="Skills that the resume lacks.")
    remove: list[str] = Field(default_factory=list, max_length=500, description="Skills that were misread.")
    undo: list[str] = Field(default_factory=list, max_length=500, description="Skills to take as they were read.")


class CorrectionsSent(Sent):
    """What you say instead of what was read. A field left out stays as it stands; null takes its correction back."""

    years: float | None = Field(None, ge=0, le=60, description="Relevant years; two decimals are used.")
    tier: Tier | None = Field(None, description="Where the tier should not follow the years.")
    rung: Rung | None = Field(None, description="Step of the leadership ladder; its range replaces the tier's.")
    specialization: Specialization | None = Field(None, description="What the person works on.")
    llm_production: bool | None = Field(None, description="LLM work in production, in a paid role.")
    where: Literal["us", "abroad", "unknown"] | None = Field(
        None, description="`us` goes with `place`; `abroad`: outside the US; `unknown`: rather not said."
    )
    place: str | None = Field(None, max_length=80, description="US city or state: `Seattle, WA`, `Colorado`.")
    degree: Degree | None = Field(None, description="Highest finished degree.")
    employer: Employer | None = Field(None, description="Kind of the current employer; for total pay.")
    roles: list[RoleSent] = Field(default_factory=list, max_length=100, description="Roles to change, add or remove.")
    skills: SkillsSent = Field(default_factory=SkillsSent, description="Skills to add or remove.")

    def patch(self) -> dict[str, Any]:
        """Return what was sent and nothing else."""
        sent = self.model_dump(exclude_unset=True)
        if self.years is not None:
            sent["years"] = f"{self.years:.2f}"
        return sent


class RoleStanding(Part):
    """What stands of one role: null leaves a field as it was read, an empty text takes it away."""

    key: str = Field(description="The role's key.")
    removed: bool = Field(description="Whether it is left out.")
    kind: Kind | None = Field(description="What kind of work it was.")
    start: str | None = Field(description="`YYYY-MM` or `YYYY`.")
    end: str | None = Field(description="`YYYY-MM`, `YYYY` or `present`.")
    title: str | None = Field(description="As you wrote it.")
    employer: str | None = Field(description="As you wrote it.")


class PlaceStanding(Part):
    """The place that stands in the place of the one that was read."""

    city: str | None = Field(description="Null for a state alone.")
    region: str | None = Field(description="Two letters for a US state.")
    country: str | None = Field(description="ISO 3166, two letters; `ZZ`: outside the US; null: rather not said.")
    cbsa: str | None = Field(description="Code of the US metropolitan area, five digits.")


class CorrectionsStanding(Part):
    """All corrections that stand; null and empty: as it was read."""

    years: float | None = Field(description="Relevant years.")
    tier: Tier | None = Field(description="Experience tier.")
    rung: Rung | None = Field(description="Step of the leadership ladder.")
    specialization: Specialization | None = Field(description="What the person works on.")
    llm_production: bool | None = Field(description="LLM work in production, in a paid role.")
    place: PlaceStanding | None = Field(description="Where the person is.")
    degree: Degree | None = Field(description="Highest finished degree.")
    employer: Employer | None = Field(description="Kind of the current employer.")
    roles: list[RoleStanding] = Field(description="By role.")
    skills_added: list[str] = Field(description="By name.")
    skills_removed: list[str] = Field(description="By name.")
