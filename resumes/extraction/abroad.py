"""Titles that resumes in English keep in another language, all languages together."""

from functools import cache

from resumes.extraction.lexicons import load

KINDS: dict[str, tuple[str, ...]] = {
    "internship": ("internship",),
    "academic": ("academic",),
    "faculty": ("faculty",),
    "maybe_ml_title": ("research",),
    "ml_title": ("ml",),
    "adjacent_title": ("adjacent",),
    "neutral_title": ("faculty", "neutral"),
    "other_title": ("other",),
}
"""The signs of kinds, and which lists of each language add to them."""


@cache
def listed(table: str) -> frozenset[str]:
    """Return the words of one list ("heads", "internship") of every language."""
    return frozenset(word for language in load("titles_abroad").values() for word in language[table])


def signs_of(table: str) -> frozenset[str]:
    """Return what the languages add to the signs of one family of `kinds.toml`, nothing for the families of texts."""
    return frozenset(word for name in KINDS.get(table, ()) for word in listed(name))


@cache
def words_of_titles() -> frozenset[str]:
    """Return every word that stands inside a title: those of heads, phrases and modifiers."""
    texts = (text for table in ("heads", "phrases", "modifiers") for text in listed(table))
    return frozenset(word for text in texts for word in text.split())
