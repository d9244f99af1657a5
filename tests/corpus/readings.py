"""How far readings of the same lines agree: two readers with each other, and the ranking with each of them.

The lines and what they were read as stand in `achievements/`, with the guide to reading them.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from resumes.extraction.facts import Evidence
from resumes.extraction.merit import judge, worth_showing

FOLDER = Path(__file__).parent / "achievements"
LETTERS = {"m": "metric", "s": "scale", "p": "production", "r": "research", "o": "ownership"}
BEST = 3

Half = Literal["development", "check"]
Key = tuple[str, int]


@dataclass(frozen=True)
class Reading:
    """One reader's answers: the reasons of each line, whether it is worth showing, and each person's best lines."""

    reasons: Mapping[Key, frozenset[str]]
    worth: Mapping[Key, bool]
    best: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Agreement:
    """Kappa of each reason and of worth, and how many of the best lines, and of the first, two readings share."""

    kappa: Mapping[str, float]
    best: float
    first: float


def read(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def people(half: Half) -> frozenset[str]:
    return frozenset(row["person"] for row in read("people.tsv") if row["half"] == half)


def lines(half: Half) -> dict[Key, str]:
    """Return the lines of one half of the people, by person and number."""
    return {key_of(row): row["line"] for row in read("lines.tsv") if row["person"] in people(half)}


def key_of(row: Mapping[str, str]) -> Key:
    return row["person"], int(row["number"])


def by_reader(reader: Literal["first", "second"], half: Half) -> Reading:
    """Return what one reader answered about one half."""
    rows = [row for row in read("lines.tsv") if row["person"] in people(half)]
    asked = [row for row in read("people.tsv") if row["half"] == half and row[f"{reader}_best"] != "-"]
    return Reading(
        reasons={key_of(row): frozenset(LETTERS[one] for one in row[reader].strip("-")) for row in rows},
        worth={key_of(row): int(row[f"{reader}_worth"]) >= 2 for row in rows},
        best={row["person"]: numbers(row[f"{reader}_best"]) for row in asked},
    )


def numbers(text: str) -> tuple[int, ...]:
    return () if text == "none" else tuple(map(int, text.split()))


def by_rules(half: Half) -> Reading:
    """Return what the ranking answers about one half."""
    judged = {key: judge(line, Evidence(0, len(line))) for key, line in lines(half).items()}
    worth = {key: worth_showing(one) for key, one in judged.items()}
    order = sorted((key for key in judged if worth[key]), key=lambda key: (-judged[key].score, key[1]))
    return Reading(
        reasons={key: frozenset(one.reasons) for key, one in judged.items()},
        worth=worth,
        best={name: tuple(n for person, n in order if person == name)[:BEST] for name in people(half)},
    )


def agreement(one: Reading, other: Reading) -> Agreement:
    """Compare two readings, on the people whose best lines `other` names."""
    keys = sorted(other.reasons)
    reasons = {
        name: kappa([name in one.reasons[key] for key in keys], [name in other.reasons[key] for key in keys])
        for name in LETTERS.values()
    }
    worth = kappa([one.worth[key] for key in keys], [other.worth[key] for key in keys])
    pairs = [(one.best[person], best) for person, best in other.best.items()]
    shared = sum(len(set(mine) & set(theirs)) for mine, theirs in pairs)
    same_first = sum(mine[:1] == theirs[:1] for mine, theirs in pairs)
    named = sum(max(len(mine), len(theirs)) for mine, theirs in pairs)
    return Agreement({**reasons, "worth": worth}, shared / named, same_first / len(pairs))


def kappa(one: Sequence[bool], other: Sequence[bool]) -> float:
    """Return Cohen's kappa: agreement beyond what chance gives, 1 where both say the same of every line."""
    count = len(one)
    agreed = sum(a == b for a, b in zip(one, other, strict=True)) / count
    yes, also = sum(one) / count, sum(other) / count
    chance = yes * also + (1 - yes) * (1 - also)
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)
