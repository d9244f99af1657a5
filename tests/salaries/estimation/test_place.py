"""The third step: which figure prices a place, and why nearer ones were passed over."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from salaries.estimation.beside import PlaceFinding
from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.means import national_mean
from salaries.estimation.place import NO_FIGURE, OUTSIDE, UNKNOWN, price
from salaries.estimation.profile import Place, Profile
from salaries.reference.oews import Area, Areas, load

DATA = "15-2051"
FIRM: dict[str, Any] = {"employment": 300, "annual_mean": Decimal(110000), "wage_rse": Decimal("4.0")}


def area(kind: Any, code: str, name: str, **values: Any) -> Area:
    empty = dict.fromkeys(("employment_rse", "p10", "p25", "p50", "p75", "p90"))
    return Area(**{"kind": kind, "code": code, "name": name, "soc": DATA, "footnotes": "", **empty, **FIRM, **values})


def areas(metro: dict[str, Any], state: dict[str, Any] | None = None) -> Areas:
    """Return a nation (mean $100,000), the metro of Boise and, where given, Idaho."""
    rows = [
        area("national", "", "National", annual_mean=Decimal(100000)),
        area("metro", "14260", "Boise City, ID", **metro),
    ]
    rows += [] if state is None else [area("state", "16", "Idaho", **state)]
    return Areas({(row.kind, row.code, row.soc): row for row in rows})


BOISE = Place("Boise", "ID", "US", "14260")


def test_the_national_mean_follows_swansons_rule(guide: Guide) -> None:
    assert (
        national_mean(guide)
        == Decimal("0.3") * 63650 + Decimal("0.4") * 112590 + Decimal("0.3") * 194410
        == Decimal(122454)
    )


def test_a_listed_metro_is_priced_by_the_guide(guide: Guide) -> None:
    found = price(Place("Seattle", "WA", "US", "42660"), guide, load())
    assert (found.kind, str(found.factor)) == ("guide-metro", "1.1729")


def test_the_blss_factor_stands_beside_the_guides(guide: Guide) -> None:
    found = price(Place("Seattle", "WA", "US", "42660"), guide, load())
    assert found.oews is not None
    assert found.oews.factor != found.factor


def test_an_unlisted_metro_is_priced_by_the_bls(guide: Guide) -> None:
    found = price(BOISE, guide, areas({}))
    assert (found.kind, str(found.factor), found.passed_over) == ("oews-metro", "1.0500", ())


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"annual_mean": None}, "publishes no mean"),
        ({"employment": 99}, "rests on 99 jobs, under 100"),
        ({"employment": None}, "unpublished number of jobs"),
        ({"wage_rse": Decimal("10.1")}, "standard error of 10.1 %, over 10 %"),
        ({"wage_rse": None}, "of unknown size"),
    ],
)
def test_a_mean_that_is_not_firm_passes_on_with_words(guide: Guide, row: dict[str, Any], why: str) -> None:
    found = price(BOISE, guide, areas(row, state={}))
    assert found.kind == "oews-state"
    assert why in found.passed_over[0]


@pytest.mark.parametrize("row", [{"employment": 100}, {"wage_rse": Decimal(10)}])
def test_a_mean_at_the_limit_is_firm(guide: Guide, row: dict[str, Any]) -> None:
    assert price(BOISE, guide, areas(row)).kind == "oews-metro"


def test_the_guides_state_comes_before_the_blss(guide: Guide) -> None:
    found = price(Place("Spokane", "WA", "US", None), guide, load())
    assert (found.kind, found.mean) == ("guide-state", Decimal(154200))


def test_a_metro_without_a_firm_figure_falls_to_the_guides_state(guide: Guide) -> None:
    place = Place("Yakima", "WA", "US", "14260")
    assert price(place, guide, areas({"employment": 20})).kind == "guide-state"


def test_without_any_firm_figure_it_is_the_national_range(guide: Guide) -> None:
    found = price(BOISE, guide, areas({"employment": 9}, state={"annual_mean": None}))
    assert (found.kind, found.factor, found.passed_over[-1]) == ("nation", 1, NO_FIGURE)
    assert len(found.passed_over) == 3


@pytest.mark.parametrize(
    ("place", "why"),
    [(Place(), UNKNOWN), (Place(country="US"), UNKNOWN), (Place("Toronto", "Ontario", "CA"), OUTSIDE)],
)
def test_outside_or_unknown_is_the_national_range(guide: Guide, place: Place, why: str) -> None:
    found = price(place, guide, load())
    assert (found.kind, str(found.factor), found.passed_over) == ("nation", "1.0000", (why,))


def test_a_foreign_region_is_no_us_state(guide: Guide) -> None:
    assert price(Place("Perth", "WA", "AU"), guide, load()).kind == "nation"


def test_the_step_tells_the_means_it_compares(priced: Callable[[Profile], Estimate]) -> None:
    step = priced(Profile(place=Place("Seattle", "WA", "US", "42660"))).steps[-2]
    assert step.note == "Mean $164,800 there, $122,454 in the nation."


def test_the_bls_source_says_how_firm_it_is(guide: Guide) -> None:
    found: PlaceFinding = price(BOISE, guide, areas({}))
    assert "Boise City, ID (300 jobs, +/- 4 %)" in str(found.source)
