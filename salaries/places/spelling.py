"""What makes no difference between two spellings of a place, and what a text says of its state."""

import re
import tomllib
from functools import cache
from pathlib import Path

from salaries.reference import cities, states

FILE = Path(__file__).resolve().parent / "nicknames.toml"

NOT_LETTERS = re.compile(r"[,;()/]+")
STATE_SAID = re.compile(r"^state of | \(?state\)?$")
AREA_SAID = re.compile(r"^greater | (?:\(?metro(?:politan)? area\)?|metro|area)$")


def key(text: str) -> str:
    """Return the text as names are compared: lower case, without accents and punctuation, "Saint" for "St."."""
    return cities.spelling(NOT_LETTERS.sub(" ", text))


def plain(text: str) -> str:
    """Return the text in lower case without commas and brackets, each word as it is: "MT" is Montana here."""
    return " ".join(NOT_LETTERS.sub(" ", text).lower().replace(".", "").split())


def without_state_word(text: str) -> str:
    """Return "washington" for "Washington state" and for "State of Washington"."""
    return STATE_SAID.sub("", " ".join(text.lower().split()))


def without_area_word(text: str) -> str:
    """Return "seattle" for "Greater Seattle Area" and for "Seattle metro"."""
    return AREA_SAID.sub("", AREA_SAID.sub("", " ".join(text.lower().split())))


def split_state(text: str) -> tuple[str, str | None]:
    """Return the words before a state's name or code at the end of a text, and its code; None without a state."""
    folded = plain(text)
    for name, code in state_names():
        if folded == name or folded.endswith(f" {name}"):
            return folded[: len(folded) - len(name)].strip(), code
    return folded, None


@cache
def state_names() -> tuple[tuple[str, str], ...]:
    """Return names and codes in lower case with the state's code, longest first: West Virginia before Virginia."""
    names = [(name.lower(), code) for code, state in states.load().items() for name in (state.name, code)]
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))


@cache
def nicknames() -> dict[str, str]:
    """Return a place's own name by nickname, both as they are compared."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["places"]
    return {key(nickname): name for nickname, name in rows.items()}
