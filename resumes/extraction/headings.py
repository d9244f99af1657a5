"""The words of a section heading: which section they open."""

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from resumes.extraction.findings import SectionName
from resumes.extraction.lexicons import load

BRACKETED = re.compile(r"[\(\[][^)\]]*[\)\]]")
JOINT = re.compile(r"\s*(?:&|/|,|\+|\||\band\b|(?<=\s)(?:und|et|y|e|og|och|ja)(?=\s))\s*")
IN_TWO_LANGUAGES = re.compile(r"^([^\d/|]+?)\s*[/|]\s*([^\d/|]+)$")
DECORATION = re.compile(r"^[^\w]+|[^\w)]+$")
NUMBERING = re.compile(r"^(?:\d{1,2}|[ivx]{1,4})[.)]\s+")
CONTRACTED = re.compile(r"(?<=\bi)'(?:ve|m)\b")
COUNTED = re.compile(r"\b(experience|employment|education|history|job|position)\s*#?\d{1,2}\b[^\w]*$")
"""Forms count the blocks that they repeat: "Work Experience 2"."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SPACES = re.compile(r"\s+")
SPACED_LETTERS = re.compile(r"(?:\b[A-Za-z&]\s){3,}[A-Za-z]\b")
HINTED = 5
LONGEST = 7
"""Words: no heading of the lexicon is longer."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lexicon of headings, turned around: word or phrase to section."""

    heads: dict[str, SectionName]
    phrases: dict[str, SectionName]
    modifiers: frozenset[str]
    sure: frozenset[str]
    running: frozenset[str]
    open: frozenset[str]
    dated: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the lexicon of headings, read once a process."""
    words = load("sections")
    return Vocabulary(
        heads=_turned(words["heads"]),
        phrases=_turned(load("sections_abroad")["phrases"]) | _turned(words["phrases"]),
        modifiers=frozenset(words["modifiers"]["words"]),
        sure=frozenset(words["sure"]["phrases"]),
        running=frozenset(words["running"]["phrases"]),
        open=frozenset(words["open"]["phrases"]),
        dated=frozenset(words["dated"]["phrases"]),
    )


def _turned(table: dict[str, list[str]]) -> dict[str, SectionName]:
    return {word: cast(SectionName, section) for section, words in table.items() for word in words}


def plain(text: str) -> str:
    """Return a heading's bare words in lower case: no brackets, numbering, decoration or letter-spacing."""
    if "(" in text or "[" in text:
        text = BRACKETED.sub(" ", text)
    text = despaced(text).replace("’", "'").lower().replace("i\u0307", "i").strip()  # Turkish "İ"
    if "'" in text:
        text = CONTRACTED.sub(_expanded, text)
    text = COUNTED.sub(r"\1", NUMBERING.sub("", DECORATION.sub("", text)))
    return SPACES.sub(" ", DECORATION.sub("", text)).replace("&", "and")


def _expanded(contracted: re.Match[str]) -> str:
    return " have" if contracted[0] == "'ve" else " am"


def despaced(text: str) -> str:
    """Close up letter-spaced words ("E D U C A T I O N"); two or more spaces keep words apart."""
    if not SPACED_LETTERS.search(text):
        return text
    return SPACED_LETTERS.sub(lambda spaced: re.sub(r"(?<=\S)\s(?=\S)", "", spaced[0]), text)


def sections_named(words: str) -> list[SectionName]:
    """Return the sections that a heading's plain words open: none, one, or several for "Education and Experience".

    Experience comes first among several, as what is counted comes from it.
    """
    lexicon = vocabulary()
    if len(words.split()) > LONGEST or not words:
        return []
    if words in lexicon.phrases:
        return [lexicon.phrases[words]]
    parts = JOINT.split(words)
    named = [_part(part) for part in parts]
    if not all(known for known, _ in named):
        return _in_two_languages(words)
    found = [name for _, name in named if name] or [lexicon.phrases[part] for part in parts if part in lexicon.phrases]
    strong = [name for name in found if name != "other"] or found
    return sorted(dict.fromkeys(strong), key=lambda name: name != "experience")


def _in_two_languages(words: str) -> list[SectionName]:
    """Return the section of a heading that is printed in two languages, one of which is known for sure."""
    halves = IN_TWO_LANGUAGES.match(words)
    sure = [half for half in halves.groups() if half in vocabulary().sure] if halves else []
    return sections_named(sure[0]) if len(sure) == 1 else []


def sections_hinted(words: str) -> list[SectionName]:
    """Return the section of the last head among a few words, any others beside it: for lines dressed as headings."""
    lexicon = vocabulary()
    heads = [word for word in words.split() if word in lexicon.heads]
    return [lexicon.heads[heads[-1]]] if heads and len(words.split()) <= HINTED else []


def _part(part: str) -> tuple[bool, SectionName | None]:
    """Return whether every word of a part belongs into headings, and the section of its last head, if it has one."""
    lexicon = vocabulary()
    words = part.split()
    if part in lexicon.phrases and part not in lexicon.modifiers:
        return True, lexicon.phrases[part]
    known = bool(words) and all(word in lexicon.heads or word in lexicon.modifiers for word in words)
    heads = [word for word in words if word in lexicon.heads]
    return known, lexicon.heads[heads[-1]] if heads else None
