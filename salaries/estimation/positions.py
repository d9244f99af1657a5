"""Where an amount stands among all of an occupation's wages."""

from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from salaries.estimation.estimate import Position
from salaries.estimation.guide import Guide, Occupation

TENTH = Decimal("0.1")


def positions(amount: Decimal, guide: Guide) -> tuple[Position, ...]:
    """Return the amount's position in each occupation's national distribution."""
    return tuple(position(amount, occupation) for occupation in guide.occupations)


def position(amount: Decimal, occupation: Occupation) -> Position:
    """Return the percentile, linear between the published ones and one decimal; beyond them only "below" or "above"."""
    (first, lowest), (last, highest) = occupation.annual[0], occupation.annual[-1]
    if amount < lowest:
        return Position(occupation.slug, Decimal(first), "below", occupation.source)
    if amount > highest:
        return Position(occupation.slug, Decimal(last), "above", occupation.source)
    percentile = _between(amount, occupation).quantize(TENTH, ROUND_HALF_UP)
    return Position(occupation.slug, percentile, "at", occupation.source)


def _between(amount: Decimal, occupation: Occupation) -> Decimal:
    for (lower, wage), (upper, next_wage) in pairwise(occupation.annual):
        if amount <= next_wage:
            share = (amount - wage) / (next_wage - wage) if next_wage > wage else Decimal(0)
            return lower + (upper - lower) * share
    return Decimal(occupation.annual[-1][0])
