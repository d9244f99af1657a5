"""Lexicons: what the rules know of the world, as TOML files beside this module."""

import hashlib
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the lexicon `name` ("sections"), read once a process.

    Raises `FileNotFoundError` where there is no such lexicon and `tomllib.TOMLDecodeError` where it is not TOML.
    """
    return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression, to be compiled to ignore case, for any of the words; of two that fit, the longer.

    Their apostrophes stand for printers' ones too. They are grouped by their first letter: where it differs, a search
    passes over all words of a group at once.
    """
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        groups[word[0].lower()].append(re.escape(word[1:]).replace("'", "['’]"))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in groups.items())


@cache
def digest() -> str:
    """Return a hash over the names and contents of all lexicons: it changes with any word of any of them."""
    hashed = hashlib.sha256()
    for path in sorted(files(__name__).iterdir(), key=lambda entry: entry.name):
        if path.name.endswith(".toml"):
            hashed.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return hashed.hexdigest()
