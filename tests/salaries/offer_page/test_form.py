"""The form of one offer."""

from decimal import Decimal

from salaries.offer_page.form import OfferForm, offer_forms
from salaries.offers import Offer


def form(**said: str) -> OfferForm:
    return OfferForm({f"a-{name}": value for name, value in said.items()}, "a", "Offer A")


def test_a_filled_form_is_an_offer() -> None:
    filled = form(base="$95", per="hour", engagement="contract", weeks="46", equity="40k", equity_as="grant")
    assert filled.is_valid()
    assert filled.offer() == Offer(
        "Offer A",
        Decimal(95),
        hourly=True,
        engagement="contract",
        weeks=Decimal(46),
        equity=Decimal(40_000),
        equity_is_grant=True,
    )


def test_a_place_and_a_kind_of_employer_come_with_it() -> None:
    filled = form(base="185000", place="seattle", employer="major-ai")
    assert filled.is_valid()
    assert (filled.offer().place.cbsa, filled.offer().employer) == ("42660", "major-ai")


def test_an_empty_form_is_no_offer_and_no_fault() -> None:
    empty = form(base=" ", edition="2026")
    assert empty.is_valid()
    assert not empty.is_filled


def test_an_offer_without_a_base_is_asked_for_it() -> None:
    assert "Write the base" in form(signing="20000").errors["base"][0]


def test_a_slip_stands_at_its_field() -> None:
    assert list(form(base="185").errors) == ["base"]
    assert list(form(base="90000", engagement="part-time").errors) == ["hours"]


def test_a_bonus_can_be_written_as_a_share_of_the_base() -> None:
    filled, _ = offer_forms({"a-base": "180000", "a-bonus": "10 %"})
    assert filled.is_valid()
    assert (filled.offer().bonus, filled.offer().bonus_is_percent) == (Decimal(10), True)
    assert filled["bonus_as"].value() == "percent"


def test_a_share_of_the_base_is_no_amount_of_anything_else() -> None:
    assert list(form(base="180000", equity="10%").errors) == ["equity"]


def test_every_fault_is_shown_at_once() -> None:
    assert set(form(base="185", place="Portland").errors) == {"base", "place"}
    assert set(form(base="x", hours="y", employer="z").errors) == {"base", "hours", "employer"}


def test_two_offers_stand_apart_in_one_address() -> None:
    one, two = offer_forms({"a-base": "185000", "b-base": "200k"})
    assert one.is_valid()
    assert two.is_valid()
    assert (one.offer().base, two.offer().base) == (185_000, 200_000)


def test_amounts_stand_in_a_row_with_their_unit() -> None:
    pairs = {field.name: unit.name for field, unit in form().rows if unit}
    assert pairs == {"base": "per", "equity": "equity_as", "bonus": "bonus_as"}
