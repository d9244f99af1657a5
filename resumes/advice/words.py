"""The texts of the advice, from one file."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent / "words.toml"


@cache
def load() -> dict[str, Any]:
    """Return all texts, read once a process."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def told(family: str, name: str, /, **values: object) -> str:
    """Return one text with its blanks filled. Raises `KeyError` for an unknown text or a blank without a value."""
    text: str = load()[family][name]
    return text.format(**values)
