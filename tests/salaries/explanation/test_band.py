"""The guide's own figure for a specialization, beside the range."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile
from salaries.explanation.band import band_picture


def test_a_band_is_drawn_as_it_is_printed(guide: Guide, priced: Callable[[Profile], Estimate]) -> None:
    found = band_picture(priced(Profile(Decimal(4), specialization="mlops")), guide)
    assert found is not None
    assert [row.slug for row in found.rows] == ["yours", "band", "tier"]
    assert (found.rows[1].amounts.low, found.rows[1].amounts.high) == (140_000, 190_000)
    assert found.rows[1].detail == "senior, no place included"


def test_an_open_band_is_drawn_open(guide: Guide, priced: Callable[[Profile], Estimate]) -> None:
    found = band_picture(priced(Profile(Decimal(7), specialization="reinforcement-learning")), guide)
    assert found is not None
    assert found.rows[1].bar.open


def test_a_premium_is_drawn_on_ones_own_tier(guide: Guide, priced: Callable[[Profile], Estimate]) -> None:
    own = priced(Profile(Decimal(7), specialization="llm-genai", llm_production=True))
    found = band_picture(own, guide)
    assert found is not None
    assert found.percent is not None
    assert (found.rows[1].amounts.low, found.rows[1].amounts.high) == (own.low, own.high)


@pytest.mark.parametrize("person", [Profile(Decimal(7)), Profile(rung="lead", specialization="mlops")])
def test_generalists_and_leaders_have_no_band(
    guide: Guide, priced: Callable[[Profile], Estimate], person: Profile
) -> None:
    assert band_picture(priced(person), guide) is None
