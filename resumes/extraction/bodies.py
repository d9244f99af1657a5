"""Which lines of a section are text under a head: told by their words, their place and the line before each."""

import re
from dataclasses import replace

from resumes.extraction.anchors import LONGEST_HEAD, PROSE
from resumes.extraction.titles import bare_words, is_name, starts_small, vocabulary
from resumes.extraction.view import INDENT, View, with_below

LABELED = re.compile(r"^\W*(?:role|title|job title|position|designation)\s*[:–-]", re.IGNORECASE)
SENTENCE_ENDS = re.compile(r"\b[a-z]{4,}\. [A-Z][\w’']+[ ,.]")


def with_bodies(shown: list[View]) -> list[View]:
    """Mark the lines that are text under a head, each judged with the one before it."""
    left = _left_edge(shown)
    marked: list[View] = []
    for view, below in with_below(shown):
        before = marked[-1] if marked else None
        text = _is_body(view, before, left) and not _is_employer(view, below)
        marked.append(replace(view, body=True) if text else view)
    return marked


def _is_employer(view: View, below: View | None) -> bool:
    """Return whether a line is a name and a place over a title or bare dates, where nothing else tells it apart."""
    if view.x is not None or view.bullet or below is None or below.bullet or not _is_capital(view):
        return False
    if below.title < 2 and not (below.dates and not below.pieces):
        return False
    name, *rest = view.pieces or (None,)
    return name is not None and is_name(name.text) and any(piece.place for piece in rest) and not _reads_as_text(view)


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
    return view.text.lstrip(" •")[:1].isupper() and words[0] not in vocabulary().starts


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
