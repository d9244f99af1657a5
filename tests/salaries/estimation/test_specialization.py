"""The second step: premiums and bands."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from salaries.estimation.estimate import Amounts, Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Profile
from salaries.estimation.specialization import factors_of

Priced = Callable[[Profile], Estimate]
SENIOR = Profile(ml_years=Decimal(8))


@pytest.mark.parametrize(
    ("slug", "factor"),
    [
        ("generalist", "1.0000"),
        ("computer-vision", "1.0000"),
        ("nlp", "1.0000"),
        ("mlops", "0.9231"),
        ("reinforcement-learning", "1.0422"),
    ],
)
def test_a_band_becomes_one_factor(guide: Guide, slug: str, factor: str) -> None:
    assert [str(f) for f in factors_of(guide.specialization(slug), guide)] == [factor] * 3


def test_llm_work_in_production_earns_the_premium(priced: Priced) -> None:
    estimate = priced(replace(SENIOR, specialization="llm-genai", llm_production=True))
    step = estimate.steps[1]
    assert step.factors == (Decimal("1.2500"), Decimal("1.3250"), Decimal("1.4000"))
    assert (estimate.low, estimate.point, estimate.high) == (213000, 258000, 308000)


def test_llm_work_outside_production_earns_no_premium(priced: Priced) -> None:
    estimate = priced(replace(SENIOR, specialization="llm-genai"))
    assert (estimate.low, estimate.point, estimate.high) == (170000, 195000, 220000)


def test_a_premium_not_counted_is_shown_as_a_what_if(priced: Priced) -> None:
    what_if = priced(replace(SENIOR, specialization="llm-genai")).what_if
    assert what_if is not None
    assert (what_if.low, what_if.point, what_if.high) == (213000, 258000, 308000)


@pytest.mark.parametrize("changes", [{"llm_production": True}, {"specialization": "nlp"}, {"rung": "lead"}])
def test_there_is_no_what_if_where_nothing_is_missed(priced: Priced, changes: dict[str, object]) -> None:
    profile = replace(SENIOR, specialization="llm-genai")
    assert priced(replace(profile, **changes)).what_if is None


def test_llm_evidence_alone_does_not_change_another_specialization(priced: Priced) -> None:
    vision = replace(SENIOR, specialization="computer-vision")
    assert priced(replace(vision, llm_production=True)).high == priced(vision).high


def test_the_guides_own_band_stands_beside_the_range(priced: Priced) -> None:
    band = priced(replace(SENIOR, specialization="mlops")).guide_band
    assert band is not None
    assert (band.amounts, band.unit, band.tier) == (Amounts(Decimal(140000), Decimal(190000)), "usd-year", "senior")


def test_a_band_by_percentiles_follows_the_occupation(priced: Priced) -> None:
    band = priced(replace(SENIOR, specialization="nlp")).guide_band
    assert band is not None
    assert band.amounts == Amounts(Decimal(155810), Decimal(194410))


def test_at_or_above_has_no_upper_figure(priced: Priced) -> None:
    band = priced(replace(SENIOR, specialization="reinforcement-learning")).guide_band
    assert band is not None
    assert band.amounts == Amounts(Decimal(211450), None, and_up=True)


def test_generalists_have_no_band(priced: Priced) -> None:
    assert priced(SENIOR).guide_band is None
