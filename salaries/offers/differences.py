"""Two offers side by side: what the second pays more or less than the first."""

from dataclasses import dataclass
from decimal import Decimal

from salaries.moves.effects import percent_of
from salaries.offers.pay import Pay


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure of both offers, US dollars; `more` is the second's beyond the first's, `percent` of the first's."""

    name: str
    first: Decimal
    second: Decimal
    more: Decimal
    percent: Decimal

    @property
    def less(self) -> Decimal:
        """What the second pays less than the first."""
        return -self.more


def differences(first: Pay, second: Pay) -> tuple[Difference, ...]:
    """Return both offers' figures in the order in which a page tells them."""
    pairs = (
        ("Base, as full-time work", first.comparable, second.comparable),
        ("First year in all", first.first_year, second.first_year),
        ("Each later year", first.later_year, second.later_year),
        (f"Average over {first.years:f} years", first.average, second.average),
    )
    return tuple(Difference(name, one, two, two - one, percent_of(two - one, one)) for name, one, two in pairs)
