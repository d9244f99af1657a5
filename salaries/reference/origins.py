"""Where each table of this folder comes from, as `ORIGINS.toml` tells it."""

import tomllib
from dataclasses import dataclass
from functools import cache

from salaries.reference import FOLDER


@dataclass(frozen=True, slots=True)
class Origin:
    """A table's origin; `credit` is the sentence that its licence asks for, empty where it asks for none."""

    file: str
    title: str
    publisher: str
    licence: str
    holds: str
    notes: str = ""
    credit: str = ""


@cache
def load() -> dict[str, Origin]:
    """Return the origins by table ("oews-2025"), read once a process."""
    rows = tomllib.loads((FOLDER / "ORIGINS.toml").read_text(encoding="utf-8"))
    return {name: Origin(**row) for name, row in rows.items()}
