"""Whether the words around a mention tell that it is worked with, or that it is somebody's name or something else."""

import re
from functools import cache
from typing import Any

from resumes.extraction.lexicons import any_of, load
from resumes.extraction.skill_mentions import Mention

SENTENCE = 60
"""Letters before a mention in which the verb of its sentence is looked for."""

_BEGINS_ITEM = re.compile(r"(?:[,;|/•·:&(\t]|\b(?:and|or))\s*$", re.IGNORECASE)
_ENDS_ITEM = re.compile(r"\s*(?:$|[,;|/•·&()\t\n.●★]|(?:and|or)\b)|\s+[–-]", re.IGNORECASE)
_NAME_GOES_ON = re.compile(r"(?:['’]s\b|,? [A-Z][a-z]|, [A-Z]{2}\b)")
_BASED = re.compile(r"-(?:based|powered|backed|hosted|driven)\b")
_SURNAME = re.compile(r" ([A-Z][a-z]+)\b")


def is_worked_with(mention: Mention, text: str) -> bool:
    """Return whether the sentence names the mention as what something is made in, with or on.

    "scripts in R", "transcribed calls with Whisper", "ran it on Ray", "tuned Spark jobs".
    """
    if not mention.form.text[:1].isupper() or mention.form.rule == "retyped":
        return False
    return written_in(mention, text) or made_with(mention, text) or heads_a_thing(mention, text)


def written_in(mention: Mention, text: str) -> bool:
    """Return whether the words before it name the mention as what something is written in: "scripts in R"."""
    rules = load("skill_context")["told"]
    if mention.entry.category not in rules["categories"] and mention.entry.name not in rules["names"]:
        return False
    genus = re.match(r"\. ?[a-z]", text[mention.end : mention.end + 3])  # "in C. elegans"
    before = text[max(0, mention.start - 8) : mention.start].split()
    return bool(before) and before[-1] in rules["before"] and not genus


def made_with(mention: Mention, text: str) -> bool:
    """Return whether a product in mid-sentence is what something was made with; people and partners are not."""
    rules = load("skill_context")["worked_with"]
    if not _is_product(mention, rules) or _NAME_GOES_ON.match(text, mention.end):
        return False
    before = text[max(0, mention.start - SENTENCE) : mention.start].split()
    if before[-1:] in (["to"], ["from"]):
        return bool(_moved().search(" ".join(before)))
    met = before[-1:] == ["with"] and (mention.entry.name in rules["people"] or _met().search(" ".join(before[-3:])))
    return bool(before) and before[-1] in rules["before"] and not met and len(mention.form.text) > 1


def heads_a_thing(mention: Mention, text: str) -> bool:
    """Return whether a product in mid-sentence says what kind of thing is meant: "Spark jobs", "a Flask-based app"."""
    rules = load("skill_context")["worked_with"]
    if _BASED.match(text, mention.end):
        return mention.entry.category in rules["categories"]
    if not _is_product(mention, rules) or not _things().match(text, mention.end):
        return False
    before = words_before(mention, text)
    return bool(before) and (before[-1][0].islower() or before[:-1] in ([], ["•"]))


def words_before(mention: Mention, text: str) -> list[str]:
    """Return the words before the mention in its line."""
    return text[max(0, mention.start - SENTENCE) : mention.start].rpartition("\n")[2].split()


def is_person(mention: Mention, text: str) -> bool:
    """Return whether a first name that is also a skill has a surname behind it: "Claude Moreau"."""
    rules = load("skill_context")["worked_with"]
    if mention.entry.name not in rules["people"] or mention.form.text != text[mention.start : mention.end]:
        return False
    surname = _SURNAME.match(text, mention.end)
    return surname is not None and surname[1] not in rules["no_surnames"]


def is_item_of_its_line(mention: Mention, text: str) -> bool:
    """Return whether the mention is an item of a list that is typed in one letter case: "python, go, spark"."""
    start = text.rfind("\n", 0, mention.start) + 1
    line = text[start:].partition("\n")[0]
    before, items = text[start : mention.start], line.partition(":")[2] or line
    if not (items.islower() if text[mention.start].islower() else items.isupper()):
        return False
    begins = _BEGINS_ITEM.search(before) or (not before.strip() and _opens_a_list(text, start))
    return bool(begins) and bool(_ENDS_ITEM.match(text, mention.end))


def _opens_a_list(text: str, start: int) -> bool:
    """Return whether what begins a line is no second half of an item: a comma or a heading ends the line before."""
    above = text[:start].rstrip().rpartition("\n")[2]
    return above.endswith((",", ";", ":", "|", "/", "•", "·")) or not (above.islower() or above.isupper())


def _is_product(mention: Mention, rules: dict[str, Any]) -> bool:
    return mention.entry.category in rules["categories"] and mention.form.text not in rules["words"]


@cache
def _things() -> re.Pattern[str]:
    return re.compile(rf" (?:{any_of(load('skill_context')['worked_with']['things'])})s?\b", re.IGNORECASE)


@cache
def _moved() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load('skill_context')['worked_with']['moved'])})", re.IGNORECASE)


@cache
def _met() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load('skill_context')['worked_with']['met'])})\b", re.IGNORECASE)
