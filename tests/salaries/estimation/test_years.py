"""Relevant years and tiers."""

from decimal import Decimal

import pytest

from salaries.estimation import relevant_years, tier_of
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile
from salaries.estimation.years import years_of, years_sum


def test_adjacent_years_count_half(guide: Guide) -> None:
    assert relevant_years(Decimal("5.90"), Decimal("3.00"), guide) == Decimal("7.40")


def test_adjacent_work_never_counts_for_more_than_the_ml_years_plus_three(guide: Guide) -> None:
    assert relevant_years(Decimal("0.50"), Decimal("20.00"), guide) == Decimal("4.00")


def test_without_ml_years_adjacent_work_reaches_three_at_most(guide: Guide) -> None:
    assert relevant_years(Decimal(0), Decimal(30), guide) == Decimal("3.00")


def test_halves_of_a_hundredth_round_upward(guide: Guide) -> None:
    assert relevant_years(Decimal("2.58"), Decimal("0.83"), guide) == Decimal("3.00")


@pytest.mark.parametrize(
    ("years", "tier"),
    [
        ("0", "entry"),
        ("2.99", "entry"),
        ("3", "mid"),
        ("5.99", "mid"),
        ("6", "senior"),
        ("9.99", "senior"),
        ("10", "staff"),
        ("41", "staff"),
    ],
)
def test_tiers_are_half_open(guide: Guide, years: str, tier: str) -> None:
    assert tier_of(Decimal(years), guide) == tier


def test_stated_years_replace_counted_ones(guide: Guide) -> None:
    assert years_of(Profile(ml_years=Decimal(2), relevant_years=Decimal("8.129")), guide) == Decimal("8.13")


def test_the_sum_is_told_as_arithmetic(guide: Guide) -> None:
    assert years_sum(Profile(Decimal("5.90"), Decimal("3.00")), guide) == "5.90 ML + half of 3.00 adjacent = 7.40"


def test_the_sum_leaves_out_adjacent_years_that_are_none(guide: Guide) -> None:
    assert years_sum(Profile(Decimal("5.9")), guide) == "5.90 ML = 5.90"


def test_the_sum_says_where_the_limit_binds(guide: Guide) -> None:
    words = years_sum(Profile(Decimal(1), Decimal(12)), guide)
    assert words == "1.00 ML + 4.00 adjacent (half of 12.00 adjacent, never more than the ML years plus 3) = 5.00"


def test_the_sum_says_when_the_visitor_stated_the_years(guide: Guide) -> None:
    assert years_sum(Profile(relevant_years=Decimal(8)), guide) == "8.00, as you told us"
