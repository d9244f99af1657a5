"""How the time of an analysis grows with the document and with the lexicon."""

import gc
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from resumes.extraction.amendments import SkillRow
from resumes.extraction.pipeline import Pipeline, build, extract
from resumes.extraction.skill_lexicon import CATEGORIES, Tables, amended, by_name, changes, forms, merged, squeeze
from resumes.reading.document import Document
from resumes.reading.limits import Limits
from resumes.reading.reader import read
from tests.benchmarks.growth_fit import Growth
from tests.benchmarks.growth_resumes import of_pages, of_roles, of_words
from tests.benchmarks.turns import Took, forked, in_turns

AS_OF = date(2026, 11, 1)
"""The day that "Present" means."""
LIMITS = Limits()
PAGES = (1, 2, 3, 5, 7, 10)
WORDS = (125, 250, 500, 1000, 2000, 4000, 8000)
ROLES = (1, 2, 4, 8, 16, 32, 64)
LEXICONS = (1, 4, 16)
STAFF_ROWS = (1, 10, 100, 1000)
ROWS_LAID = 100

Calls = dict[float, Callable[[], object]]


def measure(rounds: int) -> Iterator[Growth]:
    """Yield the curves of documents and of lexicons."""
    pipeline = build()
    extract(read(of_pages(1), LIMITS), pipeline, AS_OF)
    gc.collect()
    gc.freeze()  # as the server of children does, so that the collector touches nothing that they share
    yield from of_documents(pipeline, rounds)
    yield from of_lexicons(pipeline, rounds)


def of_documents(pipeline: Pipeline, rounds: int) -> Iterator[Growth]:
    """Yield how an analysis grows with pages, words and roles."""
    pages: Calls = {size: analysis(of_pages(size), pipeline) for size in PAGES}
    words: Calls = {size: analysis(of_words(size).encode(), pipeline) for size in WORDS}
    roles: Calls = {size: analysis(of_roles(size).encode(), pipeline) for size in ROLES}
    yield Growth("Analysis of a PDF", "pages", best(pages, rounds))
    yield Growth("Analysis of a text", "words", best(words, rounds))
    yield Growth("Analysis of a work history", "roles", best(roles, rounds))


def analysis(data: bytes, pipeline: Pipeline) -> Callable[[], object]:
    """Return the call that reads and extracts. Raises `ReadingError` where that cannot be measured."""
    extract(read(data, LIMITS), pipeline, AS_OF)
    return lambda: extract(read(data, LIMITS), pipeline, AS_OF)


def of_lexicons(pipeline: Pipeline, rounds: int) -> Iterator[Growth]:
    """Yield how extraction, and laying staff's rows over the tables, grow with the lexicon; and that with the rows."""
    document = read(of_pages(2), LIMITS)
    lexicons = {times: enlarged(times) for times in LEXICONS}
    rows = list(islice(invented(seed=11), max(STAFF_ROWS)))
    found: Calls = {times: extraction(document, replace(pipeline, skill_tables=it)) for times, it in lexicons.items()}
    laid: Calls = {times: laying(it, rows[:ROWS_LAID]) for times, it in lexicons.items()}
    staff: Calls = {count: overlaid(rows[:count]) for count in STAFF_ROWS}
    yield Growth("Extraction from two pages", "times the lexicon", best(found, rounds))
    yield Growth(f"Laying {ROWS_LAID} rows of staff over it", "times the lexicon", best(laid, rounds))
    yield Growth("Laying staff's rows over the lexicon", "rows of staff", best(staff, rounds))


def extraction(document: Document, pipeline: Pipeline) -> Callable[[], object]:
    return lambda: extract(document, pipeline, AS_OF)


def laying(tables: Tables, rows: Sequence[SkillRow]) -> Callable[[], object]:
    return lambda: merged(tables, changes(rows))


def overlaid(rows: Sequence[SkillRow]) -> Callable[[], object]:
    return lambda: amended(rows)


def enlarged(times: int) -> Tables:
    """Return tables of so many times as many forms as the files have."""
    return amended(list(islice(invented(seed=times), (times - 1) * len(forms()))))


def invented(seed: int) -> Iterator[SkillRow]:
    """Yield skills that nobody has, without end: the beginning of a real name goes on as the end of another.

    So their beginnings are met in texts as often as those of real ones, and the search has to look further.
    """
    chosen, names, taken = random.Random(seed), sorted(by_name()), set(forms())
    while True:
        first, last = chosen.choice(names), chosen.choice(names)
        name = f"{first[: len(first) // 2 + 1]}{last[len(last) // 2 :]}{chosen.choice('bdfgklmnprstvz')}"
        if squeeze(name) not in taken:
            taken.add(squeeze(name))
            yield SkillRow(name, chosen.choice(CATEGORIES))


def best(calls: Calls, rounds: int) -> tuple[tuple[float, float], ...]:
    """Return the least processor time of each call, each time in a child forked for it, in turns."""
    took = in_turns({str(size): clocked(str(size), call) for size, call in calls.items()}, rounds)
    return tuple((size, took[str(size)].cpu) for size in calls)


def clocked(name: str, call: Callable[[], object]) -> Callable[[], dict[str, Took]]:
    return lambda: {name: forked(call)}
