"""Lines of a section as a reader sees them: heads of entries with their dates, and the text under them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import pairwise

from resumes.extraction.anchors import LONGEST_HEAD, PROSE, anchors_entry, tells_of_work
from resumes.extraction.facts import Evidence
from resumes.extraction.findings import DateRange, Section
from resumes.extraction.heads import EDGE, Piece, pieces
from resumes.extraction.lexicons import load
from resumes.extraction.sections import RUN_IN
from resumes.extraction.titles import bare_words, is_name, starts_small, vocabulary
from resumes.reading.document import Document

INDENT = 6.0
"""Points: text indented further than the heads of its section is text under them."""
UNKNOWN_GAP = 1.0
"""Heights: what the first line of a column or page has above it."""
FEWEST_OF_A_RAIL = 2
PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,2}\s*(?:(?:/|of)\s*\d{1,2})?\W*$", re.IGNORECASE)
EDGE_LINES = 2
LABELED = re.compile(r"^\W*(?:role|title|job title|position|designation)\s*[:–-]", re.IGNORECASE)
SENTENCE_ENDS = re.compile(r"\b[a-z]{4,}\. [A-Z][\w’']+[ ,.]")
TRAILING = re.compile(r"^[\s,;&/|]*(?:(?:and|again|then|plus|und|et|y|e|och|og)\b\s*)*[\s(]*$")


@dataclass(frozen=True, slots=True)
class View:
    """One line of a section. `dates` are those that date an entry; `body` lines are text under a head.

    `cut` gives its pieces: most lines are text, and nobody asks for theirs.
    """

    line: int
    text: str
    start: int
    bullet: bool
    bold: bool
    size: float
    gap: float
    x: float | None
    dates: tuple[DateRange, ...]
    cut: Callable[[], tuple[Piece, ...]]
    body: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self.cut()

    @property
    def title(self) -> int:
        return max((piece.title for piece in self.pieces), default=0)


def views(document: Document, section: Section, dates: Sequence[DateRange]) -> list[View]:
    """Return the lines of a section below its heading, empty ones left out; text that a heading runs into stays."""
    start, end = document.lines[section.first].start, document.lines[section.last - 1].end
    near = [dated for dated in dates if _touches(dated, start, end)]
    seen = [_view(document, section, line, near) for line in range(section.first, section.last)]
    repeated = _repeated(document)
    shown = _off_rail([view for view in seen if view.text.strip(EDGE) and not _is_furniture(view, repeated)])
    strict = any(view.dates and not view.bullet for view in shown)
    shown = [replace(view, bullet=False) if _entry_bullet(view, strict=strict) else view for view in shown]
    return _with_bodies([replace(view, dates=()) if view.bullet and view.dates else view for view in shown])


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


def _is_furniture(view: View, repeated: set[str]) -> bool:
    """Return whether a line is a page's number, or a header or footer that other pages print as well."""
    furnishes = view.text in repeated or bool(PAGE_NUMBER.match(view.text))
    return furnishes and not view.dates and not view.title


def _repeated(document: Document) -> set[str]:
    """Return the texts that stand on several pages, at their top or bottom."""
    if document.pages == 1:
        return set()
    lines = document.lines
    turns = [0, *(index for index, (above, line) in enumerate(pairwise(lines), 1) if above.page != line.page)]
    beside = {index for turn in turns for index in range(turn - EDGE_LINES, turn + EDGE_LINES)}
    edges: dict[str, set[int]] = {}
    for index in beside & set(range(len(lines))):
        edges.setdefault(document.line_text(index), set()).add(lines[index].page)
    return {text for text, pages in edges.items() if len(pages) > 1}


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


def _with_bodies(shown: list[View]) -> list[View]:
    """Mark the lines that are text under a head, each judged with the one before it."""
    left = _left_edge(shown)
    marked: list[View] = []
    for view in shown:
        before = marked[-1] if marked else None
        marked.append(replace(view, body=True) if _is_body(view, before, left) else view)
    return marked


def _left_edge(shown: list[View]) -> float | None:
    """Return where the heads of a section begin, None where a rail of dates stands there or no boxes are known."""
    dated = [view for view in shown if view.dates and view.x is not None]
    if not dated or any(view.dates[0].evidence.start - view.start < 3 and "\t" in view.text for view in dated):
        return None
    return max(view.x for view in dated if view.x is not None)


def _is_body(view: View, before: View | None, left: float | None) -> bool:
    if view.bullet:
        return True
    below_head = not (before is None or before.body)
    if view.dates or (below_head and LABELED.match(view.text) and view.title):
        return False
    if before is not None and not before.body and len(view.text) < LONGEST_HEAD and view.title == 2:
        return not _is_capital(view) or _is_told(view)
    return _reads_as_text(view) or _continues(view, before) or _is_indented(view, left)


def _is_capital(view: View) -> bool:
    """Return whether a line starts like a head, with a capital, and does not start like a sentence."""
    words = bare_words(view.text)
    return view.text.strip()[:1].isupper() and words[0] not in vocabulary().starts


def _reads_as_text(view: View) -> bool:
    """Return whether the words themselves are those of a sentence or of its rest."""
    text, words = view.text.strip(), bare_words(view.text)
    if not words:
        return False
    long = len(text) > LONGEST_HEAD and "\t" not in text and not view.bold
    sentence = text.endswith(".") and len(words) > PROSE and "\t" not in text
    opened = words[0] in vocabulary().openers and len(words) > PROSE and not is_name(text)
    return starts_small(text) or words[0] in vocabulary().starts or opened or long or sentence or _is_told(view)


def _is_told(view: View) -> bool:
    """Return whether a line holds the end of a sentence: "Took over the night shift. Rewrote", "a team of seven."."""
    text = view.text.strip()
    ends = text.endswith(".") and len(text.split()) > PROSE and not text.split()[-1][:1].isupper()
    return "\t" not in text and bool(ends or (len(text.split()) > PROSE and SENTENCE_ENDS.search(text)))


def _continues(view: View, before: View | None) -> bool:
    """Return whether a line goes on from the text line before: as far in, as large, without a gap or bold letters."""
    if before is None or not before.body or view.bold != before.bold or view.gap > before.gap + 0.35:
        return False
    if view.x is None or before.x is None:
        return len(before.text) > 60 and not view.title
    deeper = 1.0 < view.x - before.x < 30 if before.bullet else abs(view.x - before.x) < 1.5
    return deeper and abs(view.size - before.size) < 0.4 and (before.bullet or not view.title)


def _is_indented(view: View, left: float | None) -> bool:
    return left is not None and view.x is not None and not view.bold and INDENT < view.x - left < 100
