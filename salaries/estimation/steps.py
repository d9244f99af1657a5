"""The computation: tier x specialization x place, then rounding, each a step on the one before it."""

from salaries.estimation.amounts import Amounts
from salaries.estimation.beside import PlaceFinding
from salaries.estimation.estimate import Step
from salaries.estimation.factors import rounded_step
from salaries.estimation.guide import Guide, Tier
from salaries.estimation.place import place_step
from salaries.estimation.profile import Profile
from salaries.estimation.specialization import specialization_step
from salaries.estimation.tier import start


def steps_of(profile: Profile, tier: Tier, finding: PlaceFinding, guide: Guide) -> tuple[Step, ...]:
    """Return all steps for a profile taken to be in `tier`; the last holds the estimate."""
    steps = start(profile, tier, guide)
    if not profile.rung:
        steps += (specialization_step(steps[-1], profile, guide),)
    steps += (place_step(steps[-1], finding),)
    return (*steps, rounded_step(steps[-1], guide.parameters.rounding))


def base_of(steps: tuple[Step, ...], *, and_up: bool = False) -> Amounts:
    """Return the range of the last step."""
    return Amounts(steps[-1].low, steps[-1].high, and_up)
