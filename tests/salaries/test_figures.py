"""Figures are written as the pages promise: commas, "to", four decimals."""

from decimal import Decimal

import pytest

from salaries.estimation.amounts import Amounts
from salaries.templatetags import figures


@pytest.mark.parametrize(
    ("amount", "text"), [("199000", "$199,000"), ("30.60", "$30.60"), ("1000000.00", "$1,000,000")]
)
def test_dollars_have_commas_and_cents_only_where_there_are_any(amount: str, text: str) -> None:
    assert figures.dollars(Decimal(amount)) == text


@pytest.mark.parametrize(("amount", "text"), [("-5000", "-$5,000"), ("-30.60", "-$30.60"), ("0", "$0")])
def test_the_sign_of_dollars_stands_before_them(amount: str, text: str) -> None:
    assert figures.dollars(Decimal(amount)) == text


def test_negative_dollars_are_rounded_with_their_sign() -> None:
    assert figures.whole_dollars(Decimal("-4999.60")) == "-$5,000"


@pytest.mark.parametrize(("amount", "text"), [(0, "$0"), (50_000, "$50k"), (2_500, "$2.5k"), (1_200_000, "$1.2m")])
def test_an_axis_has_short_labels(amount: int, text: str) -> None:
    assert figures.short_dollars(Decimal(amount)) == text


def test_a_distance_has_its_sign() -> None:
    assert [figures.distance(Decimal(one)) for one in ("29.4", "-0.2")] == ["+29.4 %", "-0.2 %"]


@pytest.mark.parametrize(
    ("anchor", "address"),
    [
        ("metros#metro-seattle", "/guide/metros/#metro-seattle"),
        ("metros", "/guide/metros/"),
        ("#takeaway-growth", "/guide/#takeaway-growth"),
        ("takeaways", "/guide/#takeaways"),
        ("", "/guide/"),
    ],
)
def test_an_anchor_has_an_address(anchor: str, address: str) -> None:
    assert figures.page_of(anchor) == address


def test_a_query_stands_before_the_row() -> None:
    assert figures.page_of("metros#metro-seattle", "?edition=2027") == "/guide/metros/?edition=2027#metro-seattle"


def test_no_amount_is_written_as_nothing() -> None:
    assert figures.dollars(None) == ""


def test_exact_dollars_are_rounded_to_whole_ones() -> None:
    assert figures.whole_dollars(Decimal("198869.50")) == "$198,870"


@pytest.mark.parametrize(
    ("amounts", "text"),
    [
        (Amounts(Decimal(170_000), Decimal(220_000)), "$170,000 to $220,000"),
        (Amounts(Decimal(170_000), Decimal(220_000), and_up=True), "$170,000 to $220,000 and up"),
        (Amounts(Decimal(500_000), None), "$500,000 and up"),
    ],
)
def test_ranges_say_whether_they_end(amounts: Amounts, text: str) -> None:
    assert figures.span(amounts) == text


def test_percent_ranges_carry_their_unit_once() -> None:
    assert figures.percent_span(Amounts(Decimal(25), Decimal("40.0"))) == "25 to 40 percent"


def test_factors_keep_four_decimals() -> None:
    assert figures.factor(Decimal(1)) == "1.0000"


def test_years_in_prose_have_one_decimal_and_in_steps_two() -> None:
    assert (figures.years(Decimal("7.45")), figures.exact_years(Decimal("7.4"))) == ("7.5", "7.40")
