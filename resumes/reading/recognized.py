"""Lines recognized in a picture, as words in points: turned level, with a size told by their ink."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from resumes.reading.words import Word

WIDE = 8.0
"""A strip so many times as wide as high tells how far the page is turned."""
ALIKE = 0.12
"""Sizes that differ less than this part from the page's usual one are the usual one: ink is measured in pixels."""
DARKER = 0.5
"""Ink is what lies below this part of the way from the ground to the darkest pixel."""
CAPITAL, SMALL, BELOW = 0.72, 0.53, 0.21
"""How far capitals and small letters reach above the baseline, and tails below it, in font sizes."""
BOX = 0.8
"""The font size as part of a strip's height, for words whose ink tells nothing."""
ASCENT, DESCENT = 0.75, 0.25

_IDEOGRAPHS = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")
"""The models know Chinese too, and take icons for it."""
_TALL = re.compile(r"[A-Z0-9bdfhklt]")
_TAIL = re.compile(r"[gjpqy]")
_LETTERS = re.compile(r"[A-Za-z0-9]{3,}")


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of a line in pixels: its text, its four corners from the top left clockwise, its parts with x0 and x1.

    Parts are words, or single characters; only the text tells which of them belong together.
    """

    text: str
    corners: np.ndarray
    parts: list[tuple[str, float, float]]

    @property
    def height(self) -> float:
        return float(np.linalg.norm(self.corners[3] - self.corners[0]))

    @property
    def width(self) -> float:
        return float(np.linalg.norm(self.corners[1] - self.corners[0]))

    @property
    def slope(self) -> float:
        across, down = self.corners[1] + self.corners[2] - self.corners[0] - self.corners[3]
        return float(down / across) if across else 0.0


def words_of(strips: Sequence[Strip], picture: np.ndarray, scale: float) -> list[Word]:
    """Return the strips as words; `picture` is what they were found in, with `scale` pixels a point."""
    slope = _slope(strips)
    sizes = _sizes(strips, picture)
    words: list[Word] = []
    for strip, size in zip(strips, sizes, strict=True):
        words += _placed(strip, size / scale, slope, scale)
    return words


def _slope(strips: Sequence[Strip]) -> float:
    """Return how far lines sink from left to right: what most wide ones agree on."""
    return median([strip.slope for strip in strips if strip.width > WIDE * strip.height] or [0.0])


def _placed(strip: Strip, size: float, slope: float, scale: float) -> Iterator[Word]:
    x, y = (float(part) / scale for part in strip.corners.mean(axis=0))
    shrink = 1 / math.hypot(1, slope)
    baseline = (y - slope * x) * shrink + (CAPITAL - BELOW) / 2 * size
    shift = slope * y * shrink
    for text, left, right, spaced in tokens(strip):
        if text := _IDEOGRAPHS.sub("", text):
            yield Word(
                text, left / scale + shift, baseline - ASCENT * size, right / scale + shift, baseline + DESCENT * size,
                size, spaced=spaced,
            )  # fmt: skip


def tokens(strip: Strip) -> Iterator[tuple[str, float, float, bool]]:
    """Yield the strip's words with x0, x1 and whether a space precedes: its text parted at spaces and at wide gaps."""
    parts = iter(strip.parts)
    for token in strip.text.split():
        taken, spaced = 0, True
        text, left, right = "", 0.0, 0.0
        while taken < len(token) and (part := next(parts, None)):
            taken += len(part[0])
            if text and part[1] - right < strip.height:
                text, right = text + part[0], part[2]
                continue
            if text:
                yield text, left, right, spaced
                spaced = False
            text, left, right = part
        if text:
            yield text, left, right, spaced


def _sizes(strips: Sequence[Strip], picture: np.ndarray) -> list[float]:
    """Return each strip's font size in pixels; small differences from the usual one are evened out."""
    gray = picture.mean(axis=2)
    sizes = [_size(strip, gray) for strip in strips]
    usual = median([size for strip, size in zip(strips, sizes, strict=True) for _ in strip.text] or [0.0])
    return [usual if abs(size - usual) < ALIKE * usual else size for size in sizes]


def _size(strip: Strip, gray: np.ndarray) -> float:
    measured = [
        _ink(gray, left, right, strip) / _reach(text) for text, left, right, _ in tokens(strip) if _LETTERS.search(text)
    ]
    return median(measured) if measured else BOX * strip.height


def _reach(text: str) -> float:
    return (CAPITAL if _TALL.search(text) else SMALL) + (BELOW if _TAIL.search(text) else 0)


def _ink(gray: np.ndarray, left: float, right: float, strip: Strip) -> float:
    """Return how many pixels high the ink of a word is."""
    top, bottom = strip.corners[:, 1].min(), strip.corners[:, 1].max()
    cut = gray[int(top) : math.ceil(bottom) + 1, int(left) : math.ceil(right)]
    if cut.size == 0:
        return BOX * strip.height
    ground, darkest = np.median(cut), cut.min()
    rows = np.flatnonzero((cut < ground - DARKER * (ground - darkest)).any(axis=1))
    return float(rows[-1] - rows[0] + 1) if rows.size else BOX * strip.height
