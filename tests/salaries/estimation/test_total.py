"""Total compensation by kind of employer."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from salaries.estimation.estimate import Amounts, Estimate
from salaries.estimation.profile import Place, Profile

Priced = Callable[[Profile], Estimate]
SAN_JOSE = Place("San Jose", "CA", "US", "41940")


def totals(estimate: Estimate) -> dict[str, Amounts]:
    return {scenario.slug: scenario.total for scenario in estimate.scenarios}


def test_other_employers_pay_the_base(priced: Priced) -> None:
    assert totals(priced(Profile(ml_years=Decimal(4))))["other"] == Amounts(Decimal(130000), Decimal(170000))


def test_a_public_company_adds_equity(priced: Priced) -> None:
    assert totals(priced(Profile(ml_years=Decimal(4))))["public-tech"] == Amounts(Decimal(169000), Decimal(306000))


def test_a_seniors_total_is_the_guides_where_that_is_larger(priced: Priced) -> None:
    assert totals(priced(Profile(ml_years=Decimal(8))))["public-tech"] == Amounts(Decimal(300000), Decimal(500000))


def test_bounds_are_compared_one_by_one(priced: Priced) -> None:
    profile = Profile(ml_years=Decimal(8), specialization="llm-genai", llm_production=True, place=SAN_JOSE)
    total = totals(priced(profile))["public-tech"]
    assert total == Amounts(Decimal(339000), Decimal(680000))


def test_staff_totals_are_open_upward(priced: Priced) -> None:
    assert totals(priced(Profile(ml_years=Decimal(12))))["public-tech"] == Amounts(
        Decimal(500000), Decimal(1000000), and_up=True
    )


def test_a_major_ai_company_has_no_upper_end(priced: Priced) -> None:
    estimate = priced(Profile(ml_years=Decimal(8)))
    assert totals(estimate)["major-ai"] == Amounts(Decimal(300000), None)
    assert "can exceed $500,000" in estimate.scenarios[2].why


def test_a_team_leads_base_takes_equity(priced: Priced) -> None:
    assert totals(priced(Profile(rung="lead")))["public-tech"] == Amounts(Decimal(260000), Decimal(504000))


@pytest.mark.parametrize("rung", ["director", "vp", "chief-ai-officer"])
def test_nothing_is_added_above_team_lead(priced: Priced, rung: str) -> None:
    found = totals(priced(Profile(rung=rung)))
    assert found["public-tech"] == found["other"]


def test_the_current_employers_kind_comes_first(priced: Priced) -> None:
    assert priced(Profile(employer="major-ai")).scenario_first == "major-ai"
    assert priced(Profile()).scenario_first is None
