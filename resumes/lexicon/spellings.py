"""Which ways to print a skill or an employer are refused, and why: they would be found where they should not."""

import tomllib
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from django.core.exceptions import ValidationError

from resumes.extraction.amendments import EmployerRow, SkillRow
from resumes.extraction.lexicons import load
from resumes.extraction.skill_lexicon import Form, changes, described, forms, forms_of, squeeze
from resumes.extraction.skill_mentions import LONGEST, TOKEN

WORDS = Path(__file__).with_name("ordinary_words.toml")
LONGEST_NAME = 60
"""Characters of one spelling."""
MOST = 40
"""Spellings under one heading."""
SHORT = 3
"""Letters up to which a spelling is likely to stand for something else too."""
DASHES = str.maketrans(dict.fromkeys("‐‑–—", "-"))
COLUMNS = {"any": "aliases", "cased": "cased", "listed": "listed"}
"""The form's field that holds spellings of a rule."""


def lines(text: str) -> tuple[str, ...]:
    """Return the spellings of a field, one a line, each once, blanks and dashes put right."""
    text = text.translate(DASHES)
    return tuple(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))


def refuse_bad_skill(row: SkillRow, others: Iterable[SkillRow]) -> None:
    """Raise `ValidationError` by field for spellings that are too short, too common, too long, or another skill's."""
    faults: dict[str, list[str]] = {}
    known = ChainMap(dict(changes([*others, SkillRow(row.name, row.category, withdrawn=True)])), dict(forms()))
    for form in forms_of(*described(row)):
        for fault in (*faults_of(form), *taken(form, known)):
            faults.setdefault("name" if form.text == row.name else COLUMNS[form.rule], []).append(fault)
    for column in ("aliases", "cased", "listed"):
        if len(getattr(row, column)) > MOST:
            faults.setdefault(column, []).append(f"At most {MOST} spellings.")
    spelled = {row.name, *row.aliases, *row.cased, *row.listed}
    if stray := [name for name in row.names if name not in spelled]:
        faults["kept"] = [f"{quoted(stray)}: not among the names above."]
    if faults:
        raise ValidationError(faults)


def faults_of(form: Form) -> Iterator[str]:
    """Yield what is wrong with a spelling by itself."""
    text, words = form.text, TOKEN.findall(form.text)
    if words and "".join(map(squeeze, words)) != squeeze(text):
        yield f"“{text}” has marks that are not looked for; leave them out."
    if not words:
        yield f"“{text}” has neither letters nor digits."
    if len(words) > LONGEST or len(text) > LONGEST_NAME:
        yield f"“{text}” is too long: at most {LONGEST} words and {LONGEST_NAME} characters are looked for."
    if len(text) == 1 and form.rule != "listed":
        yield f"“{text}” is a single letter: it can be found in lists of skills only."
    elif len(text) == 2 and text.isalpha() and form.rule == "any":
        yield f"“{text}” is too short to be found in any letter case: have it found as written, or in lists only."
    if text.lower() in ordinary_words() and form.rule != "listed":
        yield f"“{text}” is an ordinary English word: it can be found in lists of skills only."


def taken(form: Form, known: Mapping[str, tuple[Form, ...]]) -> Iterator[str]:
    """Yield the skills that are printed like this already."""
    for other in known.get(squeeze(form.text), ()):
        if "any" in (form.rule, other.rule) or form.text == other.text:
            entry = other.entry
            yield f"“{form.text}” is a spelling of another skill already: {entry.name} ({entry.category})."


def doubtful(row: SkillRow) -> list[str]:
    """Return spellings that may be right and are likely to be found where something else is meant."""
    anywhere = [form for form in forms_of(*described(row)) if form.rule == "any"]
    return [form.text for form in anywhere if len(form.text) <= SHORT and form.text.isalpha()]


def refuse_bad_employer(row: EmployerRow, others: Sequence[EmployerRow]) -> None:
    """Raise `ValidationError` by field for names that are too short or long, an ending, or another entry's."""
    owners = {name.casefold(): other.names[0] for other in others for name in other.names}
    endings = {ending.casefold() for ending in load("employers")["endings"]["names"]}
    faults: dict[str, list[str]] = {}
    for at, name in enumerate(row.names):
        field = "aliases" if at else "name"
        if len(name) < 2 or name.casefold() in endings:
            faults.setdefault(field, []).append(f"“{name}” is no name by itself.")
        if len(name) > LONGEST_NAME + 20:
            faults.setdefault(field, []).append(f"“{name}” is too long.")
        if owner := owners.get(name.casefold()):
            faults.setdefault(field, []).append(f"“{name}” is a name of another entry already: {owner}.")
    if len(row.names) > MOST:
        faults.setdefault("aliases", []).append(f"At most {MOST} names.")
    if faults:
        raise ValidationError(faults)


def quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


@cache
def ordinary_words() -> frozenset[str]:
    """Return the words that mean something in any sentence."""
    return frozenset(tomllib.loads(WORDS.read_text(encoding="utf-8"))["words"])
