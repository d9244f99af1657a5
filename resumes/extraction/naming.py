"""Title and employer of each entry, from the pieces of its head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from resumes.extraction.employer_worth import FIELD_AS_EMPLOYER, employer_worth
from resumes.extraction.entries import Entry
from resumes.extraction.facts import Evidence
from resumes.extraction.frames import is_filled, spans
from resumes.extraction.heads import Piece
from resumes.extraction.kinds import signs
from resumes.extraction.lexicons import load
from resumes.extraction.titles import bare_words, is_field, is_organization, is_own_account

REACHED = re.compile(
    r"(?:[-=]>|[→➔➜]|(?:promoted|advanced|progressed|transitioned)\s+to(?:\s+(?:an?|the))?"
    r"|[,;]\s+(?:then|later|now|subsequently|eventually|finally)(?:\s+(?:as|an?|the))*)\s*$",
    re.IGNORECASE,
)
CLIENT = re.compile(r"(?<!\w)client\s*[:–-]", re.IGNORECASE)
UNHEARD_OF = 5
"""Words: titles that are of no known word are not longer."""
WITH_PLACE = 0.45
"""Worth of an employer that has a line of its own with its place, more than that of a team behind the title."""
GUIDES = {"mentor", "guide", "advisor", "adviser", "supervisor", "pi"}


@dataclass(frozen=True, slots=True)
class Named:
    """An entry's title and employer with where they stand; `strength` says how surely the title is one.

    `leads` says that the employer has a line without the title, under which further levels may follow.
    """

    title: str | None
    employer: str | None
    title_at: Evidence | None = None
    employer_at: Evidence | None = None
    strength: int = 0
    leads: bool = False


def named(listed: Sequence[Entry]) -> Iterator[tuple[Entry, Named]]:
    """Yield the entries with their names, those that frame others or are dated parts of a job left out.

    A level without an employer of its own has that of the entry before.
    """
    before: Named | None = None
    job: Entry | None = None
    for place, entry in enumerate(listed):
        names = name(entry)
        inherits = names.title and names.employer is None and not _is_freelance(names.title)
        if inherits and before is not None and before.leads:
            names = Named(names.title, before.employer, names.title_at, None, names.strength, leads=True)
        elif before is not None and _is_at_the_same(entry):
            names = replace(names, employer=before.employer, employer_at=None)
        following = listed[place + 1] if place + 1 < len(listed) else None
        if is_filled(entry, listed[place + 1 :], titled=names.title is not None):
            before = replace(names, leads=names.employer is not None)
            continue
        if _is_part(entry, names, job):
            continue
        before = names
        job = entry if names.title and names.employer else job
        if following is None or not _frames(entry, names, following):
            yield entry, names


def name(entry: Entry) -> Named:
    """Return title and employer of one entry."""
    pieces = entry.pieces
    title = _title(pieces, entry)
    employer = _employer(pieces, title)
    title = _whole(title, pieces, employer) or _unheard_of(pieces, employer)
    return Named(
        title=_spelled(_shown(title)),
        employer=_shown(employer),
        title_at=title.evidence if title else None,
        employer_at=employer.evidence if employer else None,
        strength=max(title.title, 1) if title else 0,
        leads=employer is not None and (title is None or title.line != employer.line),
    )


def _is_at_the_same(entry: Entry) -> bool:
    """Return whether an entry says that its employer is that of the entry above: "same company"."""
    same = load("titles")["same"]["words"]
    return any(" ".join(bare_words(piece.text)) in same for piece in entry.pieces)


def _is_freelance(title: str) -> bool:
    return any(is_own_account(word) for word in bare_words(title))


def _spelled(title: str | None) -> str | None:
    """Return a title, one that is only letters ("TA") spelled out."""
    spelled: str | None = load("titles")["abbreviations"].get((title or "").lower(), title)
    return spelled


def _shown(piece: Piece | None) -> str | None:
    return " ".join(piece.text.split()) if piece else None


def _title(pieces: list[Piece], entry: Entry) -> Piece | None:
    """Return the surest title, the one in the dates' line before others, the first printed among equals."""
    titles = [piece for piece in pieces if piece.title and not _names_a_person(piece, pieces)]
    titles = [piece for piece in titles if not is_own_account(piece.text)] or titles
    if len({piece.line for piece in titles}) == 1:
        titles = [piece for piece in titles if not _was_left_behind(piece, titles)] or titles

    def sureness(piece: Piece) -> tuple[int, bool, bool, int]:
        return piece.title, piece.line == entry.anchor, _was_reached(piece, entry), -piece.start

    return max(titles, key=sureness, default=None)


def _was_reached(piece: Piece, entry: Entry) -> bool:
    """Return whether an arrow or a promotion leads to a title: "Engineer → Senior Engineer"."""
    line = next(view for view in entry.head if view.line == piece.line)
    return bool(REACHED.search(line.text[: piece.start - line.start]))


def _whole(title: Piece | None, pieces: list[Piece], employer: Piece | None) -> Piece | None:
    """Return a title with what belongs to it behind a comma: further titles, and the field of a bare word."""
    if title is None:
        return None
    for piece in pieces:
        beside = _follows(piece, title) and piece is not employer
        field = len(title.text.split()) == 1 and not piece.place and employer is not None and not piece.organization
        if beside and (piece.title or field or is_field(piece.text)):
            gap = " " * (piece.start - title.end - 1)
            title = replace(title, end=piece.end, text=f"{title.text},{gap}{piece.text}")
    return title


def _unheard_of(pieces: list[Piece], employer: Piece | None) -> Piece | None:
    """Return what may be a title of no known word ("Data Ninja"): a few words in a line beside a sure employer's."""
    if employer is None or is_organization(employer.text) < 2:
        return None
    firsts = [piece for place, piece in enumerate(pieces) if place == 0 or pieces[place - 1].line != piece.line]
    maybe = (piece for piece in firsts if piece.line != employer.line and not is_organization(piece.text))
    return next((piece for piece in maybe if employer_worth(piece) > FIELD_AS_EMPLOYER and _is_short(piece)), None)


def _is_short(piece: Piece) -> bool:
    return len(piece.text.split()) <= UNHEARD_OF and not any(letter.isdigit() for letter in piece.text)


def _follows(piece: Piece, title: Piece) -> bool:
    """Return whether a piece stands right behind a title, a comma or a bracket between them."""
    return piece.line == title.line and 0 < piece.start - title.end <= 2


def _was_left_behind(piece: Piece, titles: list[Piece]) -> bool:
    """Return whether a title is the internship that led to another title of the same line: the latest one counts."""
    others = [other for other in titles if other is not piece and len(other.text.split()) > 1]
    interned = signs("internship")
    return (
        bool(interned.search(piece.text))
        and any(not interned.search(other.text) for other in others)
        and _is_long(piece)
    )


def _is_long(piece: Piece) -> bool:
    """Return whether a title says more than "Intern", which only qualifies the title beside it."""
    return len([word for word in piece.text.split() if word.lower() not in {"summer", "winter", "internship"}]) > 1


def _names_a_person(piece: Piece, pieces: list[Piece]) -> bool:
    """Return whether a title is that of somebody named right behind it ("Mentor: Prof. Quill")."""
    later = next((other for other in pieces if other.line == piece.line and other.start >= piece.end), None)
    named_behind = later is not None and later.text.lower().startswith(("prof", "dr.", "dr "))
    return named_behind and piece.text.lower().split()[-1] in GUIDES


def _employer(pieces: list[Piece], title: Piece | None) -> Piece | None:
    """Return the piece that would best name the employer; a department stands back behind its house."""
    parts = set(load("titles")["organizations"]["parts"])

    def worth(piece: Piece) -> tuple[float, int]:
        part = 0.2 if parts & set(bare_words(piece.text)) else 0.0
        near = 0.1 if title and piece.line == title.line else 0.0
        near = WITH_PLACE if _opens_with_place(piece, pieces, title) else near
        return employer_worth(piece) - part + near, -piece.start

    wanted = [piece for piece in pieces if employer_worth(piece) > 0 and not _is_its_field(piece, title)]
    own = next((piece for piece in pieces if piece is not title and is_own_account(piece.text)), None)
    return max(wanted, key=worth, default=own)


def _opens_with_place(piece: Piece, pieces: list[Piece], title: Piece | None) -> bool:
    """Return whether a piece opens a line without the title and its place follows: "Brightloom, Santa Clara, CA"."""
    beside = [other for other in pieces if other.line == piece.line]
    return title is not None and piece.line != title.line and len(beside) > 1 and beside[0] is piece and beside[1].place


def _is_its_field(piece: Piece, title: Piece | None) -> bool:
    """Return whether a piece is the field or team of the title before it."""
    return title is not None and _follows(piece, title) and is_field(piece.text)


def _frames(entry: Entry, names: Named, following: Entry) -> bool:
    """Return whether an entry is the span of those below it: an agency's clients, or levels with titles alone."""
    if not spans(entry, following):
        return False
    if _is_for_client(following):
        return not _is_for_client(entry)
    own = name(following)
    return names.title is None and own.title is not None and own.employer is None


def _holds(entry: Entry, inner: Entry) -> bool:
    """Return whether the months of one entry lie in those of another, which are more."""
    if not entry.dates or not inner.dates:
        return False
    (first, last), (begin, end) = ((e.dates[0].start or "", e.dates[0].end or "") for e in (entry, inner))
    return first <= begin and end <= last and (first, last) != (begin, end)


def _is_for_client(entry: Entry) -> bool:
    return any(CLIENT.search(view.text) for view in entry.head)


def _is_part(entry: Entry, names: Named, job: Entry | None) -> bool:
    """Return whether a dated piece of work without a title belongs to the job above it, whose dates hold its dates.

    The name of an organization or a place beside it speaks for a second job.
    """
    if job is None or names.title or not names.employer or not _holds(job, entry):
        return False
    return not is_organization(names.employer) and not any(piece.place for piece in entry.pieces)
