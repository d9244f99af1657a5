"""The floor, the target and the opening figure of a pay talk, each from the estimate by one rule.

The floor is the range's low, or what another offer pays where that is more, but never above the range's high. The
target is the estimate's point, or the floor where that is higher. The opening is the range's high where the resume
shows research and production, which is when the guide calls the top a fair request; else halfway from the target to
the high. An offer above the whole range is what to open with: nothing asks for less than what one holds. All are
rounded as the estimate is.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from resumes.advice.words import load
from salaries.estimation.amounts import Citation
from salaries.estimation.estimate import Estimate
from salaries.estimation.factors import dollars, rounded
from salaries.estimation.guide import Guide


@dataclass(frozen=True, slots=True)
class Offer:
    """Another employer's offer: base salary, US dollars a year."""

    employer: str
    base: Decimal


@dataclass(frozen=True, slots=True)
class Ask:
    """One amount, US dollars a year in base, and how it comes about; `step` is the line of the estimate it is from.

    `sources` are those of the steps behind it, in their order.
    """

    slug: Literal["floor", "target", "opening"]
    name: str
    amount: Decimal
    words: str
    step: str
    sources: tuple[Citation, ...]


def asks(
    estimate: Estimate, guide: Guide, offers: tuple[Offer, ...], fair_top: Citation, *, shows_both: bool
) -> tuple[Ask, Ask, Ask]:
    """Return floor, target and opening, which never fall.

    `shows_both`: research and production stand in the resume; `fair_top` is the guide's point that this makes the top
    of the range a fair request.
    """
    last = estimate.steps[-1]
    best = max(offers, key=lambda offer: offer.base, default=None)
    floor = floor_of(estimate, best)
    target = max(last.point, floor)
    steps = tuple(dict.fromkeys(step.source for step in estimate.steps))
    return (
        Ask("floor", told("floor", "name"), floor, floor_words(estimate, best), last.slug, steps),
        Ask("target", told("target", "name"), target, target_words(last.point, target), last.slug, steps),
        Ask(
            "opening",
            told("opening", "name"),
            opening_of(estimate, guide, best, target, shows_both=shows_both),
            opening_words(estimate, best, floor, shows_both=shows_both),
            last.slug,
            (*steps, fair_top) if shows_both else steps,
        ),
    )


def opening_of(estimate: Estimate, guide: Guide, best: Offer | None, target: Decimal, *, shows_both: bool) -> Decimal:
    """Return what to open with: at least the target, at least what is offered elsewhere."""
    high = estimate.steps[-1].high
    if best is not None and best.base > high:
        return best.base
    return high if shows_both else min(high, rounded((target + high) / 2, guide.parameters.rounding))


def opening_words(estimate: Estimate, best: Offer | None, floor: Decimal, *, shows_both: bool) -> str:
    """Return why the opening is where it is."""
    high = estimate.steps[-1].high
    if best is not None and best.base > high:
        return told("opening", "offered", employer=best.employer)
    because = "high" if floor == high else "top" if shows_both else "middle"
    return told("opening", because) + (f" {told('opening', 'open')}" if estimate.and_up else "")


def floor_of(estimate: Estimate, best: Offer | None) -> Decimal:
    """Return the least to accept: never under the range's low, never above its high."""
    last = estimate.steps[-1]
    return last.low if best is None else min(max(last.low, best.base), last.high)


def floor_words(estimate: Estimate, best: Offer | None) -> str:
    """Return why the floor is where it is."""
    last = estimate.steps[-1]
    if best is None or best.base <= last.low:
        return told("floor", "words")
    name = "capped" if best.base > last.high else "offered"
    return told("floor", name, employer=best.employer, amount=dollars(best.base))


def target_words(point: Decimal, target: Decimal) -> str:
    return told("target", "words" if target == point else "offered")


def told(slug: str, name: str, **values: object) -> str:
    text: str = load()["asks"][slug][name]
    return text.format(**values)
