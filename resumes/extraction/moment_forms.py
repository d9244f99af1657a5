"""The forms in which resumes print a point in time: the words of the lexicon and the pattern of all forms."""

import re
from collections.abc import Iterable
from functools import cache

from resumes.extraction.lexicons import any_of, load

BEFORE_A_MONTH = r"(?<=\b\d\d-)(?=(?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d)"
"""Behind the first month of "05-08/2016"."""
NOT_INSIDE_A_NUMBER = (
    rf"(?:(?=[^\W\d])|(?<!\d[.,/])(?:(?<!\d-)|(?<=\b(?:19|20)\d\d-)|(?<=[/.'’]\d\d-)|(?<=[/.]\d-)|{BEFORE_A_MONTH}))"
)
"""A number after digits and a mark is part of a telephone number, ZIP code or version, unless a year stands there."""


ALONE = r"(?:i|v)(?=[./-](?:19|20)\d\d\s?[-–—])|(?<=[-–—])(?:i|v)|(?<=[-–—]\s)(?:i|v)"
ROMAN = rf"(?:[0-3]?\d[./-])?(?:xii|xi|ix|x|viii|vii|vi|iv|iii|ii|{ALONE})"
"""A month in Roman numerals, in small letters; "v.2019" alone is a version."""
ANY_ROMAN = r"(?:xii|xi|ix|x|viii|vii|vi|iv|v|iii|ii|i)"
AFTER_DASH = rf"(?:(?<=(?:19|20)\d\d[-–—])|(?<=(?:19|20)\d\d\s[-–—]\s)){ANY_ROMAN}"
"""The second of two months with spaces before their years; one alone is a level ("Engineer II 2019")."""


@cache
def month_numbers() -> dict[str, int]:
    """Return every name and abbreviation of a month, misspellings included, with its number."""
    tables = load("dates")
    return {
        word: int(number)
        for name in ("months", "misspelled", "ambiguous")
        for number, words in tables[name].items()
        for word in words
    }


@cache
def plain_months() -> frozenset[str]:
    """Return the names of months that are hardly anything else."""
    ambiguous = {word for words in load("dates")["ambiguous"].values() for word in words}
    return frozenset(month_numbers()) - ambiguous


def _ambiguous() -> str:
    """Return a pattern of the months that are English words as well: at a cell's start or after a dash alone."""
    words = either(word for words in load("dates")["ambiguous"].values() for word in words)
    return rf"(?:\A|(?<=[\n\t(|–—-])|(?<=[\n\t(|–—-] ))(?:{words})(?=\.?[ /])"


@cache
def misspelled() -> frozenset[str]:
    """Return the names of months that are slips."""
    return frozenset(word for words in load("dates")["misspelled"].values() for word in words)


@cache
def season_months() -> dict[str, tuple[int, int]]:
    """Return every name of a season with its first and last month."""
    seasons = load("dates")["seasons"].values()
    return {word: (season["first"], season["last"]) for season in seasons for word in season["words"]}


def either(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of all forms; the name of the group that matched is the rule."""
    month, season = f"(?:{either(plain_months())}|{_ambiguous()})", f"(?:{either(season_months())})"
    term, roughly = (either(load("dates")[table]["words"]) for table in ("winter_term", "roughly"))
    year, short = r"(?:19|20)\d\d(?!\d)", r"['’‘`´]\s?\d\d(?!\d)"
    spaced = rf"{ANY_ROMAN}\s{year}"
    dotted = r"(?:0[1-9]|1[0-2])\.[0-3]\d"
    day, of = r"(?:[0-3]?\d)(?:st|nd|rd|th)?", r"[ \t]*(?:of|de|del)?[ /_-]?\s?"
    before = rf"(?:{day}(?:-|\.?[^\S\t\n]+(?:of\s+)?))?"
    forms = {
        "month_year": rf"{before}{month}(?![^\W\d_])\.?,?(?:\s*{day},?\s)?{of}(?:{year}|{short})",
        "month_odd_year": rf"{month}\b\.?,?\s+(?:\d{{3}}|20\d{{3}}|2[0o][0-9oil]{{2}})(?![\w,.])",
        "month_short": rf"(?:{day}[ -])?{month}\b\.?[- /]?(?:'|’)?\d\d(?![\d,:%])(?!\s*(?:st|nd|rd|th)\b)",
        "year_month_name": rf"{year}[,.]?[ /-]?{month}\b\.?",
        "month_roman": rf"{ROMAN}[./-]{year}|{spaced}(?=\s?[-–—]\s?{spaced})|{AFTER_DASH}\s{year}",
        "roman_of_range": rf"{ANY_ROMAN}(?=\s?[-–—]\s?{ANY_ROMAN}[./-]{year})",
        "winter_term": rf"(?:{term})\s?(?:20)?\d\d/(?:20)?\d\d(?!\d)",
        "season": rf"{season}(?:\s+(?:of|term|semester|quarter))?,?[ ]?\s?(?:{year}|{short})",
        "year_season": rf"{year}[ ,-]?{season}\b",
        "quarter": rf"(?:[qh][1-4][ ,/-]?{year}|{year}[ /-]?[qh][1-4])\b",
        "year_month_signs": rf"{year}[ ]?年[ ]?(?:1[0-2]|0?[1-9])[ ]?月(?:[ ]?\d\d?[ ]?日)?",
        "year_month_day": rf"{year}[-/.]\d\d?[-/.]\d\d?(?!\d)",
        "day_month_year": rf"\d\d?(?P<mark>[-/.])\d\d?(?P=mark){year}",
        "month_slash_year": rf"(?:0?[1-9]|1[0-2])\s?[-/.]\s?{year}",
        "year_month": rf"{year}[-/.](?:0?[1-9]|1[0-2])(?!\d|/|[.-]\d\d?(?!\d))",
        "slash_short": r"(?:0?[1-9]|1[0-2])/\d\d(?![\d/])",
        "dot_short": rf"{dotted}(?=\s[-–—]\s(?:{dotted}(?![\d.])|[^\W\d]))|(?<=\d\.\d\d\s[-–—]\s){dotted}(?![\d.])",
        "month_of_range": rf"(?:0?[1-9]|1[0-2])(?=\s?[-–—]\s?(?:0?[1-9]|1[0-2])[/.]{year})",
        "year": year,
        "short_year": short,
        "present": rf"(?:{either(load('dates')['present']['words'])})\b",
        "season_alone": rf"{season}\b",
        "month_alone": rf"(?:{day}\.?[^\S\t\n]+)?{month}\b\.?(?:\s{day}(?![\d/]))?",
    }
    words = any_of({*month_numbers(), *season_months(), *load("dates")["present"]["words"]})
    glued = f"{any_of(plain_months())}|{_ambiguous()}"
    roman = r"[ivx]{1,4}(?:[./\s-][12]|\s?[-–—]\s?[ivx]{1,4}[./-])"
    begins = rf"(?=\d|{roman}|['’‘`´]|[qh][1-4]|(?:{words}|{roughly})\b|(?:{glued}|{term})\d|(?:{term})\s)"
    body = "|".join(f"(?P<{name}>{form})" for name, form in forms.items())
    return re.compile(rf"(?<![\w$€£#@&]){begins}{NOT_INSIDE_A_NUMBER}(?:(?:{roughly})[ -])?(?:{body})(?![^\W至]|%)")
