"""What the guide's slugs are called on pages."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent / "words.toml"

Families = Mapping[str, Mapping[str, Any]]
"""Words by family ("tiers") and slug ("senior")."""


@cache
def load() -> dict[str, dict[str, Any]]:
    """Return all words, by family and slug; read once a process."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def named(family: str, slug: str, words: Families | None = None) -> str:
    """Return what a slug is called; one without words of its own is called by its own letters.

    `words` are others than the guide's own. Raises `KeyError` for an unknown family.
    """
    families = load() if words is None else words
    return str(families[family].get(slug, slug.replace("-", " ").replace("_", " ")))


def sentence(text: str) -> str:
    """Return the text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
