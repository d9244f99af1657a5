"""The market check: the table's levels beside the guide's tiers, as the estimate maps them."""

from decimal import Decimal

import pytest

from salaries.beyond.market import market_page, standing
from salaries.estimation.market import market_check
from salaries.reference import market


@pytest.fixture
def tiers(guide):
    return {one.tier.slug: one for one in market_page(guide, market.load()).tiers}


def test_entry_mid_and_senior_stand_beside_their_level(tiers):
    assert {slug: one.level for slug, one in tiers.items()} == {
        "entry": "entry",
        "mid": "mid",
        "senior": "senior",
        "staff": "senior",
    }


def test_a_level_shows_its_middle_half(tiers):
    found = tiers["senior"].main.found
    assert (found.low, found.median, found.high, found.count) == (160_000, 200_000, 252_000, 3806)


def test_staff_shows_the_upper_half_of_senior(tiers):
    found = tiers["staff"].main.found
    assert (found.low, found.median, found.high) == (200_000, 252_000, 309_000)
    assert tiers["staff"].upper_half


def test_executives_are_left_out(tiers):
    assert all(line.found.level != "executive" for one in tiers.values() for line in one.lines)


@pytest.mark.parametrize("specialization", ["generalist", "computer-vision", "mlops", "llm-genai"])
@pytest.mark.parametrize("tier", ["entry", "mid", "senior", "staff"])
def test_what_an_estimate_shows_is_on_the_page(tiers, tier, specialization):
    shown = [line.found for line in tiers[tier].lines]
    assert all(row in shown for row in market_check(tier, specialization, market.load()))


def test_every_row_of_the_three_levels_is_shown_once(tiers):
    families = market.load().families()
    for slug in ("entry", "mid", "senior"):
        there = [family for family in families if market.load().row(family, slug)]
        assert sorted(line.found.family for line in tiers[slug].lines) == sorted(there)


def test_ml_engineers_come_first_then_those_beside_a_specialization(tiers):
    first = [(line.found.family, line.beside) for line in tiers["senior"].lines[:4]]
    assert first == [
        ("machine-learning-engineer", ""),
        ("computer-vision", "computer-vision"),
        ("mlops", "mlops"),
        ("ai-engineer", "llm-genai"),
    ]


def test_entries_are_counted_once(guide):
    assert market_page(guide, market.load()).entries == 287 + 1053 + 3806


@pytest.mark.parametrize(
    ("amount", "where"), [(169_999, "below"), (170_000, "within"), (220_000, "within"), (220_001, "above")]
)
def test_an_amount_stands_below_within_or_above_a_tier(guide, amount, where):
    assert standing(Decimal(amount), guide.tier("senior")) == where
