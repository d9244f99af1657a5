"""Checked offers as a page draws them."""

from decimal import Decimal
from typing import Any

import pytest

from salaries.estimation.guide import Guide
from salaries.estimation.profile import Place, Profile
from salaries.explanation.offers import OffersTold, offers_told
from salaries.offers import Offer
from salaries.reference import oews

SENIOR = Profile(Decimal("7.4"), place=Place("Seattle", "WA", "US", "42660"))


def offer(name: str, base: int, **parts: Any) -> Offer:
    return Offer(name, Decimal(base), **parts)


@pytest.fixture
def told(guide: Guide) -> OffersTold:
    """Two offers, the second far above all wages."""
    both = [offer("A", 210_000, signing=Decimal(40_000)), offer("B", 900_000)]
    return offers_told(both, SENIOR, guide, oews.load(), ("Seattle", "Austin"))


def test_each_offer_has_its_mark_on_the_range(told: OffersTold) -> None:
    assert [one.strip.marks[0].amount for one in told.offers] == [210_000, 900_000]
    strip = told.first.strip
    assert strip.person.x < strip.marks[0].x < strip.person.x + strip.person.width


def test_a_mark_far_outside_is_drawn_where_it_belongs(told: OffersTold) -> None:
    strip = told.offers[1].strip
    assert all(strip.marks[0].x > band.x + band.width for band in strip.tiers)


def test_both_stand_among_all_wages_on_one_scale(told: OffersTold) -> None:
    first = told.among[0]
    assert [mark.amount for mark in first.strip.marks] == [210_000, 900_000]
    assert first.words == (("A", "above the 90th percentile"), ("B", "above the 90th percentile"))


def test_first_year_and_average_are_drawn_for_each_in_order(told: OffersTold) -> None:
    assert [row.total for row in told.stacks.rows] == [250_000, 220_000, 900_000, 900_000]
    assert told.has_signing


def test_one_offer_has_no_differences(guide: Guide) -> None:
    one = offers_told([offer("A", 210_000)], SENIOR, guide, oews.load())
    assert one.differences == ()
    assert (len(one.stacks.rows), len(one.among[0].words), one.has_signing) == (2, 1, False)


def test_a_contract_among_them_is_told(guide: Guide) -> None:
    both = [offer("A", 210_000), offer("B", 100, hourly=True, engagement="contract")]
    assert not offers_told(both, SENIOR, guide, oews.load()).all_comparable
