"""What cannot be meant in an offer, and what is left alone."""

from decimal import Decimal
from typing import Any

import pytest

from salaries.offers import Offer, faults


def found(base: str, **parts: Any) -> dict[str, str]:
    offer = Offer("A", Decimal(base), **parts)
    return {fault.field: fault.words for fault in faults(offer)}


@pytest.mark.parametrize(
    ("base", "parts", "field", "words"),
    [
        ("185", {}, "base", "Write the amount in full: 185000, not 185."),
        ("92.50", {}, "base", "choose it by the hour"),
        ("185000", {"hourly": True}, "base", "choose it by the year"),
        ("1", {"hourly": True}, "base", "A base under $5 by the hour is not taken."),
        ("20000000", {}, "base", "above $10,000,000"),
        ("90000", {"engagement": "part-time"}, "hours", "How many hours a week?"),
        ("90", {"hourly": True, "hours": Decimal(170)}, "hours", "up to 100"),
        ("90", {"hourly": True, "weeks": Decimal(53)}, "weeks", "up to 52"),
        ("185000", {"bonus": Decimal(20_000), "bonus_is_percent": True}, "bonus", "choose dollars"),
        (
            "185000",
            {"bonus": Decimal(10)},
            "bonus",
            "$10 a year? An amount under $1,000 is taken for a slip. Write 10% for",
        ),
        ("185000", {"signing": Decimal("25.00")}, "signing", "Write it in full, such as 25000, or 0 for none."),
        ("185000", {"equity": Decimal(150)}, "equity", "such as 150000"),
        ("185000", {"equity": Decimal(-1)}, "equity", "cannot be below 0"),
        ("185000", {"signing": Decimal(10) ** 9}, "signing", "An amount above"),
    ],
)
def test_a_slip_gets_words(base: str, parts: dict[str, Any], field: str, words: str) -> None:
    assert words in found(base, **parts)[field]


@pytest.mark.parametrize(
    ("base", "parts"),
    [
        ("185000", {"bonus": Decimal(20_000), "equity": Decimal(0), "signing": Decimal(0)}),
        ("185000", {"bonus": Decimal(10), "bonus_is_percent": True}),
        ("185000", {"bonus": Decimal(1000)}),
        ("95", {"hourly": True, "engagement": "contract"}),
        ("90000", {"engagement": "part-time", "hours": Decimal(20)}),
        ("10000000", {}),
    ],
)
def test_an_offer_that_can_be_meant_has_none(base: str, parts: dict[str, Any]) -> None:
    assert found(base, **parts) == {}
