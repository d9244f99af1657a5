"""An estimate with everything that is told of it, for whoever has no resume."""

from dataclasses import dataclass

from salaries.estimation import estimate
from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile
from salaries.explanation.answer import Answer, answer
from salaries.explanation.beside import Pay, Standing, StepLine, own_pay, pays, standings, step_lines
from salaries.explanation.reasons import reasons
from salaries.reference import market
from salaries.reference.oews import Areas


@dataclass(frozen=True, slots=True)
class Explained:
    """What the parts of an estimate's page show."""

    estimate: Estimate
    answer: Answer
    steps: tuple[StepLine, ...]
    standings: tuple[Standing, ...]
    pays: tuple[Pay, ...]

    @property
    def own_pay(self) -> Pay | None:
        """Total pay at one's own kind of employer, None where that is not known."""
        return own_pay(self.pays)


def explained(profile: Profile, guide: Guide, areas: Areas, *, where: str = "", abroad: str = "") -> Explained:
    """Return a profile's estimate, told; `where` is the place in words, `abroad` says that it is outside the US.

    `areas` are the BLS wages by place. Raises `NoSuchFigure` where the edition lacks a slug.
    """
    found = estimate(profile, guide, areas, market.load())
    return Explained(
        estimate=found,
        answer=answer(found, guide, where, tuple(reasons(found, guide, where)), abroad),
        steps=step_lines(found),
        standings=standings(found, guide),
        pays=pays(found),
    )
