"""Entries of a section: each anchored by its dates, with the lines of its head and the text under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from resumes.extraction.breaks import is_break
from resumes.extraction.employer_worth import employer_worth
from resumes.extraction.findings import DateRange, Section
from resumes.extraction.headings import plain, sections_named, vocabulary
from resumes.extraction.heads import Piece
from resumes.extraction.layout import TRAILING, views
from resumes.extraction.promotions import steps, without_turns
from resumes.extraction.titles import starts_small
from resumes.extraction.view import View
from resumes.reading.document import Document

REACH = 3
"""Lines: how far a head reaches above and below the line with its dates."""

TERMS = {"season", "year_season", "quarter", "winter_term"}
"""Rules of dates that stand for several months with one word."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the views of its head in reading order, the dates of each role in it, and its body's lines."""

    head: tuple[View, ...]
    dates: tuple[DateRange, ...]
    body: tuple[int, int]
    section: Section
    anchor: int | None

    @property
    def pieces(self) -> list[Piece]:
        return [piece for view in self.head for piece in view.pieces]


def entries(document: Document, section: Section, dates: Sequence[DateRange]) -> list[Entry]:
    """Return the entries of a section in reading order, dated ones and, where a title stands alone, undated ones."""
    shown = views(document, section, dates)
    anchors = [index for index, view in enumerate(shown) if view.dates]
    heads = _heads(shown, anchors)
    loose = [[index] for index in _loose_titles(shown, heads, anchors)]
    every = sorted([*heads, *loose], key=lambda head: head[0])
    whole = (_entry(shown, head, after, section) for head, after in _with_next(every, len(shown)))
    return [post for entry in whole for post in posts(entry)]


def _with_next(heads: list[list[int]], end: int) -> Iterator[tuple[list[int], int]]:
    starts = [head[0] for head in heads] + [end]
    yield from zip(heads, starts[1:], strict=True)


def _entry(shown: list[View], head: list[int], after: int, section: Section) -> Entry:
    lines = [shown[index] for index in head]
    anchor = next((view for view in lines if view.dates), None)
    first = lines[-1].line + 1
    last = shown[after].line if after < len(shown) else section.last
    if not anchor and len(head) == 1 and after > head[0] + 1 and not shown[head[0] + 1].body:
        lines.append(shown[head[0] + 1])  # an undated title's employer stands in the next line
        first = lines[-1].line + 1
    last = next((view.line for view in shown if first <= view.line < last and _is_heading(view, section)), last)
    return Entry(
        tuple(lines), ranges_of(anchor) if anchor else (), (first, last), section, anchor.line if anchor else None
    )


def _is_heading(view: View, section: Section) -> bool:
    """Return whether a line is a further heading of its section: what follows tells of the work as a whole."""
    return not view.bullet and not view.dates and sections_named(plain(view.text)) == [section.name]


def posts(entry: Entry) -> Iterator[Entry]:
    """Yield the posts that one line of an entry dates apart: "Senior Analyst (2021 - now), Analyst (2019 - 2021)"."""
    anchor = next((view for view in entry.head if view.line == entry.anchor), None)
    parts = steps(anchor.dates, anchor.pieces) or _parts(anchor) if anchor else []
    if anchor is None or len(parts) < 2:
        yield entry
        return
    for dated, own in parts:
        named = any(employer_worth(piece) > 0 for piece in own)
        shared = [] if named else [piece for piece in anchor.pieces if piece not in own and employer_worth(piece) > 0]
        line = replace(anchor, dates=(dated,), cut=partial(tuple, (*own, *shared)))
        yield replace(entry, head=tuple(line if view is anchor else view for view in entry.head), dates=(dated,))


def _parts(anchor: View) -> list[tuple[DateRange, list[Piece]]]:
    """Return each range of a line with the pieces between the one before and it, where each has a title of its own."""
    reached, parts = anchor.start, []
    for dated in (dated for dated in anchor.dates if is_printed(dated)):
        own = [piece for piece in anchor.pieces if reached <= piece.start < dated.evidence.start]
        parts.append((dated, own))
        reached = dated.evidence.end
    return parts if all(any(piece.title == 2 for piece in own) for _, own in parts) else []


def is_printed(dated: DateRange) -> bool:
    """Return whether a range has two bounds or an open end, other than a season or a quarter."""
    return dated.start != dated.end and dated.rule not in TERMS


def ranges_of(view: View) -> tuple[DateRange, ...]:
    """Return the dates of a head: its first range, else its first date, with others that only commas part from it.

    A range with both bounds printed goes before a season.
    """
    printed = [dated for dated in without_turns(view.dates) if is_printed(dated)]
    spans = printed or [dated for dated in view.dates if dated.start != dated.end]
    runs: list[list[DateRange]] = []
    for dated in view.dates if _are_listed(view) else spans or view.dates:
        between = view.text[runs[-1][-1].evidence.end - view.start : dated.evidence.start - view.start] if runs else "."
        if TRAILING.match(between):
            runs[-1].append(dated)
        else:
            runs.append([dated])
    return tuple(next((run for run in runs if not spans or spans[0] in run), runs[0]))


def _are_listed(view: View) -> bool:
    """Return whether a single date stands right before a range: "2015, 2017-2019"."""
    first, *rest = view.dates
    between = view.text[first.evidence.end - view.start : rest[0].evidence.start - view.start] if rest else ""
    return first.start == first.end and between.strip() in {",", ";", "&", "and"}


def _heads(shown: list[View], anchors: list[int]) -> list[list[int]]:
    """Return for each anchor the lines of its head: those above and below it that no other head needs more."""
    heads: list[list[int]] = []
    usual: int | None = None
    for place, anchor in enumerate(anchors):
        floor = heads[-1][-1] + 1 if heads else 0
        start = _first_line(shown, anchor, floor, usual)
        following = anchors[place + 1] if place + 1 < len(anchors) else len(shown)
        usual = anchor - start if usual is None else usual
        heads.append([*range(start, _end_of_head(shown, start, anchor, following, usual))])
    return heads


def _first_line(shown: list[View], anchor: int, floor: int, usual: int | None) -> int:
    """Return where the head with this anchor starts: the best of the few lines above it that are no text."""
    lowest = anchor
    while lowest > floor and anchor - lowest < REACH and not shown[lowest - 1].body:
        lowest -= 1
    options = range(lowest, anchor + 1)
    return max(options, key=lambda start: (_worth(shown, start, anchor, usual), start))


def _worth(shown: list[View], start: int, anchor: int, usual: int | None) -> float:
    """Return how good a head would be that starts here: complete, set apart, and like the others of its section."""
    head = shown[start : anchor + 1]
    worth = completeness(head) - 0.2 * (anchor - start)
    inner = head[1:-1] if _is_bare(shown, anchor) else head[1:]
    worth += min(shown[start].gap, 1.5) - max((view.gap for view in inner), default=0.0)
    worth += 0.5 * (shown[start].bold and start < anchor)
    worth += 0.5 * (start == 0)  # what stands between a heading and the first dates belongs to them
    return worth + (0.6 if usual is not None and anchor - start == usual else 0.0)


def _is_bare(shown: list[View], anchor: int) -> bool:
    """Return whether a line is dates alone with text right below: what they date can only stand above, however far."""
    below = shown[anchor + 1] if anchor + 1 < len(shown) else None
    return not shown[anchor].pieces and (below is None or below.body)


def _end_of_head(shown: list[View], start: int, anchor: int, following: int, usual: int) -> int:
    """Return the end of a head: below its anchor lines belong to it that give what it lacks."""
    end = anchor + 1
    reserved = following - usual if following < len(shown) else following
    while end < min(following, anchor + 1 + REACH) and not shown[end].body:
        gained = completeness(shown[start : end + 1]) - completeness(shown[start:end])
        far = shown[end].gap > max(1.2, shown[anchor].gap + 0.6)
        if gained <= 0 and not far and _titled_behind(shown, start, end, min(following, anchor + 1 + REACH)):
            end += 2
            continue
        if gained <= 0 or (end >= reserved and gained < 2) or far:
            break
        end += 1
    untitled = not any(view.title or _tells_of_a_break(view) for view in shown[start:end])
    return end + (untitled and end < following and _opens_with_title(shown[end]))


def _titled_behind(shown: list[View], start: int, end: int, limit: int) -> bool:
    """Return whether a head without a title goes on to one behind a line that names a department or a place."""
    if end + 1 >= limit or any(view.title or _tells_of_a_break(view) for view in shown[start : end + 1]):
        return False
    after = shown[end + 1]
    return after.title == 2 and not after.body and not after.dates and after.gap < shown[end].gap + 0.3


def _opens_with_title(view: View) -> bool:
    """Return whether a text line under a head without a title begins with one: "• Data analyst for the sales team"."""
    first = view.pieces[0] if view.pieces else None
    if first is None or view.text[: first.start - view.start].strip(" •"):
        return False
    return first.title == 2 or (first.title == 1 and not view.text[first.end - view.start :].strip())


def completeness(head: Sequence[View]) -> float:
    """Return how much of an entry some lines hold: a title counts most, a second title against."""
    titled = [view for view in head if view.title]
    parts = [piece for view in head for piece in view.pieces]
    title = 2.0 * (max((view.title for view in titled), default=0) / 2)
    title = title or 2.0 * any(map(_tells_of_a_break, head))
    employer = max((employer_worth(piece) for piece in parts), default=0.0)
    return title + employer - 1.5 * max(0, len(titled) - 1)


def _tells_of_a_break(view: View) -> bool:
    return any(is_break(piece.text) for piece in view.pieces)


def _loose_titles(shown: list[View], heads: list[list[int]], anchors: list[int]) -> Iterator[int]:
    """Yield lines that are a title without dates, dressed like the titles of the dated entries where there are any."""
    taken = {index for head in heads for index in head}
    bold = [view.bold for index in anchors for view in shown[max(0, index - 1) : index + 2] if view.title]
    for index, view in enumerate(shown):
        if index in taken or view.body or not view.pieces or max(p.title for p in view.pieces[:2]) < 2:
            continue
        if starts_small(view.text):  # the rest of a sentence in a narrow cell
            continue
        if plain(view.text) in vocabulary().phrases:  # "Military service" over a text without dates
            continue
        if bold and (view.bold != (sum(bold) * 2 > len(bold)) or view.gap < 0.3):
            continue
        if index - 1 in taken and _goes_on(view):
            continue
        taken.add(index + 1)
        yield index


def _goes_on(view: View) -> bool:
    """Return whether a line that begins with a title tells of it in small letters: "Consultant for a law library".

    Right under a head that is text; "Engineer at Brightloom" names the next employer.
    """
    rest = view.text[view.pieces[0].end - view.start :].lstrip()
    return rest[:1].islower() and not rest.startswith("at ")
