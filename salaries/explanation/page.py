"""An estimate with everything that is told of it, for whoever has no resume."""

from dataclasses import dataclass

from salaries.estimation import estimate
from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile
from salaries.explanation.answer import Answer, answer
from salaries.explanation.band import BandPicture, band_picture
from salaries.explanation.beside import Standing, StepLine, standings, step_lines
from salaries.explanation.reasons import reasons
from salaries.explanation.totals import Totals, totals
from salaries.reference import market
from salaries.reference.oews import Areas


@dataclass(frozen=True, slots=True)
class Explained:
    """What the parts of an estimate's page show."""

    estimate: Estimate
    answer: Answer
    steps: tuple[StepLine, ...]
    standings: tuple[Standing, ...]
    totals: Totals
    band: BandPicture | None


def explained(profile: Profile, guide: Guide, areas: Areas, *, where: str = "", abroad: str = "") -> Explained:
    """Return a profile's estimate, told; `where` is the place in words, `abroad` says that it is outside the US.

    `areas` are the BLS wages by place. Raises `NoSuchFigure` where the edition lacks a slug.
    """
    found = estimate(profile, guide, areas, market.load())
    first = answer(found, guide, where, tuple(reasons(found, guide, where)), abroad)
    return Explained(
        estimate=found,
        answer=first,
        steps=step_lines(found),
        standings=standings(found, guide),
        totals=totals(found, is_base=first.is_base),
        band=band_picture(found, guide),
    )
