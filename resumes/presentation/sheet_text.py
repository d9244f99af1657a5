"""The negotiation sheet as plain text, to paste into notes or a letter."""

from collections.abc import Iterator
from textwrap import TextWrapper

from resumes.advice.words import told
from resumes.presentation.sheet import OwnPoint, SheetPage, Shown
from salaries.estimation.factors import dollars

WIDTH = 78


def as_text(page: SheetPage) -> str:
    """Return the sheet as text of 78 columns, paragraphs apart, each point under its title."""
    return "\n\n".join(paragraphs(page)) + "\n"


def paragraphs(page: SheetPage) -> Iterator[str]:
    yield wrapped(f"Negotiation sheet: {page.answer.who}")
    amounts = [wrapped(f"{ask.name}: {dollars(ask.amount)} a year in base. {ask.words}") for ask in page.asks]
    yield "\n".join(amounts)
    yield wrapped(f"From: {'; '.join(map(str, page.asks[-1].sources))}.")
    worded = (point for point in page.points if not point.empty_handed)
    for number, point in enumerate(worded, start=1):
        yield point_text(number, point)
    yield wrapped(foot(page))


def point_text(number: int, own: OwnPoint) -> str:
    """Return a point: its title, what is one's own, or the guide's words where nothing is, and the source."""
    head = f"{number}. {own.point.title}"
    said = [said_text(one) for one in own.own] or [wrapped(own.point.words)]
    return "\n".join([head, *said, wrapped(f"({own.point.source})")])


def said_text(shown: Shown) -> str:
    """Return one thing to say, the resume's own line in quotes before why it counts."""
    quote = f"“{shown.quote}”" if shown.quote else ""
    said = shown.said.words
    parts = (said, quote) if said.endswith(":") else (quote, said)
    return wrapped(" ".join(part for part in parts if part), "- ", "  ")


def wrapped(text: str, first: str = "", others: str = "") -> str:
    wrapper = TextWrapper(WIDTH, first, others, break_long_words=False, break_on_hyphens=False)
    return "\n".join(wrapper.wrap(text))


def foot(page: SheetPage) -> str:
    """Return the sheet's last line: what it is made from."""
    return told("sheet", "foot", edition=page.edition)
