"""The lexicon of skills: names, the forms they are printed in, and the specializations each speaks for."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Any, Literal

from resumes.extraction.amendments import SkillRow
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


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What a text is searched with.

    `forms` are all forms by their squeezed key. `retyped` has by its squeezed key each form whose letter case matters,
    as it counts in any other letter case. `beginnings` are those of every key: where a text leaves them, no longer form
    can follow.
    """

    forms: Mapping[str, tuple[Form, ...]]
    retyped: Mapping[str, Form]
    beginnings: frozenset[str]


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
            yield entry_of(name, category, row), row


def entry_of(name: str, category: str, row: Mapping[str, Any]) -> Entry:
    """Return the skill that a row of the lexicon describes."""
    return Entry(name, category, frozenset(row.get("names", [])), row.get("broad", False), row.get("speaks", {}))


def forms_of(entry: Entry, row: Mapping[str, Any]) -> Iterator[Form]:
    """Yield the ways to print a skill: its name, unless the row restricts that too, and what the row adds."""
    cased, listed = row.get("cased", []), row.get("listed", [])
    if entry.name not in cased and entry.name not in listed:
        yield Form(entry, entry.name, "any")
    yield from (Form(entry, text, "any") for text in row.get("aliases", []))
    yield from (Form(entry, text, "cased") for text in cased)
    yield from (Form(entry, text, "listed") for text in listed)


@cache
def forms() -> Mapping[str, tuple[Form, ...]]:
    """Return all forms of the files' skills by their squeezed key."""
    found: defaultdict[str, list[Form]] = defaultdict(list)
    for entry, row in entries():
        for form in forms_of(entry, row):
            found[squeeze(form.text)].append(form)
    return {key: tuple(several) for key, several in found.items()}


@cache
def tables() -> Tables:
    """Return the tables of the files' skills, built once a process."""
    return Tables(forms(), dict(retyped(forms())), beginnings(forms()))


def retyped(by_key: Mapping[str, tuple[Form, ...]]) -> Iterator[tuple[str, Form]]:
    """Yield each key all of whose forms mind their letter case, with the form that counts in another one.

    A method is no proper name, and a list has it in small letters as well as in capitals ("Stacking", "stacking"): it
    keeps its rule. A name is retyped only where everything around it is.
    """
    methods = load("skill_context")["methods"]
    for key, several in by_key.items():
        if all(form.rule != "any" for form in several):
            first = several[0]
            yield key, replace(first, rule="listed" if is_method(first, methods) else "retyped")


def is_method(form: Form, methods: Iterable[str]) -> bool:
    """Return whether a form is printed like a proper name and is none."""
    return form.entry.category in methods and form.text.istitle()


def beginnings(keys: Iterable[str]) -> frozenset[str]:
    """Return every beginning of every key."""
    return frozenset(key[:length] for key in keys for length in range(1, len(key) + 1))


def amended(rows: Iterable[SkillRow]) -> Tables:
    """Return the tables with staff's rows in the place of the files' entries of the same names.

    Only what the rows touch is made anew: this happens in every child that reads a resume. The beginnings of forms that
    are gone stay, which costs a look-up where a text holds one and finds nothing.
    """
    changed = changes(rows)
    return merged(tables(), changed) if changed else tables()


def changes(rows: Iterable[SkillRow]) -> Mapping[str, tuple[Form, ...]]:
    """Return the forms under each key that staff's rows touch, none where they take them all away."""
    changed: dict[str, tuple[Form, ...]] = {}
    for row in rows:
        old, new = set(files_forms(row.name)), list(forms_of(*described(row))) if not row.withdrawn else []
        for key in {squeeze(form.text) for form in (*old, *new)}:
            kept = [form for form in changed.get(key, forms().get(key, ())) if form not in old]
            changed[key] = (*kept, *(form for form in new if squeeze(form.text) == key))
    return changed


def merged(files: Tables, changed: Mapping[str, tuple[Form, ...]]) -> Tables:
    """Return tables in which the changed keys have their new forms; a key without any is gone."""
    every = {key: several for key, several in {**files.forms, **changed}.items() if several}
    unchanged = {key: form for key, form in files.retyped.items() if key not in changed}
    present = {key: several for key, several in changed.items() if several}
    return Tables(every, unchanged | dict(retyped(present)), files.beginnings | beginnings(present))


def files_forms(name: str) -> Iterator[Form]:
    """Yield the forms that the files have for a skill, none where they do not know it."""
    if name in by_name():
        yield from forms_of(*by_name()[name])


def described(row: SkillRow) -> tuple[Entry, Mapping[str, Any]]:
    """Return a skill of staff's with its row as the files would have it."""
    fields = ("aliases", "cased", "listed", "names", "broad")
    like_files = {name: getattr(row, name) for name in fields} | {"speaks": dict(row.speaks)}
    return entry_of(row.name, row.category, like_files), like_files


@cache
def by_name() -> Mapping[str, tuple[Entry, Mapping[str, Any]]]:
    """Return every skill of the files with its row, by its name."""
    return {entry.name: (entry, row) for entry, row in entries()}
