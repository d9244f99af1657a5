import tomllib
from importlib.resources import files

import pytest

from resumes.extraction import gazetteer
from resumes.extraction.lexicons import load
from salaries.reference import cities, states

WORLD = load("places")
COUNTRIES = WORLD["countries"]


def test_the_lexicon_names_the_world():
    settlements = [name for entry in COUNTRIES.values() for name in gazetteer.names(entry)]
    assert len(COUNTRIES) >= 190
    assert len(settlements) >= 1300


def test_country_codes_have_two_capitals():
    assert all(len(code) == 2 and code.isupper() for code in COUNTRIES)


def test_a_country_is_named_once():
    named = [name for entry in COUNTRIES.values() for name in (*entry["names"], *entry.get("after_city", ()))]
    assert len(named) == len(set(named))


@pytest.mark.parametrize("code", [code for code, entry in COUNTRIES.items() if len(list(gazetteer.names(entry))) > 1])
def test_a_country_lists_a_city_once(code):
    listed = list(gazetteer.names(COUNTRIES[code]))
    twice = {name for name in listed if listed.count(name) > 1}
    assert twice <= {"Hyderabad", "Derry"}


def test_us_names_lead_to_places_of_the_table():
    for name, (city, state) in WORLD["us_names"].items():
        assert state in states.load()
        assert not city or cities.load().find(city, state), name


def test_institutions_lie_in_known_countries():
    places = tomllib.loads((files("resumes.extraction.lexicons") / "institutions.toml").read_text("utf-8"))["places"]
    assert {country for _, _, country in places.values()} <= set(COUNTRIES)


def test_us_institutions_lie_in_places_of_the_table():
    places = load("institutions")["places"].items()
    missing = [name for name, (city, state, land) in places if land == "US" and not cities.load().find(city, state)]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "country"),
    [("Hyderabad", "IN"), ("London", "GB"), ("Birmingham", "GB"), ("Durham", "US"), ("Athens", "GR")],
)
def test_the_usual_place_of_a_shared_name_comes_first(name, country):
    assert gazetteer.load().cities(name)[0].country == country


def test_everyday_words_are_no_bare_places():
    assert [word for word in ("Nice", "Split", "Reading", "Mobile", "Orange") if gazetteer.load().bare(word)] == []


def test_a_state_code_is_read_in_capitals_only():
    assert gazetteer.load().regions("CA")[0].region == "CA"
    assert gazetteer.load().regions("ca") == ()
