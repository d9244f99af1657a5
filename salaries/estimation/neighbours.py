"""The tiers beside the one a person is in: the one across a near floor, and the next one up."""

from decimal import Decimal
from itertools import pairwise

from salaries.estimation.beside import NextTier, PlaceFinding
from salaries.estimation.estimate import Neighbour
from salaries.estimation.guide import Guide, Tier
from salaries.estimation.profile import Profile
from salaries.estimation.steps import base_of, steps_of
from salaries.estimation.years import years_of


def neighbour(profile: Profile, finding: PlaceFinding, guide: Guide) -> Neighbour | None:
    """Return the tier across the nearest floor, where that is within the edition's distance (half a year).

    None where the visitor has set the tier or a rung: then no floor decides.
    """
    if profile.tier or profile.rung:
        return None
    years = years_of(profile, guide)
    lower, upper = min(pairwise(guide.tiers), key=lambda pair: abs(pair[1].floor - years))
    distance = upper.floor - years
    if abs(distance) > guide.parameters.neighbour_distance.value:
        return None
    beyond = upper if distance > 0 else lower
    base = base_of(steps_of(profile, beyond, finding, guide))
    return Neighbour(beyond.slug, base, upper.floor, distance)


def next_tier(profile: Profile, tier: Tier, finding: PlaceFinding, guide: Guide) -> NextTier | None:
    """Return the tier above and what it would pay this person; None above it all and on the leadership ladder."""
    above = next((after for before, after in pairwise(guide.tiers) if before == tier), None)
    if above is None or profile.rung:
        return None
    base = base_of(steps_of(profile, above, finding, guide))
    years_left = max(above.floor - years_of(profile, guide), Decimal(0))
    return NextTier(above.slug, base, above.floor, years_left)
