"""Quotes: slices of the document's text, with the page they stand on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from resumes.extraction.facts import Evidence
from resumes.reading.document import Document

LONGEST = 110
"""Characters of a quote shown on a page; a longer one is cut between words and says so."""


BULLET = "• "
"""How every bullet reads at the start of its line."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the resume. `page` counts from 1, 0 where the format has no pages; `at` is the evidence, "120-131"."""

    text: str
    page: int
    at: str = field(default="", compare=False)

    @property
    def mark(self) -> str:
        """The id of the mark at which the evidence begins."""
        return mark_id(self.at)


def quote(document: Document, evidence: Evidence, within: Evidence | None = None) -> Quote:
    """Return what the evidence says, or the words `within` which it stands: white space folded, cut where long."""
    text = " ".join((within or evidence).quote(document.text).split())
    return Quote(cut(text), page_of(document, evidence) if document.format == "pdf" else 0, at(evidence))


def at(*evidence: Evidence) -> str:
    """Return where evidence stands, as pages name it: "120-131 204-210"."""
    return " ".join(f"{one.start}-{one.end}" for one in evidence if one.start < one.end)


def mark_id(at: str) -> str:
    """Return the id of the mark at which the first of several places begins: "mark-120"."""
    return f"mark-{at.partition('-')[0]}"


def quotes(document: Document, evidence: Iterable[Evidence], most: int = 2) -> tuple[Quote, ...]:
    """Return the first few quotes, each text once and none empty."""
    return first_few((quote(document, one) for one in evidence), most)


def first_few(several: Iterable[Quote], most: int) -> tuple[Quote, ...]:
    found: dict[str, Quote] = {}
    for said in several:
        if said.text:
            found.setdefault(said.text.lower(), said)
    return tuple(found.values())[:most]


def quotes_in_context(document: Document, evidence: Iterable[Evidence], most: int = 2) -> tuple[Quote, ...]:
    """Return the first few quotes each with the words around it in its line: one word alone says little."""
    return first_few((quote(document, one, around(document, one)) for one in evidence if one.start < one.end), most)


def around(document: Document, evidence: Evidence) -> Evidence:
    """Return the evidence widened to its line, or to the words of a long line that stand nearest."""
    line = next((line for line in document.lines if line.start <= evidence.start <= line.end), None)
    if line is None or evidence.end > line.end:
        return evidence
    start = line.start
    if line.end - line.start > LONGEST:
        start = max(line.start, min(evidence.start - LONGEST // 3, line.end - LONGEST))
        start = start if start == line.start else document.text.find(" ", start, evidence.start) + 1 or evidence.start
    return Evidence(start + len(BULLET) if document.text.startswith(BULLET, start) else start, line.end)


def page_of(document: Document, evidence: Evidence) -> int:
    """Return the page of the line that the evidence starts in."""
    return next((line.page for line in document.lines if line.start <= evidence.start <= line.end), 1)


def cut(text: str) -> str:
    """Return the text, or its first words with an ellipsis."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"
