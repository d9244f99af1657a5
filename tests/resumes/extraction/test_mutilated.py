"""Whatever a resume has lost or mixed up, extraction ends in facts or in a named refusal, never in an exception."""

import random
from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from resumes.extraction import pipeline
from resumes.extraction.facts import Facts
from resumes.extraction.pipeline import Pipeline
from resumes.reading.errors import ReadingError
from resumes.reading.reader import read
from tests.corpus.layouts import documents, render

AS_OF = date(2026, 11, 1)
SCRAPS = (
    "mid 2017",
    "2019-",
    "- present",
    "'20 - '",
    "(2 yrs 4 mos)",
    "13/2020 - 00/2021",
    "May 10-2013",
    "@",
    "Engineer,",
    "at",
    "B.",
    "Ph.D. (",
    "\t\t2021\t",
    "C/C++/",
    "Cambridge,",
    "10+ years",
)
Lines = list[str]


def lose_lines(lines: Lines, chance: random.Random) -> Lines:
    return [line for line in lines if chance.random() > 0.25]


def shuffle(lines: Lines, chance: random.Random) -> Lines:
    return chance.sample(lines, len(lines))


def cut_lines(lines: Lines, chance: random.Random) -> Lines:
    return [line[: chance.randrange(len(line) + 1)] if chance.random() < 0.3 else line for line in lines]


def keep_a_piece(lines: Lines, chance: random.Random) -> Lines:
    first = chance.randrange(len(lines))
    return lines[first : first + chance.randrange(1, 30)]


def strew_scraps(lines: Lines, chance: random.Random) -> Lines:
    return [
        f"{chance.choice(SCRAPS)} {line} {chance.choice(SCRAPS)}" if chance.random() < 0.3 else line for line in lines
    ]


@pytest.fixture(scope="module")
def nlp() -> Pipeline:
    return pipeline.build()


@cache
def texts() -> list[str]:
    written = [document for document in documents() if document.file.endswith(("txt", "md"))]
    return [read(render(document.person, document.layout)).text for document in written]


def outcome(text: str, nlp: Pipeline) -> Facts | ReadingError:
    try:
        return pipeline.extract(read(text.encode()), nlp, AS_OF)
    except ReadingError as error:
        return error


@pytest.mark.parametrize("damage", [lose_lines, shuffle, cut_lines, keep_a_piece, strew_scraps])
def test_a_damaged_text_ends_in_facts_or_a_named_refusal(
    damage: Callable[[Lines, random.Random], Lines], nlp: Pipeline
) -> None:
    chance = random.Random(damage.__name__)
    for text in texts():
        for _ in range(3):
            damaged = "\n".join(damage(text.split("\n"), chance))
            assert isinstance(outcome(damaged, nlp), Facts | ReadingError), damaged


def test_the_same_document_gives_the_same_facts_a_hundred_times(nlp: Pipeline) -> None:
    document = read(texts()[0].encode())
    first = pipeline.extract(document, nlp, AS_OF)
    assert all(pipeline.extract(document, nlp, AS_OF) == first for _ in range(100))
