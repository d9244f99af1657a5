"""Total pay by kind of employer in stacks."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from salaries.estimation.estimate import Estimate
from salaries.estimation.profile import Profile
from salaries.explanation.stacks import Pile, stacks
from salaries.explanation.totals import totals

SENIOR = Profile(Decimal("7.4"), employer="public-tech")


def test_a_first_year_is_a_year_and_the_signing_bonus(priced: Callable[[Profile], Estimate]) -> None:
    other, public, major = totals(priced(SENIOR)).rows
    assert other.first_year is None
    assert (public.yearly.low, public.first_year and public.first_year.low) == (300_000, 320_000)
    assert major.first_year is not None
    assert major.first_year.high is None


def test_the_parts_of_a_stack_are_the_total(priced: Callable[[Profile], Estimate]) -> None:
    public = totals(priced(SENIOR)).rows[1]
    assert [part.slug for part in public.low.parts] == ["base", "top", "sign"]
    assert sum(part.amount for part in public.low.parts) == public.low.total == 320_000


def test_what_the_guide_gives_no_high_end_for_has_none_drawn(priced: Callable[[Profile], Estimate]) -> None:
    rows = totals(priced(SENIOR)).rows
    assert [row.high is None for row in rows] == [False, False, True]
    assert [row.first for row in rows] == [False, True, False]


@pytest.mark.parametrize("rung", ["director", "vp", "chief-ai-officer"])
def test_nothing_is_put_on_what_may_be_a_total_already(priced: Callable[[Profile], Estimate], rung: str) -> None:
    found = totals(priced(Profile(rung=rung)), is_base=False)
    assert found.signing is None
    assert all(part.slug == "base" for row in found.rows for part in row.low.parts)
    assert all(row.first_year is None for row in found.rows)


def test_parts_join_end_to_end_and_nothing_is_not_drawn() -> None:
    one = stacks([Pile("a", (("x", "x", Decimal(60)), ("y", "y", Decimal(0)), ("z", "z", Decimal(40))))]).rows[0]
    assert [part.slug for part in one.parts] == ["x", "z"]
    assert one.parts[1].x == one.parts[0].x + one.parts[0].width


def test_nothing_at_all_has_no_picture() -> None:
    assert stacks([]).rows == ()
