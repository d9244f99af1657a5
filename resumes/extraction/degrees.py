"""Names of degrees in a line of text: level, where it stands, the field of study beside it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from resumes.extraction.facts import Degree
from resumes.extraction.lexicons import load as lexicon
from resumes.extraction.phrases import words_of
from salaries.reference import cities, states

RANK: dict[Degree, int] = {level: rank for rank, level in enumerate(get_args(Degree))}

DOTTED = re.compile(r"[A-Z]\.\s?[A-Z]")
BEGUN_BY = (
    r"and|with|an?|the|my|Senior|Junior|Integrated|Dual|Joint|Double|Honours|Hons|Combined"
    r"|earned|completed|received|degree"
)
OPENS = re.compile(rf"(?:^|[\t|,;:•·(\[/&+–—-]|\b(?:{BEGUN_BY}))\s*$")
"""What stands before a short abbreviation that is a degree."""
GONE_ON_BY = r"in|of|degree|and|with|from|at|student|candidate|Hons"
CLOSES = re.compile(rf"^\s*(?:$|[\t|,;:)(\]/&+–—-]|(?:{GONE_ON_BY})\b|[A-Z][a-z]|\d{{4}}|\.)")
IN_BRACKETS = r"(?:\([^)]{1,14}\)\s*)?"
BEFORE_A_FIELD = re.compile(rf"^\.?\s*(?:degree\s+)?{IN_BRACKETS}(?:in|of|,)\s+[A-Z]")
JOINED_BY = r"(?:in\b|of\b|,|:|-|–|—|\|)"
KIND = r"(?:Science|Arts|Engineering|Technology|Philosophy|Applied Science|Science Degree)"
FIELD = re.compile(
    rf"^[.)]?\s*{IN_BRACKETS}(?:degree\s*)?{JOINED_BY}?\s*"
    rf"(?:{KIND}\s*{IN_BRACKETS}{JOINED_BY}\s*)?(?P<field>[A-Z][^\t|;,(\[\d•]{{1,70}})"
)
"""The field behind a degree's name: "(B.Sc.) in Computer Science", "of Science, Physics"."""
NO_FIELD = re.compile(
    r"(?:University|College|Institute|School|Univ|GPA|CGPA|Expected|Graduat|Present|Degree|Thesis|Advis|"
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b)"
)


@dataclass(frozen=True, slots=True)
class DegreeName:
    """A degree named at `start` to `end` of a line. `engineering`: the name itself tells a quantitative field."""

    start: int
    end: int
    level: Degree
    engineering: bool
    field: str | None


def degree_names(line: str, *, expected: bool) -> list[DegreeName]:
    """Return the degrees that a line names, in text order; `expected` where the section is about education.

    Elsewhere an abbreviation counts only before a field of study, and words like "master" only before "of" or "in".
    """
    found: list[DegreeName] = []
    words = words_of(line)
    for level, (firsts, pattern) in _patterns().items():
        for match in () if firsts.isdisjoint(words) else pattern.finditer(line):
            overlaps = any(name.start < match.end() and match.start() < name.end for name in found)
            if not overlaps and _means_a_degree(line, match, expected=expected):
                found.append(_named(line, match, level))
    return sorted(found, key=lambda name: name.start)


def is_quantitative(field: str) -> bool:
    """Tell whether a field of study is computing, statistics, engineering or a natural science."""
    plain = field.lower()
    other, quantitative = _fields()
    return not any(name in plain for name in other) and bool(quantitative.search(plain))


def field_of_study(line: str, start: int, end: int) -> str | None:
    """Return the field beside a degree's name ("M.Sc. in Physics", "Physics, B.S."), None without one."""
    match = FIELD.match(line[end:])
    if match and not NO_FIELD.match(match["field"]):
        return (
            re.split(r"\s[-–—]\s|\s(?:from|at|with|GPA|and minor)\b|\.\s", match["field"])[0].strip(" .,-–—:") or None
        )
    before = re.search(r"([A-Z][A-Za-z &]{3,50})[,(]?\s*$", line[:start])
    return before[1].strip() if before and is_quantitative(before[1]) else None


def _named(line: str, match: re.Match[str], level: Degree) -> DegreeName:
    engineering = bool(_engineering()[level].fullmatch(match[0].strip()))
    return DegreeName(match.start(), match.end(), level, engineering, field_of_study(line, match.start(), match.end()))


def _means_a_degree(line: str, match: re.Match[str], *, expected: bool) -> bool:
    before, after = line[: match.start()], line[match.end() :]
    if _not_before().search(before[-60:]) or _not_after().match(after):
        return False
    if match[0].lower() in lexicon("degrees")["context"]["everyday"] and not match[0][1:2].isupper():
        return False
    if match.lastgroup == "short":
        return _short_means_a_degree(before, match[0], after, expected=expected)
    if expected or match.lastgroup == "letters":
        return True
    doctoral = match[0].lower().startswith("doctor")
    return doctoral or bool(re.match(r"\s*(?:degree|of|in|student|\()", after))


def _short_means_a_degree(before: str, name: str, after: str, *, expected: bool) -> bool:
    if _is_state(before, name.replace(".", "").strip()):
        return False
    opened = bool(OPENS.search(before) and CLOSES.match(after))
    if not expected:
        return opened and bool(BEFORE_A_FIELD.match(after))
    if name.rstrip(".") in lexicon("degrees")["context"]["opening"]:
        return opened
    shouted = (before + after).isupper()
    return opened or bool(DOTTED.search(name)) or bool(CLOSES.match(after) and not shouted)


def _is_state(before: str, code: str) -> bool:
    """Tell whether "MA", "ME" or "MS" is the state of the town before it."""
    words = re.split(r"[,\s]+", before.strip(" ,\t"))[-3:]
    towns = (" ".join(words[-count:]) for count in range(1, len(words) + 1))
    return code in states.load() and any(town and cities.load().find(town, code) for town in towns)


@cache
def _patterns() -> dict[Degree, tuple[frozenset[str], re.Pattern[str]]]:
    """Return for each level the words that its names begin with, and the pattern of the names."""
    return {entry["level"]: (_firsts(entry), _pattern(entry)) for entry in lexicon("degrees")["levels"]}


def _firsts(entry: dict[str, Any]) -> frozenset[str]:
    """Return the words that names of degrees may begin with: of "B.Sc.", whose marks may be left out, "b" and "bsc"."""
    parts = [re.split(r"[.\s-]+", name) for name in (*entry["letters"], *entry["short"])]
    short = {"".join(name[:end]).lower() for name in parts for end in range(1, len(name) + 1)}
    return frozenset(short.union(*(words_of(name) for name in entry["words"])))


def _pattern(entry: dict[str, Any]) -> re.Pattern[str]:
    words = "|".join(map(_words, sorted(entry["words"], key=len, reverse=True)))
    letters = "|".join(map(_letters, sorted(entry["letters"], key=len, reverse=True))) or r"(?!)"
    short = "|".join(map(_letters, entry["short"])) or r"(?!)"
    return re.compile(rf"(?<![\w.])(?:(?P<words>(?i:{words}))|(?P<letters>(?i:{letters}))|(?P<short>{short}))(?!\w)")


@cache
def _engineering() -> dict[Degree, re.Pattern[str]]:
    patterns = {entry["level"]: "|".join(map(_letters, entry["engineering"])) for entry in lexicon("degrees")["levels"]}
    return {level: re.compile(pattern or r"(?!)", re.IGNORECASE) for level, pattern in patterns.items()}


def _words(name: str) -> str:
    return re.escape(name).replace("'", "['’]").replace(r"\ ", r"\s+")


def _letters(name: str) -> str:
    """Return a pattern of an abbreviation in which full stops, hyphens and spaces may be left out."""
    marks = {".": r"\.?\s?", " ": r"\s?", "-": r"[-\s]?"}
    return "".join(marks.get(mark, re.escape(mark)) for mark in name.rstrip(".")) + r"\.?"


@cache
def _not_after() -> re.Pattern[str]:
    words = "|".join(map(re.escape, lexicon("degrees")["context"]["not_after"]))
    return re.compile(rf"[\s-]*(?:{words})\b", re.IGNORECASE)


@cache
def _not_before() -> re.Pattern[str]:
    words = "|".join(map(re.escape, lexicon("degrees")["context"]["not_before"]))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?:[^.;|\t]{{0,40}})$", re.IGNORECASE)


@cache
def _fields() -> tuple[list[str], re.Pattern[str]]:
    """Return the fields that are none, and a pattern of those that are; a stem of three letters is a whole word."""
    fields = lexicon("degrees")["fields"]
    stems = "|".join(re.escape(stem) + ("" if len(stem) > 3 else r"\b") for stem in fields["quantitative"])
    return fields["other"], re.compile(rf"\b(?:{stems})")
