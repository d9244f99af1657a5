"""Lexicons: what the rules know of the world, as TOML files beside this module."""

import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the lexicon `name` ("sections"), read once a process.

    Raises `FileNotFoundError` where there is no such lexicon and `tomllib.TOMLDecodeError` where it is not TOML.
    """
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def digest() -> str:
    """Return a hash over the names and contents of all lexicons: it changes with any word of any of them."""
    hashed = hashlib.sha256()
    for path in sorted(files(__name__).iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".toml"):
            hashed.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return hashed.hexdigest()
