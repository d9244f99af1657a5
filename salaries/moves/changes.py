"""The steps that somebody could take, each as a profile after it: years, tier, specialization, degree."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide, Specialization
from salaries.estimation.profile import Profile
from salaries.estimation.specialization import factors_of
from salaries.estimation.tier import PHD_ENTRY, PHD_LATER
from salaries.estimation.years import tier_of, years_of

Kind = Literal["llm-production", "specialization", "year", "tier", "phd", "place"]

ONE_YEAR = Decimal(1)


@dataclass(frozen=True, slots=True)
class Change:
    """A step that somebody could take: the profile after it, and the kind of step of the sum that it changes."""

    slug: str
    kind: Kind
    label: str
    profile: Profile
    tier: str
    step: str
    detail: str


def changes(profile: Profile, found: Estimate, guide: Guide) -> Iterator[Change]:
    """Yield every step that the guide knows; none on the leadership ladder, where only the place changes a range."""
    if profile.rung:
        return
    yield one_more_year(profile, guide)
    yield from next_tier(profile, found, guide)
    yield from (specialized(profile, special, found.tier, guide) for special in others(profile, guide))
    if not profile.phd:
        at_entry = found.tier == guide.tiers[0].slug
        why = PHD_ENTRY if at_entry else PHD_LATER
        yield Change("phd", "phd", "A finished PhD", replace(profile, phd=True), found.tier, "phd", why)


def one_more_year(profile: Profile, guide: Guide) -> Change:
    """Return another year of ML work, counted as the estimator counts it: more ML years let more adjacent work in."""
    if profile.relevant_years is not None:
        older = replace(profile, relevant_years=profile.relevant_years + ONE_YEAR)
    else:
        older = replace(profile, ml_years=profile.ml_years + ONE_YEAR)
    years = years_of(older, guide)
    tier = profile.tier or tier_of(years, guide)
    name = guide.tier(tier).name.lower()
    return Change("year", "year", "One more year of ML work", older, tier, "tier", f"{years} relevant years, {name}")


def next_tier(profile: Profile, found: Estimate, guide: Guide) -> Iterator[Change]:
    """Yield the tier above as one enters it: at its floor, or with the years that are there already."""
    if found.next_tier is None:
        return
    above = guide.tier(found.next_tier.tier)
    years = max(years_of(profile, guide), above.floor)
    left = found.next_tier.years_left
    when = f"from {above.floor.normalize():f} relevant years" + (f", {left:.2f} more than counted" if left else "")
    older = replace(profile, relevant_years=years, tier=above.slug)
    yield Change(f"tier-{above.slug}", "tier", f"The next tier: {above.name.lower()}", older, above.slug, "tier", when)


def others(profile: Profile, guide: Guide) -> Iterator[Specialization]:
    """Yield the specializations that are not counted yet: one's own too, where its premium waits for production."""
    for special in guide.specializations:
        counted = special.rule != "premium" or profile.llm_production
        if special.slug != profile.specialization or not counted:
            yield special


def specialized(profile: Profile, special: Specialization, tier: str, guide: Guide) -> Change:
    """Return a change of specialization; one with a premium is taken with production experience, as the guide does."""
    premium = special.rule == "premium"
    other = replace(profile, specialization=special.slug, llm_production=profile.llm_production or premium)
    label = f"{special.name} in production, in a paid role" if premium else f"Specialization: {special.name}"
    kind: Kind = "llm-production" if premium else "specialization"
    low, _, high = factors_of(special, guide)
    factors = f"its factor is {low:.4f}" if low == high else f"its factors are {low:.4f} to {high:.4f}"
    return Change(f"{kind}-{special.slug}", kind, label, other, tier, "specialization", factors)
