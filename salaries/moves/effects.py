"""What a change adds to a range."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

PERCENT = Decimal(100)


class Ranged(Protocol):
    """A range with its point, US dollars a year: an estimate, or a step of one."""

    @property
    def low(self) -> Decimal: ...
    @property
    def point(self) -> Decimal: ...
    @property
    def high(self) -> Decimal: ...


@dataclass(frozen=True, slots=True)
class Effect:
    """What is added to low, point and high, US dollars a year; negative where it is taken away."""

    low: Decimal
    point: Decimal
    high: Decimal

    def __bool__(self) -> bool:
        """Whether anything changes."""
        return any((self.low, self.point, self.high))


def effect(before: Ranged, after: Ranged) -> Effect:
    """Return what lies between two ranges that are both rounded: so the difference is of the figures as shown."""
    return Effect(after.low - before.low, after.point - before.point, after.high - before.high)


def percent_of(part: Decimal, whole: Decimal) -> Decimal:
    """Return a share in whole percent, halves away from zero; 0 of nothing."""
    return (part / whole * PERCENT).quantize(Decimal(1), ROUND_HALF_UP) if whole else Decimal(0)
