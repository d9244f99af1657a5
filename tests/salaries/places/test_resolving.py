"""A place in anybody's words becomes the place, or the question which one is meant."""

import pytest

from salaries.places.options import ABROAD, REMOTE
from salaries.places.resolving import called, fitting
from salaries.places.spelling import nicknames


def names(text: str) -> list[str]:
    return [option.name for option in fitting(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Paris, TX", "Paris, TX"),
        ("paris texas", "Paris, TX"),
        ("Portland, ME", "Portland, ME"),
        ("portland or", "Portland, OR"),
        ("Cambridge, MA", "Cambridge, MA"),
        ("Cambridge, Massachusetts", "Cambridge, MA"),
        ("NYC", "New York, NY"),
        ("Washington DC", "Washington, DC"),
        ("san josé", "San Jose, CA"),
        ("St. Louis", "St. Louis, MO"),
        ("Indiana, PA", "Indiana, PA"),
        ("Iowa City", "Iowa City, IA"),
    ],
)
def test_cities(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "cbsa"),
    [
        ("SF Bay Area", "41860"),
        ("Silicon Valley", "41940"),
        ("Seattle metro", "42660"),
        ("Greater Boston", "14460"),
        ("Winston-Salem area", "49180"),
        ("Seattle-Tacoma-Bellevue, WA", "42660"),
    ],
)
def test_metropolitan_areas(text: str, cbsa: str) -> None:
    assert [(option.kind, option.place.cbsa) for option in fitting(text)] == [("metro", cbsa)]


@pytest.mark.parametrize(
    ("text", "state"), [("Texas", "TX"), ("tx", "TX"), ("MT", "MT"), ("New York state", "NY"), ("West Virginia", "WV")]
)
def test_states(text: str, state: str) -> None:
    assert [(option.kind, option.place.region) for option in fitting(text)] == [("state", state)]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Portland", "Portland, OR", "Portland, ME"),
        ("Cambridge", "Cambridge, MA", "Cambridge, MD"),
        ("Kansas City", "Kansas City, MO", "Kansas City, KS"),
        ("New York", "New York (state)", "New York, NY"),
        ("LA", "Los Angeles, CA", "Louisiana (state)"),
    ],
)
def test_names_of_several_places_are_a_question(text: str, first: str, second: str) -> None:
    assert names(text)[:2] == [first, second]


@pytest.mark.parametrize(
    ("text", "name"), [("Austin", "Austin, TX"), ("Boston", "Boston, MA"), ("Wyoming", "Wyoming (state)")]
)
def test_a_place_that_dwarfs_its_namesakes_is_meant(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", ["remote", "Remote (US)", "Anywhere", "United States"])
def test_remote_is_no_place(text: str) -> None:
    assert fitting(text) == (REMOTE,)


def test_outside_the_united_states_is_one_answer() -> None:
    assert fitting("outside the United States") == (ABROAD,)


@pytest.mark.parametrize("text", ["Wakanda", "Ontario CA Canada", "?", "", "x" * 80])
def test_names_of_no_place(text: str) -> None:
    assert fitting(text) == ()


def test_a_town_too_small_for_the_table_still_has_its_state() -> None:
    town = fitting("Nowhereville, ID")[0]
    assert (town.name, town.place.region, town.place.cbsa) == ("Nowhereville, ID", "ID", None)


@pytest.mark.parametrize("nickname", nicknames())
def test_every_nickname_names_a_place(nickname: str) -> None:
    assert called(nicknames()[nickname]) in fitting(nickname)


@pytest.mark.parametrize("text", ["Portland, ME", "SF Bay Area", "Texas", "remote", "abroad", "Winston-Salem area"])
def test_a_places_own_name_means_that_place_again(text: str) -> None:
    (option,) = fitting(text)
    assert fitting(option.name) == (option,)
