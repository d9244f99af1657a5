"""Relevant years and the tier they fall into."""

from decimal import ROUND_HALF_UP, Decimal

from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile

HUNDREDTH = Decimal("0.01")
HALF = Decimal("0.5")


def relevant_years(ml: Decimal, adjacent: Decimal, guide: Guide) -> Decimal:
    """Return ML years plus the credited adjacent years, two decimals.

    Adjacent work counts at the edition's credit, and never for more than the ML years plus the edition's allowance.
    """
    return two_decimals(ml + _credited(ml, adjacent, guide))


def tier_of(years: Decimal, guide: Guide) -> str:
    """Return the slug of the tier whose floor the years have reached: tiers are half-open, [floor, next floor)."""
    reached = [tier for tier in guide.tiers if tier.floor <= years]
    return (reached or list(guide.tiers))[-1 if reached else 0].slug


def years_of(profile: Profile, guide: Guide) -> Decimal:
    """Return the years the visitor states, else the counted ones; two decimals."""
    if profile.relevant_years is not None:
        return two_decimals(profile.relevant_years)
    return relevant_years(profile.ml_years, profile.adjacent_years, guide)


def years_sum(profile: Profile, guide: Guide) -> str:
    """Return the years as arithmetic: "5.90 ML + half of 3.00 adjacent = 7.40"."""
    years = years_of(profile, guide)
    if profile.relevant_years is not None:
        return f"{years}, as you told us"
    return f"{profile.ml_years:.2f} ML{_adjacent_part(profile, guide)} = {years}"


def years_fields(profile: Profile) -> tuple[str, ...]:
    """Return the fields of the profile that the years come from."""
    return ("relevant_years",) if profile.relevant_years is not None else ("ml_years", "adjacent_years")


def two_decimals(years: Decimal) -> Decimal:
    """Return years as they are used and shown: two decimals, halves upward."""
    return years.quantize(HUNDREDTH, ROUND_HALF_UP)


def _credited(ml: Decimal, adjacent: Decimal, guide: Guide) -> Decimal:
    limit = ml + guide.parameters.adjacent_allowance.value
    return min(guide.parameters.adjacent_credit.value * adjacent, limit)


def _adjacent_part(profile: Profile, guide: Guide) -> str:
    credit = guide.parameters.adjacent_credit.value
    if not profile.adjacent_years:
        return ""
    share = "half" if credit == HALF else f"{credit.normalize():f}"
    printed = f"{share} of {profile.adjacent_years:.2f} adjacent"
    credited = _credited(profile.ml_years, profile.adjacent_years, guide)
    if credited < credit * profile.adjacent_years:
        allowance = f"{guide.parameters.adjacent_allowance.value.normalize():f}"
        return f" + {credited:.2f} adjacent ({printed}, never more than the ML years plus {allowance})"
    return f" + {printed}"
