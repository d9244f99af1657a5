"""A place in the visitor's words becomes a city with its area, or a state."""

import pytest

from resumes.corrections import CityOrState, UnknownPlace, us_place


@pytest.mark.parametrize(
    ("text", "city", "state", "metro"),
    [
        ("Seattle, WA", "Seattle", "WA", "seattle"),
        ("seattle wa", "Seattle", "WA", "seattle"),
        ("Boston, Massachusetts", "Boston", "MA", "boston"),
        ("New York, NY", "New York City", "NY", "new-york"),
        ("Washington DC", "Washington", "DC", "washington"),
        ("Charleston, West Virginia", "Charleston", "WV", None),
        ("Kansas City, KS", "Kansas City", "KS", None),
        ("Portland", "Portland", "OR", None),
        ("SF Bay Area", "San Francisco", "CA", "san-francisco"),
        ("Nowhereville, ID", "Nowhereville", "ID", None),
    ],
)
def test_cities(text: str, city: str, state: str, metro: str | None) -> None:
    place = us_place(text)
    assert place.city is not None
    assert city.startswith(place.city)
    assert (place.region, place.country, place.metro) == (state, "US", metro)


@pytest.mark.parametrize(
    ("text", "state"), [("Colorado", "CO"), ("tx", "TX"), ("New York state", "NY"), ("West Virginia", "WV")]
)
def test_states(text: str, state: str) -> None:
    place = us_place(text)
    assert (place.city, place.region, place.cbsa) == (None, state, None)


@pytest.mark.parametrize("text", ["New York", "Washington"])
def test_a_name_of_both_a_large_city_and_a_state_is_asked(text: str) -> None:
    with pytest.raises(CityOrState):
        us_place(text)


@pytest.mark.parametrize("text", ["Wakanda", "Ontario CA Canada", "?", "remote"])
def test_names_of_no_us_place(text: str) -> None:
    with pytest.raises(UnknownPlace):
        us_place(text)
