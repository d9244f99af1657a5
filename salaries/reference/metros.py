"""The guide's ten metropolitan areas, by slug and by CBSA code."""

import tomllib
from dataclasses import dataclass
from functools import cache

from salaries.reference import FOLDER


@dataclass(frozen=True, slots=True)
class Metro:
    """A metropolitan area that the guide lists; `cbsa` is its five-digit code."""

    slug: str
    name: str
    cbsa: str


@cache
def load() -> dict[str, Metro]:
    """Return the metros by slug ("san-jose")."""
    rows = tomllib.loads((FOLDER / "metros.toml").read_text(encoding="utf-8"))
    return {slug: Metro(slug, row["name"], row["cbsa"]) for slug, row in rows.items()}


def slug_of(cbsa: str | None) -> str | None:
    """Return the slug of the metro with this CBSA code, None where the guide does not list the area."""
    return next((metro.slug for metro in load().values() if metro.cbsa == cbsa), None)
