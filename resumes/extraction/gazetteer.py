"""The world's places as far as resumes name them: US places from the reference tables, the rest from a lexicon."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from resumes.extraction.lexicons import load as lexicon
from salaries.reference import cities, states
from salaries.reference.cities import spelling

KNOWN_BARE = 100_000
"""A US place of this many people is named without its state."""
WELL_KNOWN_ABROAD = 250_000
"""A US place must be this large to be meant by a name that it shares with a city abroad."""
NOT_A_HAMLET = 20_000
"""A US place must be this large for a code of two letters to mean its state where it also means a country."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: a city, or with no city a region, or with neither a country.

    `region` is the postal code of a US state, else a region's name; `country` an ISO 3166 code.
    """

    city: str | None
    region: str | None
    country: str
    cbsa: str | None = None
    population: int = 0


class Gazetteer:
    """Looks names up; a name is spelled with or without accents and capitals."""

    def __init__(self, world: dict[str, Any]) -> None:
        self._cities: dict[str, list[Spot]] = defaultdict(list)
        self._regions: dict[str, list[Spot]] = defaultdict(list)
        self._countries: dict[str, str] = {}
        self._after_city: dict[str, str] = {}
        self._codes = frozenset(world["countries"])
        self._words, self._us_first, self._us_known, self._no_town = (
            frozenset(map(spelling, world["bare"][key])) for key in ("words", "us_first", "us_known", "no_town")
        )
        self._us_names = {spelling(name): _us_spot(*pair) for name, pair in world["us_names"].items()}
        for code, entry in world["countries"].items():
            self._add_country(code, entry)
        for state in states.load().values():
            self._regions[spelling(state.name)].append(Spot(None, state.code, "US"))

    def _add_country(self, code: str, entry: dict[str, Any]) -> None:
        self._countries.update((spelling(name), code) for name in entry["names"])
        self._after_city.update((spelling(name), code) for name in entry.get("after_city", ()))
        for name in entry.get("cities", ()):
            self._add_city(name, None, code)
        for region, members in entry.get("regions", {}).items():
            usual = region.split("|")[0]
            for name in region.split("|"):
                self._regions[spelling(name)].append(Spot(None, usual, code))
            for name in members:
                self._add_city(name, usual, code)

    def _add_city(self, names: str, region: str | None, country: str) -> None:
        usual = names.split("|")[0]
        for name in names.split("|"):
            self._cities[spelling(name)].append(Spot(usual, region, country))

    def cities(self, name: str) -> tuple[Spot, ...]:
        """Return every place of this name, the likeliest first where nothing else is known."""
        key = spelling(name)
        if key in self._us_names:
            return (self._us_names[key],)
        abroad = tuple(self._cities.get(key, ()))
        home = tuple(Spot(c.name, c.state, "US", c.cbsa, c.population) for c in cities.load().by_name(name))
        us_meant = key in self._us_first or (home and home[0].population >= WELL_KNOWN_ABROAD)
        return home + abroad if us_meant else abroad + home

    def bare(self, name: str) -> tuple[Spot, ...]:
        """Return the places that this name can mean with nothing beside it."""
        key = spelling(name)
        if key in self._words:
            return ()
        named_alone = key in self._us_known or key in self._us_names
        return tuple(
            spot for spot in self.cities(name) if spot.country != "US" or named_alone or spot.population >= KNOWN_BARE
        )

    def regions(self, name: str) -> tuple[Spot, ...]:
        """Return the states and regions of this name; a US state also by its postal code in capitals."""
        found = tuple(self._regions.get(spelling(name), ()))
        code = name.replace(".", "")
        if code.isupper() and code in states.load():
            return (Spot(None, code, "US"), *found)
        return found

    def country(self, name: str, *, after_city: bool = False) -> str | None:
        """Return the code of the country of this name; `after_city` admits names that mean other things alone."""
        key = spelling(name)
        return self._countries.get(key) or (self._after_city.get(key) if after_city else None)

    def is_no_town(self, last_word: str) -> bool:
        """Tell whether no town's name ends in this word ("Inc", "Engineer")."""
        return spelling(last_word) in self._no_town

    def is_country_code(self, text: str) -> bool:
        return text in self._codes

    def within(self, name: str, beside: Sequence[Spot]) -> Spot | None:
        """Return the place of this name that lies in one of the regions or countries `beside` it."""
        fitting = [spot for area in beside for spot in self.cities(name) if _lies_in(spot, area)]
        large = [spot for spot in fitting if spot.country != "US" or spot.population >= NOT_A_HAMLET]
        chosen = next(iter(large or fitting), None)
        return None if chosen is not None and self._state_is_meant(name, chosen, beside) else chosen

    def _state_is_meant(self, name: str, town: Spot, beside: Sequence[Spot]) -> bool:
        """Tell whether "California, USA" is the state and not a town of that name."""
        told_by_country = all(area.region is None for area in beside)
        small = town.country == "US" and town.population < WELL_KNOWN_ABROAD
        return small and told_by_country and any(region.country == "US" for region in self.regions(name))


def _lies_in(spot: Spot, area: Spot) -> bool:
    if spot.country != area.country:
        return False
    return area.region is None or spot.region in {None, area.region}


def _us_spot(city: str, state: str) -> Spot:
    found = cities.load().find(city, state) if city else None
    return Spot(city or None, state, "US", found.cbsa if found else None, found.population if found else 0)


@cache
def load() -> Gazetteer:
    """Return the gazetteer, built once a process."""
    return Gazetteer(lexicon("places"))


def names(entry: dict[str, Any]) -> Iterator[str]:
    """Return every name of a city in one country's entry of the lexicon, other names included."""
    members = [*entry.get("cities", ()), *(city for group in entry.get("regions", {}).values() for city in group)]
    for member in members:
        yield from member.split("|")
