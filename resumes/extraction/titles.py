"""What a piece of an entry's head is: a job title, an employer, a place, a school."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from resumes.extraction import abroad
from resumes.extraction.lexicons import load
from resumes.extraction.phrases import Phrases

WORD = re.compile(r"[^\s,;:()|/]+")
TAIL = r"for|using|at|with|@|in(?!\s+residence)|on|working|responsible|under|supervised|advised|from|where"
CUT = re.compile(rf"\s+(?:{TAIL})\s", re.IGNORECASE)
LONGEST_TITLE = 10
SMALL_WORD = 3
"""Letters: a text in small letters that begins with a shorter word goes on from something ("and lecturer")."""
LONG_WORD = 8
"""Letters: in longer words a letter too many or too few is taken for a slip."""
NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "1", "2", "3", "4"})
JOINERS = frozenset({"of", "and", "&", "/", "-", "–", "the", "in", "to", "for", "de", "a", "d'", "+", "|"})

Strength = int
"""How surely a text is a title: 0 it is none, 1 it may be one, 2 it is one."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon of titles as sets; the `usual` words need no capital in a title."""

    heads: frozenset[str]
    phrases: tuple[str, ...]
    weak: frozenset[str]
    modifiers: frozenset[str]
    usual: frozenset[str]
    barred: frozenset[str]
    starts: frozenset[str]
    openers: frozenset[str]
    organizations: frozenset[str]
    maybe_organizations: frozenset[str]
    schools: tuple[str, ...]
    places: frozenset[str]
    states: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the lexicon of titles, read once a process."""
    words = load("titles")
    return Vocabulary(
        heads=abroad.listed("heads").union(words["heads"]["plain"]),
        phrases=(*words["heads"]["phrases"], *sorted(abroad.listed("phrases"))),
        weak=frozenset(words["weak"]["words"]),
        modifiers=frozenset(words["modifiers"]["words"]),
        usual=_usual(words),
        barred=frozenset(words["not_titles"]["words"]),
        starts=frozenset(words["sentence_starts"]["words"]),
        openers=frozenset(words["sentence_starts"]["openers"]),
        organizations=frozenset(words["organizations"]["sure"]),
        maybe_organizations=frozenset(words["organizations"]["weak"]),
        schools=tuple(words["schools"]["words"]),
        places=_places(words["places"]),
        states=frozenset(words["places"]["states"]),
    )


def _usual(words: dict[str, Any]) -> frozenset[str]:
    """Return the words that need no capital in a title: those of titles in any language, and those of some fields."""
    own = (words["modifiers"]["words"], words["modifiers"]["small"], words["heads"]["plain"])
    return JOINERS.union(NUMERALS, *own, abroad.words_of_titles())


def _places(words: dict[str, list[str]]) -> frozenset[str]:
    """Return the names of places, those of the lexicon of places with them."""
    names = [*words["words"], *words["us"]]
    for country in load("places").get("countries", {}).values():
        names += country.get("names", []) + country.get("cities", []) + country.get("after_city", [])
        for region, cities in country.get("regions", {}).items():
            names += [region, *cities]
    return frozenset(part.lower() for name in names for part in str(name).split("|") if len(part) > 2)


@cache
def _phrases() -> Phrases:
    return Phrases(vocabulary().phrases)


@lru_cache(maxsize=256)  # each piece of a head is judged several times
def bare_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case without the marks around them."""
    return tuple(word.lower() for word in _words(text))


def _words(text: str) -> list[str]:
    return [bare for word in WORD.findall(text.replace("’", "'")) if (bare := word.strip(".'’\"*•·"))]


def core(text: str) -> str:
    """Return a title without what it is for or with: "Web engineer for online shops" is "Web engineer"."""
    cut = CUT.search(text)
    return text[: cut.start()] if cut and strength(text[: cut.start()]) else text


def strength(text: str) -> Strength:
    """Return how surely a piece of an entry's head is a job title."""
    words = bare_words(text)
    named = bool(words) and len(words) <= LONGEST_TITLE and _is_occupation(text, words)
    if named and " ".join(words) in _occupations():
        return 2
    if not words or len(words) > LONGEST_TITLE or not _allowed(text, words):
        return 0
    if named:
        return 2
    phrase = _phrases().search(text)
    heads = [index for index, word in enumerate(words) if _is_head(word)]
    if not heads and not phrase:
        return 0
    if not _well_formed(text, words, heads[-1] if heads else len(words) - 1):
        return 0
    sure = [index for index in heads if words[index] not in vocabulary().weak]
    modified = any(word in vocabulary().modifiers for word in words) and len(words) > 1
    return 2 if phrase or sure or modified else 1


def _is_occupation(text: str, words: Sequence[str]) -> bool:
    """Return whether a piece is an occupation by name, modifiers before it or not: "Ward Sister", "Head Baker".

    One of several words may have others before it ("Hospital Ward Clerk"); a surname ("Turner") is none alone.
    """
    if not text[:1].isupper() or words[-1] not in _last_words():
        return False
    ends = (" ".join(words[first:]) for first in range(len(words)))
    longest = next((end for end in ends if end in _occupations()), "")
    before = words[: len(words) - len(longest.split())] if longest else []
    alone = longest and all(word in vocabulary().modifiers for word in before)
    surname = not before and longest in load("titles")["surnames"]["words"]
    return not surname and bool(alone or " " in longest)


@cache
def _occupations() -> frozenset[str]:
    return frozenset(word for words in load("occupations")["occupations"].values() for word in words)


@cache
def _last_words() -> frozenset[str]:
    """Return the words that occupations end in: few others need to be looked up."""
    return frozenset(name.rpartition(" ")[2] for name in _occupations())


@lru_cache(maxsize=512)
def _is_head(word: str) -> bool:
    heads = vocabulary().heads
    if word in heads or (word.endswith("s") and word[:-1] in heads) or word.rpartition("-")[2] in heads:
        return True
    return word in _shortened() or (len(word) > LONG_WORD and not heads.isdisjoint(deletions(word)))


def deletions(word: str) -> set[str]:
    """Return the word with each one of its letters left out."""
    return {word[:index] + word[index + 1 :] for index in range(len(word))}


@cache
def _shortened() -> frozenset[str]:
    """Return the long heads with a letter left out: "enginer" is a slip for "engineer"."""
    return frozenset(short for head in vocabulary().heads if len(head) >= LONG_WORD for short in deletions(head))


def _allowed(text: str, words: Sequence[str]) -> bool:
    """Return whether nothing speaks against a title: a sentence's start, a degree, an award, an address.

    A title may begin with a small letter where it holds words of titles alone ("visiting scholar").
    """
    lexicon = vocabulary()
    if words[0] in lexicon.starts or words[0] in lexicon.openers or not lexicon.barred.isdisjoint(words):
        return False
    small = starts_small(text) and (len(words[0]) <= SMALL_WORD or not lexicon.usual.issuperset(words))
    return not (small or "@" in text or "http" in text or "www." in text or ".com" in text)


def starts_small(text: str) -> bool:
    """Return whether a text begins with a word in small letters; "eBay" and "iRobot" are names."""
    first = next((word for word in text.split() if any(map(str.isalnum, word))), "")
    return first.lstrip("\"'“(•")[:1].islower() and first.lower() == first


def _well_formed(text: str, words: Sequence[str], head: int) -> bool:
    """Return whether the words around the head are those of a title: capitals or modifiers, no employer's name."""
    lexicon = vocabulary()
    after = words[head + 1 :]
    if after and words[-1] in lexicon.organizations and "of" not in after[:1]:
        return False
    plain = [
        word
        for original, word in zip(_words(text), words, strict=True)
        if original[0].islower() and word not in lexicon.usual
    ]
    return len(plain) <= (1 if len(words) > 2 else 0)


def ends_in_title(words: str) -> bool:
    """Return whether the last of some plain words is the noun of a job title."""
    return _is_head(words.rpartition(" ")[2])


def is_place(text: str) -> bool:
    """Return whether a piece of text is the name of a place, or ends in a state's code."""
    words = [word.strip("().,") for word in text.split()]
    if not words or len(words) > 5:
        return False
    plain = " ".join(words).lower()
    return plain in vocabulary().places or words[-1] in vocabulary().states


def is_name(text: str) -> bool:
    """Return whether every longer word of a text begins with a capital, as in names."""
    longer = [word for word in _words(text) if len(word) > 3]
    return bool(longer) and all(word[0].isupper() for word in longer)


def is_organization(text: str) -> Strength:
    """Return how surely a piece of text is the name of an employer, by its words."""
    words = bare_words(text)
    if not vocabulary().organizations.isdisjoint(words):
        return 2
    return int(not vocabulary().maybe_organizations.isdisjoint(words))


def is_field(text: str) -> bool:
    """Return whether a piece names a field or a team by words of fields alone: "Machine Learning Platform"."""
    words = bare_words(text)
    return bool(words) and all(word in _fields() for word in words)


@cache
def _fields() -> frozenset[str]:
    return frozenset(load("titles")["fields"]["words"])


def is_own_account(text: str) -> bool:
    """Return whether a piece says that somebody works for nobody else: "Freelance"."""
    return " ".join(text.lower().split()) in load("titles")["own_account"]["words"]


def is_school(text: str) -> bool:
    """Return whether a text names a place of study."""
    padded = f" {text.lower()} "
    return any(f" {word}" in padded for word in vocabulary().schools)
