"""Where a base stands: below the range, in a third of it, above."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salaries.offers import differences, standing
from salaries.offers.pay import Pay

AMOUNT = st.decimals(50_000, 400_000, places=2)


@dataclass(frozen=True)
class Range:
    """A range of US dollars."""

    low: Decimal = Decimal(170_000)
    point: Decimal = Decimal(190_000)
    high: Decimal = Decimal(230_000)


@pytest.mark.parametrize(
    ("amount", "where", "words"),
    [
        (150_000, "below", "$20,000 below your range"),
        (170_000, "lower", "in the lower third of your range"),
        (189_999, "lower", "in the lower third of your range"),
        (190_000, "middle", "in the middle third of your range"),
        (210_000, "upper", "in the upper third of your range"),
        (230_000, "upper", "in the upper third of your range"),
        (230_001, "above", "$1 above your range"),
    ],
)
def test_an_amount_stands_somewhere(amount: int, where: str, words: str) -> None:
    found = standing(Decimal(amount), Range())
    assert (found.where, found.words) == (where, words)


@given(AMOUNT, AMOUNT)
def test_more_pay_never_lowers_a_position(one: Decimal, two: Decimal) -> None:
    lower, higher = standing(min(one, two), Range()), standing(max(one, two), Range())
    assert lower.rank <= higher.rank
    assert lower.share <= higher.share


def test_a_range_of_one_figure_has_a_place_for_it() -> None:
    one = Range(Decimal(5), Decimal(5), Decimal(5))
    assert standing(Decimal(5), one).where == "upper"


def paid(base: int, signing: int = 0) -> Pay:
    return Pay(Decimal(base), Decimal(0), Decimal(0), Decimal(signing), Decimal(base), Decimal(4), ())


def test_two_offers_differ_figure_by_figure() -> None:
    found = differences(paid(200_000), paid(180_000, signing=40_000))
    assert [(row.more, row.percent) for row in found] == [(-20_000, -10), (20_000, 10), (-20_000, -10), (-10_000, -5)]
    assert found[3].name == "Average over 4 years"
