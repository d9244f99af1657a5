"""The BLS's places as rows: which are there, which are firm, and what is said of those that are not."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from salaries.beyond.rows import area_rows, distance, places, postal_code, slug_of, states_of, unlisted_states
from salaries.estimation.place import price
from salaries.estimation.profile import Place
from salaries.reference import oews
from salaries.reference.oews import Areas

DATA_SCIENTISTS = "15-2051"


@pytest.fixture(scope="module")
def rows(guide):
    return area_rows(oews.load(), guide)


def row(rows, slug):
    return next(row for row in rows if row.slug == slug)


def test_may_2025_publishes_data_scientists_in_291_metropolitan_areas_and_161_are_firm(rows):
    metros = [row for row in rows if row.kind == "metro"]
    assert (len(metros), sum(row.firm for row in metros)) == (291, 161)


def test_the_same_counts_follow_from_the_rule_alone():
    metros = oews.load().all("metro", DATA_SCIENTISTS)
    firm = [
        area
        for area in metros
        if area.annual_mean is not None and (area.employment or 0) >= 100 and (area.wage_rse or 0) <= 10
    ]
    assert (len(metros), len(firm)) == (291, 161)


def test_all_states_but_wyoming_have_data_scientists(rows):
    states = [row for row in rows if row.kind == "state"]
    assert (len(states), sum(row.firm for row in states)) == (51, 49)
    assert unlisted_states(rows) == ("Wyoming",)


def test_every_place_that_is_not_firm_says_why(rows):
    for one in (row for row in rows if not row.firm):
        assert re.match(
            r"is not published|rests on .* jobs.*, under 100|has a standard error of .* %, over 10 %", one.weak
        )


def test_a_place_is_used_in_an_estimate_exactly_where_it_is_firm(rows, guide):
    for one in (row for row in rows if row.kind == "metro" and not row.listed):
        found = price(Place(country="US", cbsa=one.area.code), guide, oews.load())
        assert (found.kind == "oews-metro") == one.firm
        assert found.factor == one.factor or not one.firm


def test_the_guides_own_figure_stands_beside_where_there_is_one(rows, guide):
    assert row(rows, "metro-seattle").listed == guide.metro("42660")
    assert row(rows, "us-wa").listed == guide.state("WA")
    assert row(rows, "metro-14260").listed is None
    assert sum(row.listed is not None for row in rows) == len(guide.metros) + len(guide.states)


def test_without_a_mean_there_is_no_distance_and_no_factor(rows):
    without = [row for row in rows if row.area.annual_mean is None]
    assert len(without) > 5
    assert {(row.distance, row.factor, row.width) for row in without} == {(None, None, Decimal(0))}


def test_the_distance_from_the_nation_has_one_decimal():
    assert distance(Decimal(110), Decimal(100)) == Decimal("10.0")
    assert distance(None, Decimal(100)) is None


def test_addresses_are_unique_and_speak_where_the_guide_lists_the_place():
    found = places(oews.load())
    assert len(found) == 52 + 383
    assert {"us-wa", "us-dc", "us-pr", "metro-washington", "metro-14260"} <= set(found)


def test_a_territory_without_a_postal_code_of_ours_goes_by_its_number():
    ohio = oews.load().state("OH", DATA_SCIENTISTS)
    assert slug_of(replace(ohio, code="66", name="Guam")) == "us-66"
    assert postal_code("66") is None


def test_the_states_of_an_area_come_from_its_name():
    assert list(states_of(oews.load().metro("47900", DATA_SCIENTISTS))) == ["DC", "VA", "MD", "WV"]


def test_another_release_gives_other_rows(guide):
    boise = replace(oews.load().metro("14260", DATA_SCIENTISTS), employment=90)
    table = Areas.of([*oews.load().all("national", DATA_SCIENTISTS), boise], "May 2026")
    assert [(row.slug, row.weak) for row in area_rows(table, guide)] == [("metro-14260", "rests on 90 jobs, under 100")]
