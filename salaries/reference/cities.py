"""US places of about 1,000 people and more, each with its state and metropolitan area."""

import csv
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from salaries.reference import FOLDER


@dataclass(frozen=True, slots=True)
class UsCity:
    """A US place; `state` is a postal code, `cbsa` the code of its metropolitan area, None outside all of them."""

    name: str
    state: str
    population: int
    cbsa: str | None


Row = tuple[str, str, str, str]
"""City, state, population and CBSA code as they stand in the file."""


class Cities:
    """The places, by name: accents, case, full stops and the long form of "St." or "W." make no difference.

    Rows become `UsCity` only when asked for: a process looks up a few of the thousands.
    """

    def __init__(self, rows: dict[str, list[Row]]) -> None:
        self._rows = rows

    def by_name(self, city: str) -> tuple[UsCity, ...]:
        """Return the places of this name, by falling population."""
        found = (UsCity(name, state, int(people), cbsa or None) for name, state, people, cbsa in self._named(city))
        return tuple(sorted(found, key=lambda place: (-place.population, place.state)))

    def find(self, city: str, state: str) -> UsCity | None:
        """Return the place of this name in a state (postal code), the largest where there are several."""
        return next((place for place in self.by_name(city) if place.state == state), None)

    def beginning(self, letters: str) -> Iterator[UsCity]:
        """Yield the places whose name begins with these letters, in no order."""
        first = spelling(letters)
        for name, rows in self._rows.items():
            if name.startswith(first):
                yield from self.by_name(rows[0][0])

    def people(self) -> Iterator[tuple[str, int]]:
        """Yield state and population of every place."""
        for rows in self._rows.values():
            for _, state, population, _ in rows:
                yield state, int(population)

    def _named(self, city: str) -> list[Row]:
        return self._rows.get(spelling(city), [])


def spelling(name: str) -> str:
    """Return a place's name as the tables are searched by it."""
    bare = name if name.isascii() else _without_accents(name)
    words = bare.lower().translate(_SEPARATORS).split()
    if words and words[0] in _LONG:
        words[0] = _LONG[words[0]]
    return " ".join(words)


_LONG = {
    "st": "saint",
    "ft": "fort",
    "mt": "mount",
    "mtn": "mountain",
    "so": "south",
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
}
_SEPARATORS = str.maketrans({".": " ", "-": " ", "’": "'"})


def _without_accents(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@cache
def load() -> Cities:
    """Return the places, read once a process."""
    found: dict[str, list[Row]] = defaultdict(list)
    with (FOLDER / "us-cities.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)  # the header
        for city, state, population, cbsa in rows:
            found[spelling(city)].append((city, state, population, cbsa))
    return Cities(dict(found))
