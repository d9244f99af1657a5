"""An estimate beside one's own: the difference in dollars, in percent and in words."""

from dataclasses import dataclass
from decimal import Decimal

from salaries.estimation.factors import dollars
from salaries.moves.effects import Effect, Ranged, effect, percent_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference to one's own estimate, US dollars a year; `percent` is the point's, in whole percent."""

    effect: Effect
    percent: Decimal
    difference: str

    @property
    def words(self) -> str:
        """The difference as a line by itself: "compared with yours: +$23,000 (+12 %)"."""
        return f"compared with yours: {self.difference}"


def compare(yours: Ranged, other: Ranged) -> Comparison | None:
    """Return how another estimate differs from yours, None where no figure shown does."""
    found = effect(yours, other)
    if not found:
        return None
    percent = percent_of(found.point, yours.point)
    words = difference_words(found.point, percent) if found.point else ends_words(found)
    return Comparison(found, percent, words)


def difference_words(difference: Decimal, percent: Decimal) -> str:
    """Return "+$23,000 (+12 %)", or "$5,000 less (-3 %)" where it is lower."""
    share = f"{percent:+} %" if percent else "under 1 %"
    amount = f"+{dollars(difference)}" if difference > 0 else f"{dollars(-difference)} less"
    return f"{amount} ({share})"


def ends_words(found: Effect) -> str:
    """Return in words how the ends differ where the points do not."""
    ends = (("begins", found.low), ("ends", found.high))
    told = [f"{verb} {dollars(abs(moved))} {'higher' if moved > 0 else 'lower'}" for verb, moved in ends if moved]
    return f"the same point, but the range {' and '.join(told)}"
