"""One place: two occupations, the guide's word, the factor."""

from decimal import Decimal

import pytest

from salaries.beyond.place import place_page
from salaries.beyond.rows import places
from salaries.reference import oews


@pytest.fixture
def page(guide):
    return lambda slug: place_page(slug, oews.load(), guide)


def test_an_area_beyond_the_guides_list_is_priced_by_the_bls(page):
    boise = page("metro-14260")
    assert (boise.name, boise.finding.kind, boise.listed) == ("Boise City, ID", "oews-metro", None)
    assert boise.finding.factor == boise.row.factor


def test_an_area_of_the_guide_is_priced_by_the_guide(page):
    seattle = page("metro-seattle")
    assert (seattle.finding.kind, seattle.finding.factor) == ("guide-metro", Decimal("1.1729"))
    assert seattle.listed.mean == 164_800


def test_an_area_that_is_not_firm_passes_on_to_its_state_and_says_why(page):
    abilene = page("metro-10180")
    assert (abilene.finding.kind, abilene.finding.name) == ("guide-state", "Texas")
    assert abilene.finding.passed_over == ("The BLS mean for Abilene, TX rests on 40 jobs, under 100.",)


def test_both_occupations_stand_beside_the_nation(page):
    scientists, developers = page("us-oh").counted
    assert (scientists.soc, developers.soc) == ("15-2051", "15-1252")
    assert [percent for percent, _, _ in scientists.percentiles] == [10, 25, 50, 75, 90]
    assert scientists.percentiles[2][2] == scientists.nation.p50


def test_a_place_without_data_scientists_has_its_developers(page):
    wyoming = page("us-wy")
    assert wyoming.row is None
    assert [bool(one.area) for one in wyoming.counted] == [False, True]


def test_wages_that_are_not_released_are_not_drawn(page):
    alaska = page("us-ak").counted[1]
    assert (alaska.strip, alaska.area.p50) == (None, None)


def test_a_state_lists_its_areas_and_an_area_its_states(page):
    assert "metro-14260" in {row.slug for row in page("us-id").near}
    assert {row.slug for row in page("metro-washington").near} == {"us-dc", "us-va", "us-md", "us-wv"}


@pytest.mark.parametrize("slug", ["us-zz", "metro-99999", "metro-42660", "us-WA", "metro-", "boise", ""])
def test_there_is_one_address_a_place_and_no_other(page, slug):
    assert page(slug) is None


def test_every_place_has_a_page(page):
    assert all(page(slug).finding.factor > 0 for slug in places(oews.load()))
