"""A place as one chooses it: its full name, what the estimator gets, and how it is called in a headline."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal

from salaries.estimation.profile import Place
from salaries.reference import cities, oews, states
from salaries.reference.cities import UsCity

US = "US"
UNNAMED_COUNTRY = "ZZ"
"""The code that ISO 3166 leaves to its users: outside the United States, wherever that is."""

DISTRICT = "DC"
"""A postal code that is a city, not a state, to whoever says where they are."""


@dataclass(frozen=True, slots=True)
class PlaceOption:
    """A place that can be chosen.

    `name` is unique and stands in the form's field and the page's address: "Portland, ME", "Texas (state)". `short`
    is what a headline says, empty for no place; `people` orders options; `around` is the area that a city lies in.
    """

    name: str
    kind: Literal["city", "metro", "state", "remote", "abroad"]
    place: Place
    short: str
    people: int = 0
    around: str = ""


REMOTE = PlaceOption("Remote (anywhere in the US)", "remote", Place(country=US), "remote")
ABROAD = PlaceOption("Outside the United States", "abroad", Place(country=UNNAMED_COUNTRY), "outside the US")


def city_option(city: UsCity) -> PlaceOption:
    """Return a city with its metropolitan area."""
    name = f"{city.name}, {city.state}"
    place = Place(city.name, city.state, US, city.cbsa)
    around = oews.load().metro_names().get(city.cbsa or "", "")
    return PlaceOption(name, "city", place, name, city.population, around)


def small_town(name: str, state: str) -> PlaceOption:
    """Return a town that the table of places lacks: its state is all that is known of it."""
    return PlaceOption(f"{name}, {state}", "city", Place(name, state, US), f"{name}, {state}")


@cache
def state_options() -> dict[str, PlaceOption]:
    """Return the states by postal code, made once a process."""
    return {code: _state(code, state.name) for code, state in states.load().items() if code != DISTRICT}


def _state(code: str, name: str) -> PlaceOption:
    return PlaceOption(f"{name} (state)", "state", Place(region=code, country=US), name, people_of()[code])


@cache
def metro_options() -> dict[str, PlaceOption]:
    """Return the metropolitan areas by code, made once a process."""
    return {code: _metro(code, name) for code, name in oews.load().metro_names().items()}


def _metro(code: str, name: str) -> PlaceOption:
    towns, _, codes = name.rpartition(", ")
    state = codes.split("-")[0]
    town = first_town(towns, state)
    found = cities.load().find(town, state)
    people = found.population - 1 if found else 0  # an area stands right behind the town it is named after
    place = Place(town, state, US, code)
    return PlaceOption(f"{name} (metro area)", "metro", place, f"{town} area", people)


def first_town(towns: str, state: str) -> str:
    """Return the town that an area is named after: of "Winston-Salem" both words, of "Seattle-Tacoma" the first."""
    parts = towns.replace("/", "-").split("-")
    beginnings = ["-".join(parts[:end]) for end in range(1, len(parts) + 1)]
    return next((name for name in beginnings if cities.load().find(name, state)), parts[0])


@cache
def people_of() -> Counter[str]:
    """Return how many people live in the listed places of each state, by postal code."""
    counted: Counter[str] = Counter()
    for state, people in cities.load().people():
        counted[state] += people
    return counted
