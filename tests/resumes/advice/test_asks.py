from decimal import Decimal

import pytest

from resumes.advice.asks import Ask, Offer, asks
from salaries.estimation.amounts import Citation
from tests.resumes.advice.person import GUIDE, estimated, facts

ESTIMATE = estimated(facts())
LAST = ESTIMATE.steps[-1]
POINT = Citation("guide", "How to Negotiate")


def asked(*offers: int, shows_both: bool = True) -> tuple[Ask, Ask, Ask]:
    given = tuple(Offer("Example AI", Decimal(base)) for base in offers)
    return asks(ESTIMATE, GUIDE, given, POINT, shows_both=shows_both)


def amounts(*offers: int, shows_both: bool = True) -> tuple[Decimal, ...]:
    return tuple(ask.amount for ask in asked(*offers, shows_both=shows_both))


def test_without_offers_they_are_low_point_and_high() -> None:
    assert amounts() == (LAST.low, LAST.point, LAST.high)


def test_without_research_and_production_the_opening_lies_halfway() -> None:
    opening = amounts(shows_both=False)[2]
    assert LAST.point < opening < LAST.high
    assert opening % GUIDE.parameters.rounding.value == 0


def test_an_offer_inside_the_range_lifts_the_floor() -> None:
    assert amounts(int(LAST.low) + 5000)[0] == LAST.low + 5000


def test_an_offer_below_the_range_changes_nothing() -> None:
    assert amounts(int(LAST.low) - 5000) == amounts()


def test_the_best_of_several_offers_counts() -> None:
    assert amounts(int(LAST.low) + 1000, int(LAST.low) + 9000)[0] == LAST.low + 9000


def test_no_floor_lies_above_the_range() -> None:
    floor, target, opening = amounts(int(LAST.high) + 50000)
    assert floor == target == LAST.high
    assert opening == LAST.high + 50000


@pytest.mark.parametrize("offer", [0, 150000, 200000, 214000, 300000])
@pytest.mark.parametrize("shows_both", [True, False])
def test_they_never_fall(offer: int, shows_both: bool) -> None:
    found = amounts(offer, shows_both=shows_both)
    assert list(found) == sorted(found)


def test_each_names_the_step_and_the_sources_behind_it() -> None:
    for ask in asked():
        assert ask.step == LAST.slug
        assert ask.sources[0] == ESTIMATE.steps[0].source


def test_only_an_opening_at_the_top_cites_the_point_that_grants_it() -> None:
    assert POINT in asked()[2].sources
    assert POINT not in asked(shows_both=False)[2].sources
    assert POINT not in asked()[0].sources


def test_an_offer_is_named_where_it_sets_the_floor() -> None:
    assert "Example AI" in asked(int(LAST.low) + 5000)[0].words
    assert "Example AI" not in asked()[0].words
