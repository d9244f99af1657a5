"""Component "roles": work entries with title, employer, dates and kind, and what follows from them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from resumes.extraction import current, findings
from resumes.extraction.employer_kinds import employer_kind
from resumes.extraction.entries import Entry, entries
from resumes.extraction.facts import PROFESSIONAL, Confidence, Evidence, Remark, Role
from resumes.extraction.findings import DateRange, Findings
from resumes.extraction.gate import CLOSED, is_work
from resumes.extraction.kinds import Verdict, Work, kind_of, share
from resumes.extraction.naming import Named, named
from resumes.extraction.studies import Studies
from resumes.extraction.years import Span, count, month_span

ROUNDING = Decimal("0.5")
"""Years: a claim above the dated roles by no more than this is rounding."""
OPENING = 40
"""Characters: texts that begin with the same ones are the same."""
FULL_LEANING = 8.0
"""Signs of ML: a text as thickly set with them speaks of nothing else."""


@Language.component("bandwise_roles")
def find_roles(doc: Doc) -> Doc:
    """Fill the roles, the current title with its rung and employer kind, and the remarks about dates."""
    found = findings.of(doc)
    found.roles = list(without_repeats(in_line(roles(found)), found.document.text))
    post = current.current_role(found.roles)
    found.current_title = post.title if post else None
    found.rung = current.rung(found.current_title)
    found.employer_kind = employer_kind(post.employer if post else None, found.own_employers)
    found.remarks.extend(remarks(found))
    bounds = ((role.evidence[0].start, role.evidence[-1].end, role.kind) for role in found.roles if role.evidence)
    spans = (doc.char_span(start, end, label=kind, alignment_mode="expand") for start, end, kind in bounds)
    doc.spans["roles"] = [span for span in spans if span is not None]
    return doc


def roles(found: Findings) -> Iterator[tuple[Role, bool]]:
    """Yield the work entries of a document in reading order, one role for each range of dates of an entry.

    With each goes whether its kind is a guess.
    """
    leaning = share(found.document.text, "ml_text", "strong") / FULL_LEANING
    study = Studies(found)
    for entry, names in works(found):
        if names.title is None and is_taught(found, entry):
            if not study.covers(_whole(found, entry)):
                continue
            names = replace(names, title="Teaching Assistant", strength=1)
        for dated in entry.dates or (None,):
            yield _role(found, entry, names, dated, study, leaning)


def without_repeats(listed: Iterable[Role], text: str) -> Iterator[Role]:
    """Yield the roles without those printed again: in a list of posts above the posts told at length, or on each page.

    One employer may have had the same person for two things at a time: then each has a text of its own.
    """
    kept: list[Role] = []
    for role in listed:
        again = next((place for place, other in enumerate(kept) if _is_again(role, other, text)), None)
        if again is None:
            kept.append(role)
        elif _opening(kept[again], text) == "":
            kept[again] = role
    yield from kept


def _is_again(role: Role, other: Role, text: str) -> bool:
    names = (_plain(role.title), _plain(role.employer), role.start, role.end)
    if not all(names) or role.kind == "academic":  # one term's student posts are alike and still several
        return False
    openings = (_opening(role, text), _opening(other, text))
    told = all(openings) and openings[0] != openings[1]
    return names == (_plain(other.title), _plain(other.employer), other.start, other.end) and not told


def _plain(name: str | None) -> str:
    return re.sub(r"[\W_]+", " ", name or "").strip().lower()


def _opening(role: Role, text: str) -> str:
    """Return the first words of a role's text."""
    return _plain(role.body.quote(text)[: 2 * OPENING])[:OPENING] if role.body else ""


def in_line(listed: Iterable[tuple[Role, bool]]) -> Iterator[Role]:
    """Yield the roles, those whose kind is a guess with that of the nearest professional role: people keep a trade."""
    every = list(listed)
    sure = [(place, role.kind) for place, (role, guessed) in enumerate(every) if not guessed and is_professional(role)]
    for place, (role, guessed) in enumerate(every):
        near = min(sure, key=lambda known: abs(known[0] - place), default=None)
        yield replace(role, kind=near[1]) if guessed and near else role


def is_professional(role: Role) -> bool:
    return role.kind in PROFESSIONAL


def is_taught(found: Findings, entry: Entry) -> bool:
    """Return whether an entry stands under a heading of teaching: without a title it is a course that was taught."""
    heading = entry.section.heading
    return heading is not None and "teaching" in found.document.line_text(heading).lower()


def _whole(found: Findings, entry: Entry) -> Span | None:
    return month_span(entry.dates[0].start, entry.dates[0].end, found.as_of) if entry.dates else None


def works(found: Findings) -> Iterator[tuple[Entry, Named]]:
    """Yield the entries that are work with their names; a level without an employer has that of the entry before."""
    firsts = {section.first: section for section in reversed(found.sections)}
    opened = [firsts[first] for first in sorted(firsts) if firsts[first].name not in CLOSED]
    listed = [named(entries(found.document, section, found.dates)) for section in opened]
    every = [pair for pairs in listed for pair in pairs]
    believed = (entry for entry, names in every if is_work(entry, names, experience=True))
    experience = any(entry.dates and entry.section.name == "experience" for entry in believed)
    yield from (pair for pair in every if is_work(*pair, experience=experience, taught=is_taught(found, pair[0])))


def _role(
    found: Findings, entry: Entry, names: Named, dated: DateRange | None, study: Studies, leaning: float
) -> tuple[Role, bool]:
    text = found.document.text
    start, end = (dated.start, dated.end) if dated else (None, None)
    span = month_span(start, end, found.as_of)
    head = head_of(entry, names)
    body = _body(found, entry)
    verdict = kind_of(
        Work(
            title=names.title or "",
            employer=names.employer or "",
            head=head,
            body=body.quote(text) if body else "",
            months=span[1] - span[0] if span else None,
            studying=study.covers(span),
            at_school=study.at_school(names.employer or "", head),
            leaning=leaning,
        )
    )
    evidence = sorted(part for part in (names.title_at, names.employer_at, dated and dated.evidence) if part)
    sure = confidence(entry, names, dated, verdict)
    role = Role(names.title, names.employer, start, end, verdict.kind, sure, tuple(evidence), body)
    return role, verdict.guessed


def head_of(entry: Entry, names: Named) -> str:
    """Return what the lines with title and dates say beside other titles of several words (posts held before)."""
    lines = [view for view in entry.head if view.title or view.dates]
    pieces = (piece for view in lines for piece in view.pieces)
    return "\n".join(
        piece.text
        for piece in pieces
        if not (piece.title == 2 and piece.evidence != names.title_at and len(piece.text.split()) > 1)
    )


def _body(found: Findings, entry: Entry) -> Evidence | None:
    first, last = entry.body
    if last <= first:
        return None
    lines = found.document.lines
    return Evidence(lines[first].start, lines[last - 1].end)


def confidence(entry: Entry, names: Named, dated: DateRange | None, verdict: Verdict) -> Confidence:
    """Return how surely a role was read: low without dates or a title, high where nothing had to be guessed."""
    if dated is None or dated.typo or names.title is None or not dated.start:
        return "low"
    bounded = len(dated.start) > 4 or dated.start != dated.end
    whole = names.employer is not None and names.strength == 2 and bounded
    return "high" if whole and verdict.sure and entry.section.name == "experience" else "medium"


def claim_above(found: Findings) -> Remark | None:
    """Return a remark where the resume claims more years than its dated roles give, rounding aside."""
    stated = found.stated_years
    if stated is None:
        return None
    counted = count(found.roles, None, found.as_of)
    years = counted.ml if stated.of == "ml" else counted.total
    return Remark("claim_above_roles", stated.evidence) if stated.years > years + ROUNDING else None


def remarks(found: Findings) -> Iterator[Remark]:
    """Yield what the visitor should check about the roles' dates."""
    now = f"{found.as_of:%Y-%m}"
    for role in found.roles:
        dates = role.evidence[-1] if role.evidence else None
        if role.start is None:
            yield Remark("undated_role", dates)
        elif role.start > now or (role.end != "present" and (role.end or "") > now):
            yield Remark("future_date", dates)
    if claim := claim_above(found):
        yield claim
    slips = (dated for dated in found.dates if dated.typo)
    kept = {part for role in found.roles for part in role.evidence}
    yield from (Remark("date_typo", dated.evidence) for dated in slips if dated.evidence in kept)
