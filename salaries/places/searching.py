"""Places for a text that is still being typed."""

from collections.abc import Iterator
from heapq import nlargest

from salaries.places.options import ABROAD, REMOTE, PlaceOption, city_option
from salaries.places.resolving import by_name, called, fitting
from salaries.places.spelling import key, nicknames, plain, state_names
from salaries.reference import cities
from salaries.reference.cities import UsCity

MOST = 8
"""Places in a list: more would not be read."""

SHORTEST = 2
"""Letters from which on a search says anything."""


def search(text: str, most: int = MOST) -> tuple[PlaceOption, ...]:
    """Return the places that a beginning can mean: those it names already, then those it begins, most people first.

    What is no US place at all is offered at the end, where nothing else fits.
    """
    if len(plain(text)) < SHORTEST:
        return ()
    found = {option.name: option for option in everything(text, most)}
    return tuple(found.values())[:most] or (ABROAD, REMOTE)


def everything(text: str, most: int) -> Iterator[PlaceOption]:
    """Yield what a text names already, the lesser cities of the name behind the larger, then what it begins."""
    yield from fitting(text)
    yield from nicknames_begun(key(text))
    yield from alike(text)
    yield from begun(text, most)


def alike(text: str) -> Iterator[PlaceOption]:
    """Yield the cities of exactly this name, the lesser too."""
    for city in cities.load().by_name(text):
        yield city_option(city)


def begun(text: str, most: int) -> list[PlaceOption]:
    """Return what a text begins: by its own name before by another of its towns, most people first."""
    town, comma, state = text.partition(",")
    if comma and plain(state):
        return cities_of(town, plain(state), most)
    wanted = key(text)
    large = nlargest(most, distinct(cities.load().beginning(wanted)), key=lambda city: city.population)
    found = [*listed_begun(wanted), *map(city_option, large)]
    ordered = sorted(found, key=lambda option: (not key(option.name).startswith(wanted), -option.people))
    return ordered or cities_of(*text.rpartition(" ")[::2], most)


def cities_of(town: str, state: str, most: int) -> list[PlaceOption]:
    """Return the cities that begin so in the states that begin so: "Portl, m"."""
    if not key(town):
        return []
    codes = {code for name, code in state_names() if name.startswith(state.lower())}
    found = [city for city in distinct(cities.load().beginning(key(town))) if city.state in codes]
    return [city_option(city) for city in nlargest(most, found, key=lambda city: city.population)]


def distinct(found: Iterator[UsCity]) -> Iterator[UsCity]:
    """Yield every city once: the table holds some under two names, such as New York and New York City."""
    seen: set[tuple[str, int, str | None]] = set()
    for city in found:
        one = (city.state, city.population, city.cbsa)
        if one not in seen:
            seen.add(one)
            yield city


def nicknames_begun(wanted: str) -> Iterator[PlaceOption]:
    """Yield the places of nicknames that begin so; of one or two letters too many do."""
    if len(wanted) > SHORTEST:
        yield from (called(name) for nickname, name in nicknames().items() if nickname.startswith(wanted))


def listed_begun(wanted: str) -> Iterator[PlaceOption]:
    """Yield the states that begin so, and the metropolitan areas of which any town does."""
    for name, option in by_name().items():
        if name.startswith(wanted) or (option.kind == "metro" and f" {wanted}" in name):
            yield option
