"""Lines of a section as a reader sees them: heads of entries with their dates, and the text under them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from resumes.extraction.anchors import anchors_entry, tells_of_work
from resumes.extraction.bodies import with_bodies
from resumes.extraction.facts import Evidence
from resumes.extraction.findings import DateRange, Section
from resumes.extraction.furniture import is_page_number, repeated
from resumes.extraction.heads import EDGE, Piece, pieces
from resumes.extraction.lexicons import load
from resumes.extraction.sections import RUN_IN
from resumes.extraction.view import INDENT, View, with_below
from resumes.reading.document import Document

UNKNOWN_GAP = 1.0
"""Heights: what the first line of a column or page has above it."""
FEWEST_OF_A_RAIL = 2
TRAILING = re.compile(r"^[\s,;&/|]*(?:(?:and|again|then|plus|und|et|y|e|och|og)\b\s*)*[\s(]*$")


def views(document: Document, section: Section, dates: Sequence[DateRange]) -> list[View]:
    """Return the lines of a section below its heading, empty ones left out; text that a heading runs into stays."""
    start, end = document.lines[section.first].start, document.lines[section.last - 1].end
    near = [dated for dated in dates if _touches(dated, start, end)]
    seen = [_view(document, section, line, near) for line in range(section.first, section.last)]
    often = repeated(document)
    shown = _off_rail([view for view in seen if view.text.strip(EDGE) and not _is_furniture(view, often)])
    shown = [replace(view, bullet=False) if _is_post(view, below) else view for view, below in with_below(shown)]
    strict = any(view.dates and not view.bullet for view in shown)
    shown = [replace(view, bullet=False) if _entry_bullet(view, strict=strict) else view for view in shown]
    return with_bodies([replace(view, dates=()) if view.bullet and view.dates else view for view in shown])


def _is_post(view: View, below: View | None) -> bool:
    """Return whether a bullet is a title and nothing else, over a line of dates and nothing else: no text of a post."""
    if not view.bullet or view.dates or below is None or not below.dates or below.bullet or below.pieces:
        return False
    return len(view.pieces) == 1 and view.title > 0


def _off_rail(shown: list[View]) -> list[View]:
    """Return the lines without the dates that begin lines of text beside a rail of dates ("from 2018: first nets")."""
    rail = [view.x for view in shown if view.x is not None and view.dates and _opens(view) and _is_floated(view)]
    if len(rail) < FEWEST_OF_A_RAIL:
        return shown
    edge = max(rail) + INDENT
    return [
        replace(view, dates=()) if view.x and view.x > edge and view.dates and _opens(view) else view for view in shown
    ]


def _opens(view: View) -> bool:
    """Return whether the line begins with its first date."""
    return not view.text[: view.dates[0].evidence.start - view.start].strip(EDGE)


def _is_floated(view: View) -> bool:
    """Return whether a wide gap follows the first date."""
    return view.text[view.dates[0].evidence.end - view.start :][:2].lstrip(" ").startswith("\t")


def _is_furniture(view: View, often: set[str]) -> bool:
    """Return whether a line is a page's number, or a header or footer that other pages print as well."""
    return (view.text in often or is_page_number(view.text)) and not view.dates and not view.title


def _entry_bullet(view: View, *, strict: bool) -> bool:
    """Return whether a bullet is an entry of its own: dated and titled.

    Where entries stand outside of bullets too (`strict`), it must begin with its title and have its dates floated,
    or hold nothing else: a level of the employer above. Dates and then a title begin an entry too.
    """
    if view.dates and tells_of_work(view.text, view.start, view.dates[0]):
        return True
    if not view.dates or not view.title:
        return False
    if view.title == 2 and view.dates[-1].start != view.dates[-1].end and _holds_nothing_else(view):
        return True
    if _begins_with_dates(view):
        return True
    floated = view.text[: view.dates[-1].evidence.start - view.start].rstrip(" ").endswith("\t")
    return not strict or (floated and view.pieces[0].title == 2 and view.dates[-1].start != view.dates[-1].end)


def _begins_with_dates(view: View) -> bool:
    """Return whether a bullet begins with a range of dates and a sure title right behind it: "• 2012-2014: Analyst"."""
    first = view.dates[0]
    opens = not view.text[: first.evidence.start - view.start].strip(" •(")
    return opens and first.start != first.end and view.pieces[0].title == 2


def _holds_nothing_else(view: View) -> bool:
    """Return whether a line is a single piece and its dates, without a word between them."""
    if len(view.pieces) != 1:
        return False
    parts = sorted([view.pieces[0].evidence, *(dated.evidence for dated in view.dates)])
    ends = [view.start, *(part.end for part in parts)]
    starts = [*(part.start for part in parts), view.start + len(view.text)]
    between = (view.text[first - view.start : last - view.start] for first, last in zip(ends, starts, strict=True))
    return not any(text.strip(EDGE) for text in between)


def _view(document: Document, section: Section, index: int, dates: Sequence[DateRange]) -> View:
    line, text = document.lines[index], document.line_text(index)
    head = _heading_length(text) if index == section.heading else 0
    bullet = text.startswith("•")
    here = [dated for dated in dates if _touches(dated, line.start, line.end)]
    masked = [part for dated in here for part in (dated.evidence, dated.rest) if part]
    masked.append(Evidence(line.start, line.start + head))
    cut = cache(partial(_pieces, text, line.start, index, masked))
    starting = [dated for dated in here if dated.evidence.start >= line.start]
    titled = bool(starting) and any(part.title == 2 for part in cut()[:5])
    anchors = tuple(dated for dated in starting if anchors_entry(text, line.start, dated, titled=titled))
    x = line.box.x0 if line.box else None
    gap = UNKNOWN_GAP if line.box and not line.gap else line.gap
    return View(index, text[head:], line.start + head, bullet, line.bold, line.size, gap, x, anchors, cut)


def _pieces(text: str, start: int, index: int, masked: Sequence[Evidence]) -> tuple[Piece, ...]:
    return () if _about_people(text) else tuple(pieces(text, start, index, masked))


def _touches(dated: DateRange, start: int, end: int) -> bool:
    first, rest = dated.evidence, dated.rest
    return (first.start < end and start < first.end) or (rest is not None and rest.start < end and start < rest.end)


def _heading_length(text: str) -> int:
    run_in = RUN_IN.match(text)
    return run_in.end() if run_in else len(text)


@cache
def _people() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in load("titles")["people"]["words"])
    return re.compile(rf"^[\W\d]*(?:{words})(?!\w)", re.IGNORECASE)


def _about_people(text: str) -> bool:
    return bool(_people().match(text)) and "\t" not in text
