"""What an offer pays, and what is assumed for it."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from salaries.offers import Offer, pay_of
from salaries.offers.assumptions import load

DOLLARS = st.decimals(0, 500_000, places=2)


def offer(base: int = 200_000, **parts: Any) -> Offer:
    return Offer("Offer A", Decimal(base), **{name: _exact(value) for name, value in parts.items()})


def _exact(value: Any) -> Any:
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def test_the_first_year_holds_the_signing_bonus_and_later_ones_do_not() -> None:
    pay = pay_of(offer(equity=60_000, bonus=20_000, signing=40_000), load())
    assert (pay.first_year, pay.later_year, pay.average) == (320_000, 280_000, 290_000)


def test_a_whole_grant_vests_over_four_years_and_says_so() -> None:
    pay = pay_of(offer(equity=240_000, equity_is_grant=True), load())
    assert pay.equity == 60_000
    assert "The grant of $240,000 is taken to vest in equal parts over 4 years" in pay.assumed[0]


def test_a_bonus_in_percent_is_of_base() -> None:
    assert pay_of(offer(bonus=15, bonus_is_percent=True), load()).bonus == 30_000


def test_an_hourly_rate_is_a_full_time_year_of_2080_hours() -> None:
    pay = pay_of(offer(100, hourly=True), load())
    assert (pay.base, pay.comparable) == (208_000, 208_000)


def test_hours_and_weeks_change_what_is_paid_and_not_what_is_compared() -> None:
    pay = pay_of(offer(100, hourly=True, engagement="contract", hours=30, weeks=46), load())
    assert (pay.base, pay.comparable) == (138_000, 208_000)
    assert pay.assumed[0] == "$100 an hour x 30 hours x 46 weeks = $138,000 a year."


def test_part_time_pay_is_compared_at_full_time() -> None:
    pay = pay_of(offer(90_000, engagement="part-time", hours=20), load())
    assert (pay.base, pay.comparable) == (90_000, 180_000)


def test_what_was_not_said_counts_as_nothing() -> None:
    pay = pay_of(offer(), load())
    assert (pay.first_year, pay.average, pay.assumed) == (200_000, 200_000, ())


@given(DOLLARS, DOLLARS, DOLLARS, st.booleans())
def test_the_average_is_below_the_first_year_where_there_is_a_signing_bonus(
    equity: Decimal, bonus: Decimal, signing: Decimal, grant: bool
) -> None:
    one = Offer("A", Decimal(150_000), equity=equity, equity_is_grant=grant, bonus=bonus, signing=signing)
    pay = pay_of(one, load())
    assert pay.later_year <= pay.average <= pay.first_year
    assert (pay.average < pay.first_year) == (signing > 0)


@given(DOLLARS, DOLLARS, DOLLARS)
def test_the_average_over_four_years_is_all_that_they_pay(equity: Decimal, bonus: Decimal, signing: Decimal) -> None:
    pay = pay_of(Offer("A", Decimal(150_000), equity=equity, bonus=bonus, signing=signing), load())
    assert pay.average * pay.years == pay.first_year + 3 * pay.later_year
