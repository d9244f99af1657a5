from decimal import Decimal

from salaries.reference import market


def test_a_row_is_found_by_family_and_level():
    row = market.load().row("machine-learning-engineer", "senior")
    assert (row.reports, row.p50) == (3806, Decimal(200000))


def test_a_group_that_is_too_small_has_no_row():
    assert market.load().row("computer-vision", "entry") is None
