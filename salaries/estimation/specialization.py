"""Second step: what the specialization changes."""

from decimal import Decimal

from salaries.estimation.beside import GuideBand
from salaries.estimation.estimate import Step
from salaries.estimation.factors import (
    ONE,
    Factors,
    alike,
    amounts_of,
    dollars,
    four_decimals,
    plus_percent,
    span_words,
    times,
)
from salaries.estimation.guide import Guide, Span, Specialization
from salaries.estimation.profile import Profile

NOT_IN_PRODUCTION = (
    "The guide pays this premium for production experience, and none is known of here. It is not counted."
)


def specialization_step(before: Step, profile: Profile, guide: Guide) -> Step:
    """Return the step that multiplies by the specialization's factors."""
    special = guide.specialization(profile.specialization)
    counted = special.rule != "premium" or profile.llm_production
    return times(
        before,
        factors_of(special, guide) if counted else alike(ONE),
        slug="specialization",
        label=special.name,
        because=("specialization", *(("llm_production",) if special.rule == "premium" else ())),
        source=special.source,
        note=_words(special, guide) if counted else NOT_IN_PRODUCTION,
        formula=_formula(special, guide),
    )


def factors_of(special: Specialization, guide: Guide) -> Factors:
    """Return the factors of low, point and high."""
    if special.premium:
        high = special.premium.high if special.premium.high is not None else special.premium.low
        return plus_percent(special.premium.low), plus_percent(special.premium.middle), plus_percent(high)
    return alike(band_factor(special, guide))


def band_factor(special: Specialization, guide: Guide) -> Decimal:
    """Return 1 + weight x (middle of the band / middle of its tier - 1): below 1 only where the guide says so."""
    if special.band is None or special.stated_for is None:
        return ONE
    usual = guide.tier(special.stated_for).base.middle
    factor = four_decimals(1 + guide.parameters.band_weight.value * (special.band.middle / usual - 1))
    return factor if special.may_pay_less else max(factor, ONE)


def guide_band(profile: Profile, guide: Guide) -> GuideBand | None:
    """Return what the guide prints for the specialization, None for generalists and on the leadership ladder."""
    special = guide.specialization(profile.specialization)
    if special.rule == "none" or profile.rung:
        return None
    if special.premium:
        return GuideBand(amounts_of(special.premium), "percent", None, special.premium.source)
    if special.band:
        return GuideBand(amounts_of(special.band), "usd-year", special.stated_for, special.source)
    return None


def premium_missed(profile: Profile, guide: Guide) -> bool:
    """Return whether the specialization has a premium that is not counted, for want of production experience."""
    special = guide.specialization(profile.specialization)
    return special.rule == "premium" and not profile.llm_production and not profile.rung


def _words(special: Specialization, guide: Guide) -> str:
    if special.rule == "none":
        return "The guide's tiers are the generalist's."
    if special.premium:
        return (
            f"The guide's premium on the generalist's range: {_percent(special.premium)}; the point takes the middle."
        )
    if special.band is None or special.stated_for is None:
        return ""
    tier = guide.tier(special.stated_for)
    return f"The guide's band for {tier.name.lower()} is {span_words(amounts_of(special.band))}."


def _formula(special: Specialization, guide: Guide) -> str:
    """Return the sum behind `band_factor`, empty where no band gives the factor."""
    if special.rule == "none" or special.premium or special.band is None or special.stated_for is None:
        return ""
    usual = guide.tier(special.stated_for).base.middle
    weight = f"{guide.parameters.band_weight.value.normalize():f}"
    limit = "" if special.may_pay_less else ", never below 1"
    return f"1 + {weight} x ({dollars(special.band.middle)} / {dollars(usual)} - 1){limit}"


def _percent(span: Span) -> str:
    high = "" if span.high is None else f" to {span.high.normalize():f}"
    return f"{span.low.normalize():f}{high} percent"
