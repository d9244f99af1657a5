"""What slugs and codes are called on pages."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent / "words.toml"


@cache
def load() -> dict[str, dict[str, Any]]:
    """Return all words, by family and slug; read once a process."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def named(family: str, slug: str) -> str:
    """Return what a slug is called; one without words of its own is called by its own letters."""
    return str(load()[family].get(slug, slug.replace("-", " ").replace("_", " ")))


def question(code: str) -> dict[str, str]:
    """Return title and reason of a question that the page asks instead of answering. Raises `KeyError`."""
    return dict(load()["questions"][code])


def choices(family: str) -> list[tuple[str, str]]:
    """Return a family's slugs and words, in their order, for a list to choose from."""
    return [(slug, sentence(words)) for slug, words in load()[family].items()]


def sentence(text: str) -> str:
    """Return the text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]
