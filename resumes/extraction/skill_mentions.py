"""Where a text names skills: the longest form wins, whatever hyphens, spaces and line breaks it is printed with."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from resumes.extraction.skill_lexicon import Entry, Form, Tables, squeeze

LONGEST = 6
"""Tokens in the longest forms."""

SHORT = 6
"""Letters up to which a final "s" is taken for part of the word ("pandas", "keras") and not for a plural."""

DIGITS = "0123456789"
VARIED = "s" + DIGITS
"""Ends of forms in the plural or with a version glued on."""

TOKEN = re.compile(r"(?<!\w)\.net\b|A\*(?!\w)|[^\W_]+(?:\+\+?|#)?", re.IGNORECASE)
_GAP = re.compile(r"\.|[ ]?[-‐‑–_/&'’·!]?[ ]?|-?\n")
_VERSIONS = tuple(re.compile(rf"(?<=[a-z]{{3}}){what}$", re.IGNORECASE) for what in (r"v?\d+", r"(?:[bx]|\d+v)\d+"))
"""Of a product ("Python3", "YOLOv8") and of a network ("EfficientNetB7", "ResNet152V2")."""
_TORN = re.compile(r"\w[&'’]$")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\w+://"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?-i:com|org|net|edu|io|ai|co|dev|me|app|in|ly|gg)\b(?:/\S*)?",
    re.IGNORECASE,
)
_UNSPACED = re.compile(r"\S+")
_IN_ADDRESS = re.compile(r"://|@|\.")
"""Part of every address: what holds none need not be searched."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A half-open range of the text that names a skill, and the form that it is printed in."""

    start: int
    end: int
    form: Form

    @property
    def entry(self) -> Entry:
        return self.form.entry

    @property
    def name(self) -> str:
        """The usual name that is nearest to the print."""
        return self.form.text if self.form.text in self.entry.names else self.entry.name


def addresses(text: str, tables: Tables) -> list[tuple[int, int]]:
    """Return the ranges of e-mail addresses and URLs; "Fast.ai" and other skills named like a site are none."""
    likely = (part.span() for part in _UNSPACED.finditer(text) if _IN_ADDRESS.search(part[0]))
    spans = (match.span() for start, end in likely for match in _ADDRESS.finditer(text, start, end))
    return [
        (start, end) for start, end in spans if "://" in text[start:end] or squeeze(text[start:end]) not in tables.forms
    ]


def outside(tokens: Sequence[re.Match[str]], ranges: Sequence[tuple[int, int]]) -> list[re.Match[str]]:
    """Return the tokens that touch none of the ranges; both are in text order."""
    kept, waiting = [], list(reversed(ranges))
    for token in tokens:
        while waiting and waiting[-1][1] <= token.start():
            waiting.pop()
        if not waiting or token.end() <= waiting[-1][0]:
            kept.append(token)
    return kept


@lru_cache(maxsize=1)
def mentions(text: str, tables: Tables) -> tuple[Mention, ...]:
    """Return what the text names of the tables' skills, in text order, without overlaps."""
    return tuple(mentions_in(text, tables))


def mentions_in(text: str, tables: Tables) -> Iterator[Mention]:
    tokens = outside(list(TOKEN.finditer(text)), addresses(text, tables))
    keys = [squeeze(token[0]) for token in tokens]
    at = 0
    while at < len(tokens):
        length, mention = longest(tables, text, tokens, keys, at) if may_open(keys, at, tables) else (1, None)
        if mention:
            yield mention
        at += length


def may_open(keys: Sequence[str], at: int, tables: Tables) -> bool:
    """Return whether a form can begin with this token: as it is, in the other number, with a version, with the next."""
    key = keys[at]
    if key in tables.forms or (len(key) > SHORT and in_other_number(key) in tables.forms):
        return True
    if key[-1] in DIGITS and not key.isdigit():
        return True
    if key not in tables.beginnings or at + 1 == len(keys):
        return False
    both = key + keys[at + 1]
    return both in tables.beginnings or both[-1] in VARIED


def in_other_number(key: str) -> str:
    return key[:-1] if key.endswith("s") else f"{key}s"


def longest(
    tables: Tables, text: str, tokens: Sequence[re.Match[str]], keys: Sequence[str], at: int
) -> tuple[int, Mention | None]:
    """Return how many tokens the longest form beginning at `at` takes, and its mention; (1, None) for no form."""
    start, key = tokens[at].start(), ""
    best: tuple[int, Mention | None] = (1, None)
    for count, token in enumerate(tokens[at : at + LONGEST], 1):
        gap = text[tokens[at + count - 2].end() : token.start()] if count > 1 else " "
        if gap != " " and not _GAP.fullmatch(gap):
            break
        key += keys[at + count - 1]
        if form := form_of(key, text[start : token.end()], tables):
            best = count, Mention(start, token.end(), form)
        if key not in tables.beginnings:
            break
    return (1, None) if best[1] and _TORN.search(text, max(0, start - 2), start) else best


def form_of(key: str, printed: str, tables: Tables) -> Form | None:
    """Return the form that is printed so, also in the other number and with a version glued on ("Python3")."""
    found = match(key, printed, tables) if key in tables.forms else None
    if not found and len(key) > SHORT and (other := in_other_number(key)) in tables.forms:
        found = match(other, printed, tables)
    if not found and key[-1].isdigit():
        bare = ((version.sub("", key), version.sub("", printed)) for version in _VERSIONS)
        found = next((form for pair in bare if (form := match(*pair, tables))), None)
    return found


def match(key: str, printed: str, tables: Tables) -> Form | None:
    """Return the form under the key whose letter case the printed words satisfy, else the one they retype.

    A slash parts two skills ("Plotly/Dash") unless the form has one of its own ("CI/CD").
    """
    forms = tables.forms.get(key)
    if not forms or ("/" in printed and not any("/" in form.text for form in forms)):
        return None
    written = " ".join(printed.split())
    same = next((form for form in forms if form.rule == "any" or form.text == written), None)
    return same or _retyped(tables.retyped.get(key), written)


def _retyped(form: Form | None, written: str) -> Form | None:
    """Return the form if the words are its own in small letters or in capitals throughout, no word more or less."""
    return form if form and written in {form.text.lower(), form.text.upper()} else None
