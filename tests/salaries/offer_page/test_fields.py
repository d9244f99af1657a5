"""Amounts as people write them."""

import re
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from salaries.offer_page.fields import NOT_AMOUNT, amount_field


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("185000", "185000"),
        ("$185,000", "185000"),
        (" 185k ", "185000"),
        ("$1.2m", "1200000"),
        ("92.50", "92.50"),
        ("0", "0"),
        ("1,250,000", "1250000"),
    ],
)
def test_an_amount_is_understood(written: str, amount: str) -> None:
    assert amount_field("Base").clean(written) == Decimal(amount)


def test_nothing_written_is_nothing_said() -> None:
    assert amount_field("Base").clean("") is None


@pytest.mark.parametrize("written", ["a lot", "18,50", "1.2.3", "NaN", "$", "k", "185 euros"])
def test_what_is_no_amount_gets_words(written: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(NOT_AMOUNT)):
        amount_field("Base").clean(written)


@pytest.mark.parametrize("written", ["9" * 40, "-5", "9e99"])
def test_amounts_out_of_sight_are_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        amount_field("Base").clean(written)
