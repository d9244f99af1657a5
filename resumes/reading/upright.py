"""A page's words with its text upright: lines run from left to right and downwards, whatever the file's own axes."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import pypdfium2 as pdfium

from resumes.reading.document import Box
from resumes.reading.errors import TooLarge
from resumes.reading.pdfium import Run, TextPage
from resumes.reading.visibility import Rectangle, seen
from resumes.reading.words import Page, Word

ASCENT, DESCENT = 0.75, 0.25
"""Parts of the font size that a line reaches above and below its baseline."""
SAME_PLACE = 0.15
"""Part of the font size by which a word painted twice is off at most."""
ICON = "\ue000"
"""Stands for any glyph of an icon font; being private, it is dropped when the line is cleaned."""

_TURNS: tuple[Callable[[float, float, float, float], Rectangle], ...] = (
    lambda x0, y0, x1, y1: (x0, -y1, x1, -y0),
    lambda x0, y0, x1, y1: (y0, x0, y1, x1),
    lambda x0, y0, x1, y1: (-x1, y0, -x0, y1),
    lambda x0, y0, x1, y1: (-y1, -x1, -y0, -x0),
)
"""By the text's angle in quarter turns: left, top, right and bottom on the page with its text upright, downwards."""


def read_page(page: pdfium.PdfPage, number: int, most: int) -> Page:
    """Return the page's visible words, turned so that most of its text runs from left to right.

    Raises TooLarge where the page holds more than `most` characters.
    """
    text = TextPage(page)
    if text.count > most:
        raise TooLarge
    runs = list(text.runs())
    visible = seen(page, runs)
    angle = common_angle(runs)
    turn = Turn(page.get_cropbox(), angle)
    words = _once(turn.word(run) for run, shown in zip(runs, visible, strict=True) if shown)
    hidden = sum(len(run.text) for run, shown in zip(runs, visible, strict=True) if not shown)
    return Page(number, turn.width, turn.height, words, hidden)


def _once(words: Iterable[Word]) -> list[Word]:
    """Return the words without those painted again at their place, for weight or a shadow."""
    places: dict[str, list[Word]] = {}
    kept: list[Word] = []
    for word in words:
        others = places.setdefault(word.text, [])
        near, left, bottom = SAME_PLACE * word.size, word.x0, word.bottom
        if not [other for other in others if -near < bottom - other.bottom < near and -near < left - other.x0 < near]:
            kept.append(word)
            others.append(word)
    return kept


def common_angle(runs: Sequence[Run]) -> int:
    """Return the angle of most characters in quarter turns counter-clockwise, 0 where there are none."""
    counts: Counter[int] = Counter()
    for run in runs:
        counts[run.dress.angle] += len(run.text)
    return max(counts, key=lambda angle: counts[angle], default=0)


class Turn:
    """Turns a page so that text at the angle runs from left to right; the top left corner becomes (0, 0)."""

    def __init__(self, crop: Rectangle, angle: int) -> None:
        self.angle = angle
        self._turned = _TURNS[angle]
        (x0, x1), (y0, y1) = sorted(crop[::2]), sorted(crop[1::2])
        self._left, self._top, right, bottom = self._turned(x0, y0, x1, y1)
        self.width, self.height = right - self._left, bottom - self._top

    def box(self, rectangle: Rectangle) -> Box:
        """Return a rectangle of the page's own space (left, bottom, right, top) as it lies on the turned page."""
        left, top, right, bottom = self._turned(*rectangle)
        return Box(left - self._left, top - self._top, right - self._left, bottom - self._top)

    def word(self, run: Run) -> Word:
        left, top, right, bottom = self._turned(run.x0, run.y0, run.x1, run.y1)
        dress = run.dress
        size = dress.size
        if dress.angle == self.angle:
            baseline = self._turned(*run.origin, *run.origin)[1]
            top, bottom = baseline - ASCENT * size, baseline + DESCENT * size
        letters = ICON if dress.icon else run.text
        return Word(
            letters, left - self._left, top - self._top, right - self._left, bottom - self._top, size,
            dress.bold, run.spaced,
        )  # fmt: skip
