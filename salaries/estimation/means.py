"""A place's mean wage against the nation's, and the factor that follows."""

from decimal import Decimal

from salaries.estimation.factors import four_decimals
from salaries.estimation.guide import DATA_SCIENTISTS, Guide


def national_mean(guide: Guide) -> Decimal:
    """Return the national mean that the guide's data scientist percentiles imply, US dollars a year.

    The guide prints no mean. Swanson's rule estimates one from percentiles: 0.3 P10 + 0.4 P50 + 0.3 P90.
    """
    occupation = guide.occupation(DATA_SCIENTISTS)
    tail, middle = guide.parameters.mean_tail_weight.value, guide.parameters.mean_middle_weight.value
    return tail * occupation.at(10) + middle * occupation.at(50) + tail * occupation.at(90)


def place_factor(mean: Decimal, national: Decimal, guide: Guide) -> Decimal:
    """Return 1 + weight x (mean / national mean - 1), four decimals.

    The weight keeps a part of the difference: the means already hold each place's own mix of levels.
    """
    return four_decimals(1 + guide.parameters.place_weight.value * (mean / national - 1))
