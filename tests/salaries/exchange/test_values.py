"""Cells to values: friendly to how people write numbers, strict where two readings are possible."""

from decimal import Decimal

import pytest

from salaries.exchange.values import BadValue, guarded, number, one_of, printed, truth, unguarded, words


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("170000", "170000"),
        ("170,000", "170000"),
        ("$170,000", "170000"),
        (" $ 1,170,000.50 ", "1170000.5"),
        ("30.60", "30.6"),
        ("0.5", "0.5"),
        ("0", "0"),
        ("170000.00", "170000"),
    ],
)
def test_a_number_is_read_exactly(cell: str, value: str) -> None:
    assert number(cell, 2) == Decimal(value)


def test_an_empty_cell_is_no_number() -> None:
    assert number("  ", 2) is None


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("12o000", "is no number. Write 170000"),
        ("nan", "is no number"),
        ("Infinity", "is no number"),
        ("1e5", "is no number"),
        ("17,00,000", "is no number"),
        ("\N{ARABIC-INDIC DIGIT ONE}0", "is no number"),
        ("-5", "is below zero"),
        ("\N{MINUS SIGN}5", "is below zero"),
        ("$-5", "is below zero"),
        ("25%", "leave the % away"),
        ("30,6", "write decimals with a point, 30.6"),
        ("0,925", "write decimals with a point, 0.925"),
        ("170.000", "can be read in two ways. Write 170000 or 170."),
        ("30.123", "has too many decimals; this column holds at most 2 decimals"),
        ("123456789", "is too large"),
    ],
)
def test_what_is_no_number_of_the_guide_says_why(cell: str, reason: str) -> None:
    with pytest.raises(BadValue) as refused:
        number(cell, 2)
    assert reason in str(refused.value)


def test_a_long_cell_is_quoted_in_part() -> None:
    with pytest.raises(BadValue) as refused:
        number("x" * 10_000, 2)
    assert len(str(refused.value)) < 150


@pytest.mark.parametrize(("cell", "value"), [("yes", True), ("TRUE", True), ("1", True), ("No", False), ("0", False)])
def test_yes_and_no_are_read(cell: str, value: bool) -> None:
    assert truth(cell) is value


@pytest.mark.parametrize("cell", ["", "maybe", "2"])
def test_neither_yes_nor_no_is_refused(cell: str) -> None:
    with pytest.raises(BadValue, match="yes"):
        truth(cell)


def test_a_word_off_the_list_is_told_the_list() -> None:
    with pytest.raises(BadValue, match="none of: years, percent"):
        one_of("year", ("years", "percent"))
    assert one_of(" years ", ("years",)) == "years"


@pytest.mark.parametrize("text", ["=SUM(A1)", "+1", "-2+3", "@cmd", "'=quoted", "plain", "'tis", "", "a\nb", "<b>"])
def test_a_guarded_text_comes_back_and_begins_no_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_text_keeps_its_lines_and_loses_the_blanks_around_it() -> None:
    assert words(" a\r\nb ") == "a\nb"


def test_control_characters_are_refused() -> None:
    with pytest.raises(BadValue, match="control character"):
        words("a\x00b")


@pytest.mark.parametrize(
    ("value", "shown"), [(Decimal("170000.00"), "170,000"), (Decimal("30.60"), "30.6"), (True, "yes"), (None, "")]
)
def test_values_are_printed_to_be_read(value: object, shown: str) -> None:
    assert printed(value) == shown
