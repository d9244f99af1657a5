import pytest

from salaries.reference import cities


@pytest.fixture
def places():
    return cities.load()


@pytest.mark.parametrize(
    ("city", "state", "cbsa"),
    [
        ("Mountain View", "CA", "41940"),
        ("Bellevue", "WA", "42660"),
        ("Cambridge", "MA", "14460"),
        ("Paris", "TX", None),
    ],
)
def test_a_place_is_found_by_city_and_state(places, city, state, cbsa):
    assert places.find(city, state).cbsa == cbsa


@pytest.mark.parametrize("city", ["St. Louis", "Saint Louis", "SAINT LOUIS", "st louis"])
def test_spellings_of_a_name_are_one(places, city):
    assert places.find(city, "MO").cbsa == "41180"


@pytest.mark.parametrize(
    ("short", "long", "state"), [("Mtn. View", "Mountain View", "CA"), ("W. Lafayette", "West Lafayette", "IN")]
)
def test_a_shortened_first_word_is_read_in_full(places, short, long, state):
    assert places.find(short, state) == places.find(long, state) is not None


def test_accents_make_no_difference(places):
    assert places.find("La Canada Flintridge", "CA").name == "La Cañada Flintridge"


def test_a_place_in_the_wrong_state_is_not_found(places):
    assert places.find("Mountain View", "VT") is None


def test_same_named_places_come_by_falling_population(places):
    populations = [place.population for place in places.by_name("Springfield")]
    assert len(populations) > 5
    assert populations == sorted(populations, reverse=True)


def test_an_unknown_name_has_no_places(places):
    assert places.by_name("Nowhere at All") == ()
