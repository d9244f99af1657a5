"""What kinds and categories of marks are called; the words of their own are in `mark_words.toml`."""

import tomllib
from functools import cache
from pathlib import Path

from resumes.presentation.words import named
from salaries.reference import states

FILE = Path(__file__).with_name("mark_words.toml")
FAMILIES = {
    "tier": "tiers",
    "rung": "rungs",
    "specialization": "specializations",
    "degree": "degrees",
    "employer": "employers",
    "role_kind": "kinds",
    "role_added": "kinds",
    "role_removed": "kinds",
}
"""The families of words that pages call the same categories by."""


@cache
def own() -> dict[str, dict[str, str]]:
    """Return the words of marks alone, by kind; read once a process."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def kind(slug: str) -> str:
    """Return what a kind of fact is called."""
    return own()["kinds"][slug]


def category(kind_slug: str, slug: str) -> str:
    """Return what a category of that kind is called."""
    words = own()["any"] | own().get(kind_slug, {})
    if slug in words:
        return words[slug]
    if kind_slug in ("place", "city") and slug in states.load():
        return states.load()[slug].name
    return named(FAMILIES[kind_slug], slug) if kind_slug in FAMILIES else slug
