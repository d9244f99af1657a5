"""Places that a name still being typed can become."""

import pytest

from salaries.places.options import ABROAD, REMOTE
from salaries.places.searching import MOST, search


def names(text: str) -> list[str]:
    return [option.name for option in search(text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("sea", "Seattle, WA"),
        ("portl", "Portland, OR"),
        ("cambridge", "Cambridge, MA"),
        ("portland, m", "Portland, ME"),
        ("paris t", "Paris, TX"),
        ("nyc", "New York, NY"),
        ("calif", "California (state)"),
        ("sf bay", "San Francisco-Oakland-Fremont, CA (metro area)"),
        ("rem", "Remote (anywhere in the US)"),
        ("outs", "Outside the United States"),
    ],
)
def test_what_is_most_likely_meant_stands_first(text: str, first: str) -> None:
    assert names(text)[0] == first


def test_the_area_stands_behind_the_town_it_is_named_after() -> None:
    assert names("seatt")[:2] == ["Seattle, WA", "Seattle-Tacoma-Bellevue, WA (metro area)"]


def test_an_area_is_found_by_another_of_its_towns() -> None:
    assert "Seattle-Tacoma-Bellevue, WA (metro area)" in names("tacoma")


def test_a_city_of_two_names_is_listed_once() -> None:
    assert [name for name in names("new york") if name in ("New York, NY", "New York City, NY")] == ["New York, NY"]


def test_the_list_is_short_enough_to_be_read() -> None:
    assert len(search("san")) == MOST


def test_a_city_tells_its_area() -> None:
    assert search("portland, me")[0].around == "Portland-South Portland, ME"


@pytest.mark.parametrize("text", ["", "s", " ,"])
def test_too_little_suggests_nothing(text: str) -> None:
    assert search(text) == ()


def test_what_is_no_us_place_may_lie_abroad() -> None:
    assert search("reykjav") == (ABROAD, REMOTE)
