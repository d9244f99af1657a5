"""Families of words and phrases, and where a text holds any of them."""

import re
from collections.abc import Iterable
from functools import lru_cache

from resumes.extraction.lexicons import any_of

WORD = re.compile(r"\w+")
_SAME_LETTERS = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "\u212a": "k"})
"""Letters that patterns take for others when they ignore case, beside capitals."""


class Phrases:
    """Words and phrases that are matched whole, case aside.

    Most texts hold the first word of none of them, which their words tell in a small part of the time of a search.
    """

    __slots__ = ("_firsts", "_pattern")

    def __init__(self, phrases: Iterable[str]) -> None:
        listed = list(phrases)
        self._pattern = re.compile(rf"(?<![\w+#&])(?:{any_of(listed)})(?![\w+#])", re.IGNORECASE)
        self._firsts = frozenset(WORD.findall(_small(phrase))[0] for phrase in listed)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first of the phrases in a text."""
        return None if self._firsts.isdisjoint(words_of(text)) else self._pattern.search(text)

    def opens(self, text: str) -> bool:
        """Return whether a text begins with one of the phrases."""
        return self._pattern.match(text) is not None

    def listed_in(self, text: str) -> list[str]:
        """Return those of the phrases that a text holds, as it prints them."""
        return [] if self._firsts.isdisjoint(words_of(text)) else self._pattern.findall(text)

    def left_out(self, text: str) -> str:
        """Return a text without the phrases."""
        return text if self._firsts.isdisjoint(words_of(text)) else self._pattern.sub("", text)


@lru_cache(maxsize=256)  # each line and each title is asked for many families
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters."""
    return frozenset(WORD.findall(_small(text)))


def _small(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_SAME_LETTERS).lower()
