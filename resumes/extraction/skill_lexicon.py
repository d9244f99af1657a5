"""The lexicon of skills: names, the forms they are printed in, and the specializations each speaks for."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any, Literal

from resumes.extraction.lexicons import load

CATEGORIES = (
    "cloud",
    "data",
    "database",
    "devops",
    "engineering",
    "framework",
    "hardware",
    "language",
    "library",
    "method",
    "mlops",
    "model",
    "network",
    "robotics",
    "science",
    "statistics",
    "system",
    "tool",
    "visualization",
    "web",
)
"""One file `skills_<category>.toml` each."""

Rule = Literal["any", "cased", "listed", "retyped"]

_JOINERS = re.compile(r"(?<=.)[\s\-_./&'’·!:]")
_SPELLINGS = (("isation", "ization"), ("ised", "ized"), ("modelling", "modeling"), ("labelling", "labeling"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A skill under its usual written name.

    `names` are other usual names, kept where a resume prints them ("Apache Cassandra" for "Cassandra"). A `broad` skill
    is a field or a practice as much as a skill ("Statistics", "Unit Testing") and counts in a list of skills only.
    `speaks` weighs, from 0 to 1, what it says for a specialization.
    """

    name: str
    category: str
    names: frozenset[str] = frozenset()
    broad: bool = False
    speaks: Mapping[str, float] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print a skill.

    "any": in any letter case, anywhere. "cased": only as written here. "listed": as written here, and only in a list
    of skills, because the word means something else as well ("Go", "Spring"). "retyped": any of these in small
    letters or capitals throughout, and only in a list that is typed so ("python, go, spark").
    """

    entry: Entry
    text: str
    rule: Rule


@lru_cache(maxsize=1024)  # the words of a text are few
def squeeze(text: str) -> str:
    """Return the key under which all spellings of a form meet: "Scikit-Learn", "scikit learn" -> "scikitlearn"."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    key = text.lower() if text.isalnum() else _JOINERS.sub("", text.lower())
    for british, american in _SPELLINGS:
        key = key.replace(british, american)
    return key


def entries() -> Iterator[tuple[Entry, Mapping[str, Any]]]:
    """Yield every skill with its row of the lexicon."""
    for category in CATEGORIES:
        for name, row in load(f"skills_{category}").items():
            names, broad = frozenset(row.get("names", [])), row.get("broad", False)
            yield Entry(name, category, names, broad, row.get("speaks", {})), row


def forms_of(entry: Entry, row: Mapping[str, Any]) -> Iterator[Form]:
    """Yield the ways to print a skill: its name, unless the row restricts that too, and what the row adds."""
    cased, listed = row.get("cased", []), row.get("listed", [])
    if entry.name not in cased and entry.name not in listed:
        yield Form(entry, entry.name, "any")
    yield from (Form(entry, text, "any") for text in row.get("aliases", []))
    yield from (Form(entry, text, "cased") for text in cased)
    yield from (Form(entry, text, "listed") for text in listed)


@cache
def index() -> Mapping[str, tuple[Form, ...]]:
    """Return all forms by their squeezed key."""
    found: defaultdict[str, list[Form]] = defaultdict(list)
    for entry, row in entries():
        for form in forms_of(entry, row):
            found[squeeze(form.text)].append(form)
    return {key: tuple(forms) for key, forms in found.items()}


@cache
def retyped() -> Mapping[str, Form]:
    """Return by its squeezed key each form whose letter case matters, as it counts in any other letter case.

    A method is no proper name, and a list has it in small letters as well as in capitals ("Stacking", "stacking"): it
    keeps its rule. A name is retyped only where everything around it is.
    """
    methods = load("skill_context")["methods"]
    first = {key: forms[0] for key, forms in index().items() if all(form.rule != "any" for form in forms)}
    return {
        key: replace(form, rule="listed" if form.entry.category in methods and form.text.istitle() else "retyped")
        for key, form in first.items()
    }


@cache
def beginnings() -> frozenset[str]:
    """Return every beginning of every key: where a text leaves them, no longer form can follow."""
    return frozenset(key[:length] for key in index() for length in range(1, len(key) + 1))


@cache
def by_name() -> Mapping[str, Entry]:
    """Return every skill by its name."""
    return {entry.name: entry for entry, _ in entries()}
