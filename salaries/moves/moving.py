"""What moves a range most: each step that the guide prices, by its effect; what it does not price stands apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from salaries.estimation.amounts import Citation
from salaries.estimation.estimate import Estimate, Scenario, Step
from salaries.estimation.guide import Guide, PayingSkill
from salaries.estimation.place import price
from salaries.estimation.profile import Profile
from salaries.estimation.steps import steps_of
from salaries.estimation.total import OTHER
from salaries.moves.changes import Change, Kind, changes
from salaries.moves.effects import Effect, effect
from salaries.moves.metros import MetroRow
from salaries.reference.oews import Areas

METROS_NAMED = 3
"""Moves to places that are listed: all ten stand in the table of metros."""

PRICED_AS_PREMIUM = "llm-deployment"
"""The one paying skill with a figure: it is what the premium is paid for."""


@dataclass(frozen=True, slots=True)
class Move:
    """A step somebody could take and the base range after it, US dollars a year.

    `step` is the line of the sum that gives the change, with its citation; `detail` says when it holds.
    """

    slug: str
    kind: Kind
    label: str
    detail: str
    low: Decimal
    point: Decimal
    high: Decimal
    effect: Effect
    step: Step

    @property
    def source(self) -> Citation:
        """Where the guide gives the figure."""
        return self.step.source


@dataclass(frozen=True, slots=True)
class EmployerMove:
    """Another kind of employer: the base stays, the total changes. `high` None where an end is open."""

    scenario: Scenario
    low: Decimal
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves of the base by their effect on the point, employers that change the total alone, skills without figures.

    `compared` is the kind of employer that totals are compared with: one's own, else one that pays base alone.
    """

    base: tuple[Move, ...]
    employers: tuple[EmployerMove, ...]
    compared: Scenario | None
    unpriced: tuple[PayingSkill, ...]


def moves(
    profile: Profile, found: Estimate, rows: Iterable[MetroRow], guide: Guide, areas: Areas, named: int = METROS_NAMED
) -> Moves:
    """Return what would move this estimate; `rows` are the same person in the guide's metros, `named` how many to name.

    `found` is the profile's estimate, `areas` the BLS wages by place. What changes nothing is left out.
    """
    finding = found.place or price(profile.place, guide, areas)
    base = [
        _move(change, steps_of(change.profile, guide.tier(change.tier), finding, guide), found)
        for change in changes(profile, found, guide)
    ]
    base += best_places(rows, named)
    own = own_scenario(found)
    return Moves(
        base=tuple(sorted(filter(_changes, base), key=_by_effect)),
        employers=tuple(employers(found, own)) if own else (),
        compared=own,
        unpriced=tuple(skill for skill in guide.skills if skill.slug != PRICED_AS_PREMIUM),
    )


def best_places(rows: Iterable[MetroRow], named: int) -> list[Move]:
    """Return moves to the places that pay this person more, the best first."""
    better = sorted((row for row in rows if row.effect.point > 0), key=lambda row: (-row.effect.point, row.slug))
    return [
        Move(
            f"metro-{row.slug}",
            "place",
            f"A move to {row.name}",
            "",
            row.low,
            row.point,
            row.high,
            row.effect,
            row.step,
        )
        for row in better[:named]
    ]


def own_scenario(found: Estimate) -> Scenario | None:
    """Return the current employer's kind of total pay; base alone where it is not known."""
    kind = found.scenario_first or OTHER
    return next((scenario for scenario in found.scenarios if scenario.slug == kind), None)


def employers(found: Estimate, own: Scenario) -> Iterator[EmployerMove]:
    """Yield the other kinds of employer whose total differs."""
    for scenario in found.scenarios:
        low, mine, theirs = scenario.total.low - own.total.low, own.total.high, scenario.total.high
        high = None if mine is None or theirs is None else theirs - mine
        if low or high or (mine is None) != (theirs is None):
            yield EmployerMove(scenario, low, high)


def _move(change: Change, steps: tuple[Step, ...], found: Estimate) -> Move:
    last = steps[-1]
    gives = next((step for step in steps if step.slug == change.step), last)
    return Move(
        change.slug,
        change.kind,
        change.label,
        change.detail,
        last.low,
        last.point,
        last.high,
        effect(found, last),
        gives,
    )


def _changes(move: Move) -> bool:
    return bool(move.effect)


def _by_effect(move: Move) -> tuple[Decimal, Decimal, Decimal, str]:
    return -move.effect.point, -move.effect.high, -move.effect.low, move.slug
