"""Where an amount stands in a range: below it, in one of its thirds, or above."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from salaries.estimation.factors import dollars
from salaries.moves.effects import Ranged

Where = Literal["below", "lower", "middle", "upper", "above"]
ORDER: tuple[Where, ...] = ("below", "lower", "middle", "upper", "above")
WORDS: dict[Where, str] = {
    "lower": "in the lower third of your range",
    "middle": "in the middle third of your range",
    "upper": "in the upper third of your range",
}
THIRDS = Decimal(3)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an amount stands: `share` runs from 0 at the low to 1 at the high, `beyond` is how far outside it lies."""

    where: Where
    share: Decimal
    beyond: Decimal
    words: str

    @property
    def rank(self) -> int:
        """The place of `where` in its order: below, three thirds, above."""
        return ORDER.index(self.where)


def standing(amount: Decimal, within: Ranged) -> Standing:
    """Return where US dollars stand in a range; its own ends belong to it."""
    if amount < within.low:
        short = within.low - amount
        return Standing("below", Decimal(0), short, f"{_whole(short)} below your range")
    if amount > within.high:
        over = amount - within.high
        return Standing("above", Decimal(1), over, f"{_whole(over)} above your range")
    part, width = amount - within.low, within.high - within.low
    where = third(part, width)
    return Standing(where, part / width if width else Decimal(1), Decimal(0), WORDS[where])


def third(part: Decimal, width: Decimal) -> Where:
    """Return the third of a width that a part of it reaches; a border belongs to the higher one."""
    # Multiplied, not divided: a third of a share has no end of digits, and its border would lie on the wrong side.
    return ORDER[1 + min(int(part * THIRDS // width), 2)] if width else "upper"


def _whole(amount: Decimal) -> str:
    return dollars(amount.quantize(Decimal(1)))
