"""Profile + Guide -> Estimate: pure arithmetic, every line of it a step with its citation."""

from dataclasses import replace

from salaries.estimation.amounts import Amounts
from salaries.estimation.beside import MarketCheck, PlaceFinding, WhatIf
from salaries.estimation.estimate import Estimate, Scenario, Step
from salaries.estimation.extras import extra, ladder, notes
from salaries.estimation.guide import Guide, Tier
from salaries.estimation.market import market_check
from salaries.estimation.neighbours import neighbour, next_tier
from salaries.estimation.place import price
from salaries.estimation.positions import positions
from salaries.estimation.profile import Profile
from salaries.estimation.specialization import guide_band, premium_missed
from salaries.estimation.steps import base_of, steps_of
from salaries.estimation.total import scenarios
from salaries.estimation.years import relevant_years, tier_of, years_of, years_sum
from salaries.reference.market import Market
from salaries.reference.oews import Areas

__all__ = ["estimate", "relevant_years", "tier_of"]


def estimate(profile: Profile, guide: Guide, areas: Areas, market: Market | None = None) -> Estimate:
    """Return the base salary range of a profile, US dollars a year, with its steps and what stands beside it.

    `areas` are the BLS wages by place; `market`, where given, adds the market check. Raises `NoSuchFigure` for a
    tier, specialization or rung that the edition does not hold.
    """
    tier = guide.tier(profile.tier or tier_of(years_of(profile, guide), guide))
    finding = price(profile.place, guide, areas)
    steps = steps_of(profile, tier, finding, guide)
    base = base_of(steps, and_up=_and_up(profile, tier, guide))
    return Estimate(
        edition=guide.edition,
        tier=tier.slug,
        relevant_years=years_of(profile, guide),
        years_sum=years_sum(profile, guide),
        steps=steps,
        positions=positions(steps[-1].point, guide),
        scenarios=_scenarios(base, profile, tier, guide),
        neighbour=neighbour(profile, finding, guide),
        specialization=profile.specialization,
        rung=profile.rung,
        and_up=base.and_up,
        place=finding,
        scenario_first=profile.employer,
        next_tier=next_tier(profile, tier, finding, guide),
        guide_band=guide_band(profile, guide),
        what_if=_what_if(profile, tier, finding, guide),
        ladder=ladder(profile, guide),
        signing_bonus=extra(guide.signing_bonus),
        benefits=tuple(extra(benefit) for benefit in guide.benefits),
        market=_market(profile, tier, market),
        notes=notes(None if profile.rung else tier.slug, guide),
    )


def _and_up(profile: Profile, tier: Tier, guide: Guide) -> bool:
    span = guide.rung(profile.rung).span if profile.rung else tier.base
    return span.and_up or span.high is None


def _scenarios(base: Amounts, profile: Profile, tier: Tier, guide: Guide) -> tuple[Scenario, ...]:
    return scenarios(base, tier, guide.rung(profile.rung) if profile.rung else None, guide)


def _what_if(profile: Profile, tier: Tier, finding: PlaceFinding, guide: Guide) -> WhatIf | None:
    if not premium_missed(profile, guide):
        return None
    last: Step = steps_of(replace(profile, llm_production=True), tier, finding, guide)[-1]
    special = guide.specialization(profile.specialization)
    why = "This is the range with LLM work in production, which the guide ties the premium to."
    return WhatIf("llm-production", last.low, last.point, last.high, why, special.source)


def _market(profile: Profile, tier: Tier, market: Market | None) -> tuple[MarketCheck, ...]:
    if market is None or profile.rung:
        return ()
    return market_check(tier.slug, profile.specialization, market)
