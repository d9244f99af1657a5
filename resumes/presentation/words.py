"""What slugs and codes are called on pages."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from salaries.explanation import words
from salaries.explanation.words import sentence

__all__ = ["choices", "load", "named", "question", "sentence"]

FILE = Path(__file__).resolve().parent / "words.toml"


@cache
def load() -> dict[str, dict[str, Any]]:
    """Return all words, the guide's included, by family and slug; read once a process."""
    return words.load() | tomllib.loads(FILE.read_text(encoding="utf-8"))


def named(family: str, slug: str) -> str:
    """Return what a slug is called; one without words of its own is called by its own letters."""
    return words.named(family, slug, load())


def question(code: str) -> dict[str, str]:
    """Return title and reason of a question that the page asks instead of answering. Raises `KeyError`."""
    return dict(load()["questions"][code])


def choices(family: str) -> list[tuple[str, str]]:
    """Return a family's slugs and words, in their order, for a list to choose from."""
    return [(slug, sentence(name)) for slug, name in load()[family].items()]
