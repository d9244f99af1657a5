"""The head of an entry taken apart: its lines cut into pieces, each a title, an employer, a place or something else."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from resumes.extraction.facts import Evidence
from resumes.extraction.lexicons import load
from resumes.extraction.titles import core, is_organization, is_place, strength

CUT = re.compile(
    r"(?=[\s|•·●♦◦;—―–,.()\[\]:@→➔➜-])"  # passes over letters at once
    r"(?:\s*(?:[-=]>|[→➔➜])\s*|\t+|\s*[|•·●♦◦;]\s*|\s+[-–—‑‒―]+\s*|\s*[—―]\s*|(?<=\w)[-–—]+\s+|,\s+|,(?=[A-Z])|\s*[()\[\]]\s*"
    r"|\s+at\s+(?=[A-Z])|\s+@\s*|(?<=[a-z])@(?=[A-Z][\w-]*(?:[\s,]|$))|\s{3,}|:\s+"
    r"|(?<=[a-z]{4})(?<!Assoc)\.\s+(?=[A-Z]))"  # the end of a sentence: "Brightloom. Data analyst."
)
DURATION = re.compile(
    r"[(\[]?\s*\b(?:\d+|one|two|three|four|five|six|a)(?:\.\d+)?\+?\s*(?:years?|yrs?|yr|months?|mos?|weeks?|wks?|hours?|hrs?)\b\.?"
    r"(?:\s*,?\s*(?:and\s+)?\d+\s*(?:months?|mos?|weeks?)\b\.?)?\s*[)\]]?:?",
    re.IGNORECASE,
)
FOR_WHOM = re.compile(r"\s+(?:at|with|for|in|@|from)\s+(?:the\s+)?(?=[A-Z])")
WORKED_AS = re.compile(
    r"^[•\s]*(?:(?:i\s+|have\s+|am\s+|was\s+|currently\s+|presently\s+)*work(?:ing|ed|s)\s+as\s+(?:an?\s+|the\s+)?)",
    re.IGNORECASE,
)
WORKED_AT = re.compile(
    r"^[•\s]*(?:(?:i|have|am|was|been|currently|presently|previously|also)\s+)*(?:work(?:ing|ed)|employed|served)\s+(?:in|at|for)\s+"
    r"(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
PROMOTED = re.compile(
    r"(?<!\w)(?:promoted|advanced|progressed|transitioned)\s+to\s+(?:an?\s+|the\s+)?(?=[A-Z])", re.IGNORECASE
)
THEN = re.compile(r"(?<=[,;] )(?:then|later|now|subsequently|eventually|finally)\s+(?:(?:as|an?|the)\s+)?(?=[A-Z])")
NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+(?=[A-Z])")
LEFT_OVER = re.compile(r"\s+(?:from|since|during|for|till|between)$", re.IGNORECASE)
EDGE = " \t,.;:|-–—‑()[]•·*/"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an entry's head at `start:end` of the document's text; `line` is the line it stands in."""

    start: int
    end: int
    text: str
    line: int
    title: int
    organization: int
    place: bool

    @property
    def evidence(self) -> Evidence:
        return Evidence(self.start, self.end)


def pieces(text: str, start: int, line: int, masked: Iterable[Evidence]) -> list[Piece]:
    """Return the pieces of one line that begins at `start`, the masked ranges (its dates) left out."""
    blank = _masked(text, start, masked)
    found = []
    for first, last in _with_suffixes(text, _cuts(blank)):
        if text[first:last].lower() in _labels():
            continue
        piece = _piece(text, start, line, first, last)
        found.append(piece)
        rest = FOR_WHOM.match(text, piece.end - start, last) if piece.title else None
        if rest:
            found.append(_piece(text, start, line, rest.end(), last))
    return found


def _with_suffixes(text: str, cuts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the cuts, those of a company's legal form joined to its name before the comma ("Acme, Inc.")."""
    kept: list[tuple[int, int]] = []
    for first, last in cuts:
        if kept and text[first:last].lower() in _suffixes() and text[kept[-1][1] : first].strip() == ",":
            kept[-1] = (kept[-1][0], last)
        else:
            kept.append((first, last))
    yield from kept


@cache
def _labels() -> frozenset[str]:
    return frozenset(load("titles")["labels"]["words"])


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(load("titles")["suffixes"]["words"])


def _masked(text: str, start: int, masked: Iterable[Evidence]) -> str:
    """Return the line with a tab for each character of the masked ranges, so that offsets stay."""
    letters = list(text)
    for evidence in masked:
        first, last = max(0, evidence.start - start), min(len(text), evidence.end - start)
        letters[first:last] = "\t" * max(0, last - first)
    blank = "".join(letters)
    for aside in (DURATION, WORKED_AS, WORKED_AT, PROMOTED, THEN, NUMBERED):
        blank = aside.sub(lambda found: "\t" * len(found[0]), blank)
    return blank


def _cuts(blank: str) -> Iterator[tuple[int, int]]:
    reached = 0
    for cut in [*CUT.finditer(blank), None]:
        end = cut.start() if cut else len(blank)
        part = blank[reached:end]
        stripped = LEFT_OVER.sub("", part.strip(EDGE))
        if stripped:
            first = reached + part.find(stripped)
            yield first, first + len(stripped)
        reached = cut.end() if cut else end


def _piece(text: str, start: int, line: int, first: int, last: int) -> Piece:
    words = core(text[first:last])
    sure = strength(words)
    last = first + len(words) if sure else last
    organization = is_organization(text[first:last])
    return Piece(start + first, start + last, text[first:last], line, sure, organization, is_place(text[first:last]))
