"""Cells of CSV: numbers plain, text never a formula."""

from decimal import Decimal

import pytest

from salaries.downloads.columns import Sheet
from salaries.downloads.csv_text import cell_of, text_of


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_text_that_begins_like_a_formula_is_marked_as_text(text: str) -> None:
    assert cell_of(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Seattle, WA", "2 = 1 + 1", "", "c@d"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert cell_of(text) == text


def test_a_negative_number_stays_a_number() -> None:
    assert cell_of(Decimal("-14.60")) == "-14.6"


def test_numbers_have_no_commas_and_no_needless_zeros() -> None:
    assert [cell_of(one) for one in (Decimal(170_000), Decimal("30.60"), 7, True, False, None)] == [
        "170000",
        "30.6",
        "7",
        "yes",
        "no",
        "",
    ]


def test_commas_and_quotes_are_kept_within_their_cell() -> None:
    assert text_of(Sheet(("a", "b"), (("x, y", 'say "z"'),))) == 'a,b\r\n"x, y","say ""z"""\r\n'
