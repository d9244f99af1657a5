"""Why an estimate is what it is: one line a fact, with what follows from it and where that is printed."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from salaries.estimation.amounts import Citation
from salaries.estimation.estimate import Estimate, Step
from salaries.estimation.guide import Guide, Tier
from salaries.explanation.words import named, sentence


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of "why": a fact, what follows from it, and the source; `field` names the fact.

    `yours` marks a fact that replaces one that was read; `sure` is whether it can stand as a statement, not a question.
    """

    field: str
    read: str
    gives: str
    source: Citation
    detail: str = ""
    yours: bool = False
    sure: bool = True


def reasons(estimate: Estimate, guide: Guide, where: str) -> Iterator[Reason]:
    """Yield the reasons in the order in which they are used; `where` is the place in words, empty for none."""
    yield standing(estimate, guide)
    if step := step_of(estimate, "phd"):
        yield degree(step, guide)
    if step := step_of(estimate, "specialization"):
        yield specialization(estimate, step)
    if step := step_of(estimate, "place"):
        yield place(estimate, step, where)


def step_of(estimate: Estimate, slug: str) -> Step | None:
    """Return the step of that kind, None where the computation has none."""
    return next((step for step in estimate.steps if step.slug == slug), None)


def standing(estimate: Estimate, guide: Guide, *, by_tier: bool = False) -> Reason:
    """Return why this tier or rung; `by_tier` where the tier itself was told, not the years."""
    if estimate.rung:
        rung = guide.rung(estimate.rung)
        return Reason("rung", sentence(named("rungs", rung.slug)), "its range", rung.span.source)
    tier = guide.tier(estimate.tier)
    name = named("tiers", tier.slug)
    if by_tier:
        return Reason("tier", f"{name} tier", "its range", tier.source)
    years = f"{estimate.relevant_years:.2f} relevant years"
    return Reason("years", years, f"{name.lower()} ({floors(tier)})", tier.source, estimate.years_sum)


def floors(tier: Tier) -> str:
    """Return a tier's years as "6 to 10" or "10 and more"."""
    floor = f"{tier.floor.normalize():f}"
    return f"{floor} and more" if tier.ceiling is None else f"{floor} to {tier.ceiling.normalize():f}"


def degree(step: Step, guide: Guide) -> Reason:
    """Return what a finished PhD changes."""
    starts = f"PhDs start at {amounts_words(guide.phd.low, guide.phd.high)}"
    return Reason("degree", "Finished PhD", starts, step.source)


def specialization(estimate: Estimate, step: Step) -> Reason:
    """Return what the specialization changes."""
    name = sentence(named("specializations", estimate.specialization))
    return Reason("specialization", name, multiplier(step), step.source, step.note)


def place(estimate: Estimate, step: Step, where: str) -> Reason:
    """Return what the place changes."""
    read = sentence(where) or "No place known"
    return Reason("place", read, multiplier(step), step.source, priced_as(estimate, where) + step.note)


def priced_as(estimate: Estimate, where: str) -> str:
    """Return "Priced as Boston. " where the figure is not the place's own but that of the area or state around it."""
    finding = estimate.place
    if finding is None or finding.kind == "nation" or finding.name == where:
        return ""
    return f"Priced as {finding.name}. "


def multiplier(step: Step) -> str:
    """Return a step's factors as "x 1.1729", or "x 1.2500 to 1.4000" where they differ."""
    low, _, high = step.factors or (Decimal(1),) * 3
    return f"x {low:.4f}" if low == high else f"x {low:.4f} to {high:.4f}"


def amounts_words(low: Decimal, high: Decimal | None) -> str:
    """Return "$130,000 to $160,000", or "$130,000 and up" without an end."""
    return f"${low:,.0f} and up" if high is None else f"${low:,.0f} to ${high:,.0f}"
