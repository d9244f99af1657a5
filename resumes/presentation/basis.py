"""What every part of an estimate's page is told from."""

from dataclasses import dataclass
from datetime import date

from resumes.extraction.facts import Facts, Location, Years
from resumes.extraction.years import count
from resumes.profile import Corrections, profile_of, said
from resumes.reading.document import Document
from salaries.estimation import estimate
from salaries.estimation.estimate import Estimate, Step
from salaries.estimation.guide import Guide
from salaries.reference import market, oews
from salaries.reference.oews import Areas


@dataclass(frozen=True, slots=True)
class Basis:
    """The document, its facts, what was corrected, the counted years and the estimate; `as_of` is today's "Present".

    `facts` have the visitor's roles and skills in the place of those that were read, which are in `read`.
    """

    document: Document
    read: Facts
    facts: Facts
    corrections: Corrections
    years: Years
    estimate: Estimate
    guide: Guide
    as_of: date

    def step(self, slug: str) -> Step | None:
        """Return the step of that kind, None where the computation has none."""
        return next((step for step in self.estimate.steps if step.slug == slug), None)

    @property
    def location(self) -> Location | None:
        """The place that counts: the visitor's, else the one that was read."""
        return self.corrections.place or self.facts.location


def basis_of(
    document: Document,
    facts: Facts,
    corrections: Corrections,
    guide: Guide,
    as_of: date,
    areas: Areas | None = None,
) -> Basis:
    """Work out the estimate of facts with their corrections. Raises `NoSuchFigure` where the edition lacks a slug.

    `areas` are the BLS wages by place: those that ship, where none are given.
    """
    profile = profile_of(facts, corrections, as_of)
    as_said = said(facts, corrections)
    return Basis(
        document=document,
        read=facts,
        facts=as_said,
        corrections=corrections,
        years=count(as_said.roles, as_said.stated_years, as_of),
        estimate=estimate(profile, guide, areas or oews.load(), market.load()),
        guide=guide,
        as_of=as_of,
    )
