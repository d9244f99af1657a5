"""Invented resumes of any size: jobs and sentences of the corpus's invented people, put together anew.

No sentence comes twice as it is: where the people's own run out, the beginning of one goes on with the end of another.
"""

import random
from collections.abc import Iterator
from functools import cache
from itertools import chain, count, islice
from textwrap import wrap

from tests.corpus.person import Entry, lines, people
from tests.resumes.reading.pages import Sheet

NEWEST = 2026 * 12 + 9
"""The month in which the latest job began, counted in months since year 0."""
MONTHS_A_JOB = 5
JOBS_OF_A_RESUME = 4
SENTENCES_A_JOB = 3
WIDTH = 96
"""Characters of a line on a page."""
LINES_OF_A_PAGE = 52
HEAD = ("Dana Okonkwo-Reyes", "Denver, CO | dana@okonkworeyes.example", "Experience")
FOOT = (
    "Education",
    "M.S. Computer Science, Cascadia Valley University, 2012",
    "Skills",
    "Python, SQL, PyTorch, Docker",
)


@cache
def jobs() -> tuple[Entry, ...]:
    """Return every job of the invented people, in an order that mixes them."""
    every = [entry for person in people() for entry in person.entries() if entry.role and entry.title]
    random.Random(7).shuffle(every)
    return tuple(every)


@cache
def printed() -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for job in jobs() for line in (*lines(job.bullets), *lines(job.text))))


def sentences() -> Iterator[str]:
    """Yield sentences without end."""
    yield from printed()
    for shift in count(1):
        for place, sentence in enumerate(printed()):
            other = printed()[(place + shift) % len(printed())]
            yield f"{first_half(sentence)} {second_half(other)}"


def first_half(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[: (len(words) + 1) // 2])


def second_half(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[(len(words) + 1) // 2 :])


def month(number: int) -> str:
    return f"{number % 12 + 1:02}/{number // 12}"


def job(place: int, texts: list[str]) -> list[str]:
    """Return the lines of the job in that place, 0 for the latest."""
    entry, start = jobs()[place % len(jobs())], NEWEST - place * MONTHS_A_JOB
    end = "Present" if place == 0 else month(start + MONTHS_A_JOB - 1)
    return [entry.title, f"{entry.employer or 'Fernway'} | {month(start)} - {end}", *(f"- {text}" for text in texts)]


def of_roles(roles: int) -> str:
    """Return the text of a resume with so many jobs."""
    texts = sentences()
    body = [line for place in range(roles) for line in job(place, list(islice(texts, SENTENCES_A_JOB)))]
    return "\n".join([*HEAD, *body, *FOOT])


def of_words(words: int) -> str:
    """Return the text of a resume with about so many words in a fixed number of jobs."""
    texts = list(enough(words))
    parts = [job(place, texts[place::JOBS_OF_A_RESUME]) for place in range(JOBS_OF_A_RESUME)]
    return "\n".join([*HEAD, *chain.from_iterable(parts), *FOOT])


def enough(words: int) -> Iterator[str]:
    """Yield sentences until they have so many words."""
    for text in sentences():
        if words <= 0:
            return
        yield text
        words -= len(text.split())


def of_pages(pages: int) -> bytes:
    """Return a PDF with so many full pages."""
    sheet, written = Sheet(), islice(page_lines(), pages * LINES_OF_A_PAGE)
    for place, line in enumerate(written):
        if place and place % LINES_OF_A_PAGE == 0:
            sheet.turn_page()
        font = "Helvetica" if line.startswith(("-", " ")) else "Helvetica-Bold"
        sheet.text(54, 50 + place % LINES_OF_A_PAGE * 13.4, line, 9.5, font)
    return sheet.data()


def page_lines() -> Iterator[str]:
    """Yield the lines of a resume without end, broken as pages break them."""
    texts = sentences()
    yield from HEAD
    for place in count():
        for line in job(place, list(islice(texts, 2 * SENTENCES_A_JOB))):
            yield from wrap(line, WIDTH, subsequent_indent="  " if line.startswith("-") else "")
