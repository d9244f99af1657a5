"""What stands beside the range: neighbours, next tier, positions, market, notes."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from salaries.estimation.estimate import Amounts, Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.positions import position
from salaries.estimation.profile import Place, Profile

Priced = Callable[[Profile], Estimate]


@pytest.mark.parametrize(
    ("years", "tier", "distance"),
    [("5.50", "senior", "0.50"), ("5.99", "senior", "0.01"), ("6.00", "mid", "0"), ("6.50", "mid", "-0.50")],
)
def test_a_near_floor_shows_the_tier_beyond_it(priced: Priced, years: str, tier: str, distance: str) -> None:
    found = priced(Profile(ml_years=Decimal(years))).neighbour
    assert found is not None
    assert (found.tier, found.floor, found.distance) == (tier, 6, Decimal(distance))


@pytest.mark.parametrize("years", ["0.20", "5.49", "6.51", "30"])
def test_a_far_floor_shows_none(priced: Priced, years: str) -> None:
    assert priced(Profile(ml_years=Decimal(years))).neighbour is None


def test_a_tier_that_the_visitor_set_has_no_neighbour(priced: Priced) -> None:
    assert priced(Profile(ml_years=Decimal("5.9"), tier="mid")).neighbour is None


def test_the_neighbours_range_has_the_same_place_and_specialization(priced: Priced) -> None:
    place = Place("Seattle", "WA", "US", "42660")
    found = priced(Profile(ml_years=Decimal("5.9"), specialization="mlops", place=place)).neighbour
    same = priced(Profile(ml_years=Decimal("6.0"), specialization="mlops", place=place))
    assert found is not None
    assert found.base == Amounts(same.low, same.high)


def test_the_next_tier_says_what_it_pays_and_when(priced: Priced) -> None:
    found = priced(Profile(ml_years=Decimal("7.40"))).next_tier
    assert found is not None
    assert (found.tier, found.base, found.years_left) == (
        "staff",
        Amounts(Decimal(220000), Decimal(300000)),
        Decimal("2.60"),
    )


def test_nothing_comes_after_staff_or_on_the_ladder(priced: Priced) -> None:
    assert priced(Profile(ml_years=Decimal(11))).next_tier is None
    assert priced(Profile(ml_years=Decimal(4), rung="lead")).next_tier is None


@pytest.mark.parametrize(
    ("amount", "percentile", "bound"),
    [
        (63649, "10", "below"),
        (63650, "10.0", "at"),
        (112590, "50.0", "at"),
        (134200, "62.5", "at"),
        (194410, "90.0", "at"),
        (194411, "90", "above"),
    ],
)
def test_a_position_is_linear_between_published_percentiles(
    guide: Guide, amount: int, percentile: str, bound: str
) -> None:
    found = position(Decimal(amount), guide.occupation("data-scientists"))
    assert (str(found.percentile), found.bound) == (percentile, bound)


def test_the_market_check_takes_the_family_and_the_level(priced: Priced) -> None:
    rows = priced(Profile(ml_years=Decimal(8), specialization="computer-vision")).market
    assert [(row.family, row.level) for row in rows] == [
        ("machine-learning-engineer", "senior"),
        ("computer-vision", "senior"),
    ]


def test_staff_is_checked_against_the_upper_half_of_senior(priced: Priced) -> None:
    senior, staff = priced(Profile(ml_years=Decimal(8))).market[0], priced(Profile(ml_years=Decimal(12))).market[0]
    assert (staff.level, staff.upper_half) == ("senior", True)
    assert staff.low == senior.median


def test_a_family_without_rows_at_the_level_is_left_out(priced: Priced) -> None:
    rows = priced(Profile(ml_years=Decimal(1), specialization="computer-vision")).market
    assert [row.family for row in rows] == ["machine-learning-engineer"]


def test_the_guides_disagreements_are_noted_where_they_touch(priced: Priced) -> None:
    assert {"equity", "compute", "senior-percentile"} <= {
        note.slug for note in priced(Profile(ml_years=Decimal(8))).notes
    }
    assert "senior-percentile" not in {note.slug for note in priced(Profile(ml_years=Decimal(1))).notes}


def test_the_ladder_marks_the_confirmed_rung(priced: Priced) -> None:
    assert [rung.slug for rung in priced(Profile(rung="vp")).ladder if rung.here] == ["vp"]


def test_benefits_without_a_figure_stay_without_one(priced: Priced) -> None:
    amounts = {extra.slug: extra.amounts for extra in priced(Profile()).benefits}
    assert amounts["research-time"] is None
    assert amounts["compute-credits"] == Amounts(Decimal(5000), Decimal(50000))
