"""An estimate beside one's own, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import pytest

from salaries.estimation.estimate import Estimate
from salaries.estimation.profile import Place, Profile
from salaries.moves import compare


@dataclass(frozen=True)
class Range:
    """A low, a point and a high, in thousands of US dollars."""

    low: Decimal
    point: Decimal
    high: Decimal


def amounts(low: int, point: int, high: int) -> Range:
    return Range(*(Decimal(1000 * amount) for amount in (low, point, high)))


YOURS = amounts(170, 190, 220)


@pytest.mark.parametrize(
    ("other", "words"),
    [
        (amounts(190, 213, 246), "compared with yours: +$23,000 (+12 %)"),
        (amounts(165, 185, 215), "compared with yours: $5,000 less (-3 %)"),
        (amounts(170, 1900, 2200), "compared with yours: +$1,710,000 (+900 %)"),
        (
            amounts(175, 190, 210),
            "compared with yours: the same point, but the range begins $5,000 higher and ends $10,000 lower",
        ),
        (amounts(170, 190, 230), "compared with yours: the same point, but the range ends $10,000 higher"),
    ],
)
def test_a_difference_is_told_in_dollars_and_percent(other: Range, words: str) -> None:
    found = compare(YOURS, other)
    assert found is not None
    assert found.words == words


def test_a_tiny_share_is_not_called_zero() -> None:
    found = compare(amounts(700, 900, 950), amounts(700, 901, 950))
    assert found is not None
    assert found.words.endswith("+$1,000 (under 1 %)")


def test_nothing_is_said_of_equals() -> None:
    assert compare(YOURS, YOURS) is None


def test_the_difference_is_that_of_the_figures_as_shown(priced: Callable[[Profile], Estimate]) -> None:
    here = priced(Profile(Decimal("7.4")))
    there = priced(Profile(Decimal("7.4"), place=Place("Seattle", "WA", "US", "42660")))
    found = compare(here, there)
    assert found is not None
    assert found.effect.point == there.point - here.point
    assert found.effect.point % 1000 == 0
