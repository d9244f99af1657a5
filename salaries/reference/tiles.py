"""The United States as a map of equal tiles."""

import tomllib
from dataclasses import dataclass
from functools import cache

from salaries.reference import FOLDER

NO_TILE = "--"


@dataclass(frozen=True, slots=True)
class Place:
    """A state's or the District of Columbia's place on the map: its postal code, column and row from 0."""

    code: str
    column: int
    row: int


@cache
def load() -> tuple[Place, ...]:
    """Return the 51 places, row by row."""
    rows = tomllib.loads((FOLDER / "tiles.toml").read_text(encoding="utf-8"))["rows"]
    return tuple(
        Place(code, column, row)
        for row, line in enumerate(rows)
        for column, code in enumerate(line.split())
        if code != NO_TILE
    )
