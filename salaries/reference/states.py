"""US states by postal code: names, and the FIPS codes under which public tables list them."""

import tomllib
from dataclasses import dataclass
from functools import cache

from salaries.reference import FOLDER


@dataclass(frozen=True, slots=True)
class State:
    """A US state, the District of Columbia or Puerto Rico; `code` is the postal code."""

    code: str
    fips: str
    name: str


@cache
def load() -> dict[str, State]:
    """Return the states by postal code ("WA")."""
    rows = tomllib.loads((FOLDER / "states.toml").read_text(encoding="utf-8"))
    return {code: State(code, row["fips"], row["name"]) for code, row in rows.items()}
