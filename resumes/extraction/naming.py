"""Title and employer of each entry, from the pieces of its head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from resumes.extraction.entries import Entry, employer_worth
from resumes.extraction.facts import Evidence
from resumes.extraction.heads import Piece
from resumes.extraction.kinds import signs
from resumes.extraction.lexicons import load
from resumes.extraction.titles import bare_words, is_field, is_own_account

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
    """Yield the entries with their names, those that only frame the levels below them left out.

    A level without an employer of its own has that of the entry before.
    """
    before: Named | None = None
    for place, entry in enumerate(listed):
        names = name(entry)
        inherits = names.title and names.employer is None and not _is_freelance(names.title)
        if inherits and before is not None and before.leads:
            names = Named(names.title, before.employer, names.title_at, None, names.strength, leads=True)
        following = listed[place + 1] if place + 1 < len(listed) else None
        before = names
        if following is None or not _frames(entry, names, following):
            yield entry, names


def name(entry: Entry) -> Named:
    """Return title and employer of one entry."""
    pieces = entry.pieces
    title = _title(pieces, entry)
    employer = _employer(pieces, title)
    title = _whole(title, pieces, employer)
    return Named(
        title=_spelled(_shown(title)),
        employer=_shown(employer),
        title_at=title.evidence if title else None,
        employer_at=employer.evidence if employer else None,
        strength=title.title if title else 0,
        leads=employer is not None and (title is None or title.line != employer.line),
    )


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
    return max(titles, key=lambda piece: (piece.title, piece.line == entry.anchor, -piece.start), default=None)


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
        return employer_worth(piece) - part + near, -piece.start

    wanted = [piece for piece in pieces if employer_worth(piece) > 0 and not _is_its_field(piece, title)]
    own = next((piece for piece in pieces if piece is not title and is_own_account(piece.text)), None)
    return max(wanted, key=worth, default=own)


def _is_its_field(piece: Piece, title: Piece | None) -> bool:
    """Return whether a piece is the field or team of the title before it."""
    return title is not None and _follows(piece, title) and is_field(piece.text)


def _frames(entry: Entry, names: Named, following: Entry) -> bool:
    """Return whether an untitled entry is the span of the levels below it: they have titles and no employer."""
    if names.title or not entry.dates or not following.dates:
        return False
    level, frame = following.dates[0], entry.dates[0]
    inside = (frame.start or "")[:4] <= (level.start or "")[:4] and (level.end or "")[:4] <= (frame.end or "")[:4]
    own = name(following)
    return inside and own.title is not None and own.employer is None
