"""The same person in each metropolitan area that the guide lists."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from salaries.estimation.amounts import Citation
from salaries.estimation.beside import PlaceFinding
from salaries.estimation.estimate import Estimate, Step
from salaries.estimation.factors import rounded_step
from salaries.estimation.guide import Guide, PlaceMean
from salaries.estimation.place import US, place_step, price
from salaries.estimation.profile import Place
from salaries.moves.effects import Effect, effect
from salaries.reference.oews import Areas


@dataclass(frozen=True, slots=True)
class MetroRow:
    """A metropolitan area of the guide and the range that this person would have there, US dollars a year.

    `here` marks the one in which the estimate was worked out; `step` multiplies by the place's factor.
    """

    slug: str
    name: str
    low: Decimal
    point: Decimal
    high: Decimal
    effect: Effect
    factor: Decimal
    mean: Decimal
    here: bool
    step: Step

    @property
    def source(self) -> Citation:
        """Where the guide prints the place's mean."""
        return self.step.source


def metros(found: Estimate, guide: Guide, areas: Areas) -> tuple[MetroRow, ...]:
    """Return one row a metropolitan area in the guide's order. `areas` are the BLS wages by place."""
    before = before_place(found)
    return tuple(_row(metro, before, found, guide, areas) for metro in guide.metros)


def before_place(found: Estimate) -> Step:
    """Return the step that the place multiplies."""
    return next(step for step, after in pairwise(found.steps) if after.slug == "place")


def _row(metro: PlaceMean, before: Step, found: Estimate, guide: Guide, areas: Areas) -> MetroRow:
    finding = price(Place(metro.name, None, US, metro.code), guide, areas)
    step = place_step(before, finding)
    last = rounded_step(step, guide.parameters.rounding)
    return MetroRow(
        slug=metro.slug,
        name=metro.name,
        low=last.low,
        point=last.point,
        high=last.high,
        effect=effect(found, last),
        factor=finding.factor,
        mean=metro.mean,
        here=_is_here(finding, found.place),
        step=step,
    )


def _is_here(finding: PlaceFinding, own: PlaceFinding | None) -> bool:
    return own is not None and (own.kind, own.name) == (finding.kind, finding.name)
