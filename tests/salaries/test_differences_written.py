"""Differences and names as templates write them."""

from decimal import Decimal

import pytest

from salaries.templatetags.moves import change, lower_first


@pytest.mark.parametrize(
    ("amount", "written"), [(23_000, "+$23,000"), (-5_000, "-$5,000"), (0, "no change"), (None, "")]
)
def test_a_difference_bears_its_sign(amount: int | None, written: str) -> None:
    assert change(None if amount is None else Decimal(amount)) == written


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Distributed training", "distributed training"),
        ("ML system design", "ML system design"),
        ("A move", "a move"),
        ("", ""),
    ],
)
def test_a_name_within_a_sentence_keeps_its_abbreviation(name: str, within: str) -> None:
    assert lower_first(name) == within
