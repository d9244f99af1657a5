"""The first step: tier, PhD, rung."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from salaries.estimation.estimate import Estimate, Step
from salaries.estimation.guide import NoSuchFigure
from salaries.estimation.profile import Profile

Priced = Callable[[Profile], Estimate]


def step(estimate: Estimate, slug: str) -> Step | None:
    return next((step for step in estimate.steps if step.slug == slug), None)


def amounts(estimate: Estimate) -> tuple[int, int, int]:
    return int(estimate.low), int(estimate.point), int(estimate.high)


@pytest.mark.parametrize(
    ("years", "point"),
    [
        ("0", 115000),
        ("1.5", 115000),
        ("2.4", 124000),
        ("3", 130000),
        ("4.5", 150000),
        ("6", 170000),
        ("8", 195000),
        ("10", 220000),
        ("15", 260000),
        ("20", 300000),
        ("35", 300000),
    ],
)
def test_the_point_climbs_from_floor_to_floor(priced: Priced, years: str, point: int) -> None:
    assert priced(Profile(ml_years=Decimal(years))).point == point


def test_a_tier_gives_its_base_range(priced: Priced) -> None:
    assert amounts(priced(Profile(ml_years=Decimal(8)))) == (170000, 195000, 220000)


def test_a_phd_starts_at_the_guides_phd_range(priced: Priced) -> None:
    assert amounts(priced(Profile(ml_years=Decimal(1), phd=True))) == (130000, 145000, 160000)


def test_the_phd_range_carries_the_guides_caveat(priced: Priced) -> None:
    phd = step(priced(Profile(phd=True)), "phd")
    assert phd is not None
    assert "top programs" in phd.note


def test_a_phd_in_the_middle_is_never_below_the_end_of_the_phd_range(priced: Priced) -> None:
    assert amounts(priced(Profile(ml_years=Decimal(3), phd=True))) == (130000, 160000, 170000)


def test_a_phd_leaves_a_senior_alone(priced: Priced) -> None:
    years = Decimal("7.40")
    assert amounts(priced(Profile(years, phd=True))) == amounts(priced(Profile(years)))


def test_the_visitors_tier_replaces_the_counted_one(priced: Priced) -> None:
    staff = priced(Profile(ml_years=Decimal(7), tier="staff"))
    assert (staff.tier, *amounts(staff)) == ("staff", 220000, 220000, 300000)


def test_a_confirmed_rung_gives_its_range_with_the_middle_as_point(priced: Priced) -> None:
    assert amounts(priced(Profile(ml_years=Decimal(12), rung="director"))) == (250000, 300000, 350000)


def test_a_rung_has_no_specialization_step(priced: Priced) -> None:
    estimate = priced(Profile(rung="lead", specialization="llm-genai", llm_production=True, phd=True))
    assert [step.slug for step in estimate.steps] == ["rung", "place", "round"]


def test_the_top_rung_is_open_upward(priced: Priced) -> None:
    assert priced(Profile(rung="chief-ai-officer")).and_up
    assert not priced(Profile(rung="vp")).and_up


def test_a_tier_that_the_edition_lacks_is_named(priced: Priced) -> None:
    with pytest.raises(NoSuchFigure, match="no tier called 'wizard'"):
        priced(Profile(tier="wizard"))
