"""Single points in time as resumes print them: a month, a season, a year, "Present"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from resumes.extraction.lexicons import load

EARLIEST = 1950
AHEAD = 12
"""Years: no resume plans further ahead, so larger numbers are no years."""


NOT_INSIDE_A_NUMBER = r"(?:(?=[^\W\d])|(?<!\d[.,/])(?:(?<!\d-)|(?<=\b(?:19|20)\d\d-)|(?<=[/.'’]\d\d-)|(?<=[/.]\d-)))"
"""A number after digits and a mark is part of a telephone number, ZIP code or version, unless a year stands there."""


DAY_FIRST = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)\d\d")
MONTH_FIRST = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d")
"""Dates in which only one of the numbers can be the month show how the document orders them."""
FURTHER_YEAR = re.compile(r"\s*(?:,|&|and)\s*((?:19|20)\d\d)(?![\d\w])")


@dataclass(frozen=True, slots=True)
class Moment:
    """One point in time at `start:end` of a text.

    `month` and `last` are the first and last month it stands for (they differ for seasons and quarters), 0 for a bare
    year; `year` is 0 where only a month is printed ("May - Aug 2016"). `rule` names the form.
    """

    start: int
    end: int
    year: int
    month: int
    last: int
    rule: str
    typo: bool = False

    @property
    def present(self) -> bool:
        return self.rule == "present"

    def opens(self) -> str:
        """Return the moment as the start of a range."""
        return f"{self.year}-{self.month:02}" if self.month else f"{self.year}"

    def closes(self) -> str:
        """Return the moment as the end of a range."""
        if self.present:
            return "present"
        return f"{self.year}-{self.last:02}" if self.month else f"{self.year}"


@cache
def month_numbers() -> dict[str, int]:
    """Return every name and abbreviation of a month, misspellings included, with its number."""
    tables = load("dates")
    return {
        word: int(number)
        for name in ("months", "misspelled")
        for number, words in tables[name].items()
        for word in words
    }


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
    month, season = f"(?:{either(month_numbers())})", f"(?:{either(season_months())})"
    year, short = r"(?:19|20)\d\d(?!\d)", r"['’‘`´]\s?\d\d(?!\d)"
    day, of = r"(?:[0-3]?\d)(?:st|nd|rd|th)?", r"[ \t]*(?:of|de|del)?[ /_-]?\s?"
    forms = {
        "month_year": rf"(?:{day}\.?\s+(?:of\s+)?)?{month}(?![^\W\d_])\.?,?(?:\s*{day},?\s)?{of}(?:{year}|{short})",
        "month_odd_year": rf"{month}\b\.?,?\s+\d{{3}}(?![\d,.])",
        "month_short": rf"{month}\b\.?[- /]?(?:'|’)?\d\d(?![\d,:%])(?!\s*(?:st|nd|rd|th)\b)",
        "year_month_name": rf"{year}[,.]?[ /-]?{month}\b\.?",
        "season": rf"{season}(?:\s+(?:of|term|semester|quarter))?,?[ ]?\s?(?:{year}|{short})",
        "year_season": rf"{year}[ ,-]?{season}\b",
        "quarter": rf"(?:q[1-4][ ,/-]?{year}|{year}[ /-]?q[1-4])\b",
        "year_month_signs": rf"{year}[ ]?年[ ]?(?:1[0-2]|0?[1-9])[ ]?月(?:[ ]?\d\d?[ ]?日)?",
        "year_month_day": rf"{year}[-/.]\d\d?[-/.]\d\d?(?!\d)",
        "day_month_year": rf"\d\d?(?P<mark>[-/.])\d\d?(?P=mark){year}",
        "month_slash_year": rf"(?:0?[1-9]|1[0-2])\s?[-/.]\s?{year}",
        "year_month": rf"{year}[-/.](?:0?[1-9]|1[0-2])(?!\d|/|[.-]\d\d?(?!\d))",
        "slash_short": r"(?:0?[1-9]|1[0-2])/\d\d(?![\d/])",
        "year": year,
        "short_year": short,
        "present": rf"(?:{either(load('dates')['present']['words'])})\b",
        "season_alone": rf"{season}\b",
        "month_alone": rf"(?:{day}\.?\s+)?{month}\b\.?(?:\s{day}(?![\d/]))?",
    }
    words = either({*month_numbers(), *season_months(), *load("dates")["present"]["words"]})
    begins = rf"(?=\d|['’‘`´]|q[1-4]|(?:{words})\b|(?:{month})\d)"
    body = "|".join(f"(?P<{name}>{form})" for name, form in forms.items())
    return re.compile(rf"(?<![\w$€£#@&]){begins}{NOT_INSIDE_A_NUMBER}(?:{body})(?![^\W至]|%)")


def small(text: str) -> str:
    """Return the text in small letters, as long as before: patterns for one case are much the faster."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def moments(text: str, as_of: date) -> Iterator[Moment]:
    """Yield the points in time of a text, left to right. Two-digit years lie in the hundred before `as_of`."""
    reached, day_first = 0, bool(DAY_FIRST.search(text)) and not MONTH_FIRST.search(text)
    for match in pattern().finditer(small(text)):
        moment = _moment(match, str(match.lastgroup), as_of) if match.start() >= reached else None
        if moment and day_first and moment.rule == "day_month_year":
            moment = _with_day_first(match[0], moment)
        if moment and moment.rule == "season":
            seasons = list(_same_season(text, moment, as_of))
            reached = seasons[-1].end if seasons else reached
            yield from seasons
        elif moment and (moment.rule in ("present", "month_alone", "season_alone") or _plausible(moment.year, as_of)):
            yield moment


def _with_day_first(text: str, moment: Moment) -> Moment:
    """Return a date of which both numbers could be the month with the second as month."""
    month = int(re.findall(r"\d+", text)[1])
    return replace(moment, month=month, last=month) if month <= 12 else moment


def _same_season(text: str, moment: Moment, as_of: date) -> Iterator[Moment]:
    """Yield a season and the further years that share its word: "Summers 2013, 2014 and 2015"."""
    while _plausible(moment.year, as_of):
        yield moment
        further = FURTHER_YEAR.match(text, moment.end)
        if not further:
            return
        moment = replace(moment, start=further.start(1), end=further.end(1), year=int(further[1]))


def _plausible(year: int, as_of: date) -> bool:
    return EARLIEST <= year <= as_of.year + AHEAD


def _moment(match: re.Match[str], rule: str, as_of: date) -> Moment | None:
    text = match[0]
    if rule == "present":
        return Moment(*match.span(), 0, 0, 0, rule)
    first, last = _months(text, rule)
    if not (0 <= first <= 12 and 0 <= last <= 12):
        return None
    typo = rule == "month_odd_year" or any(word in misspelled() for word in re.findall(r"[^\W\d_]+", text))
    return Moment(*match.span(), _year(text, rule, as_of), first, last, rule, typo)


def _months(text: str, rule: str) -> tuple[int, int]:
    """Return the first and last month of a form; an impossible month is left for the caller to refuse."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    words = re.findall(r"[^\W\d_]+", text)
    if rule in ("year", "short_year"):
        return 0, 0
    if rule in ("season", "year_season", "season_alone"):
        return next(season_months()[word] for word in words if word in season_months())
    if rule == "quarter":
        quarter = next(int(found) for found in re.findall(r"q([1-4])", text))
        return quarter * 3 - 2, quarter * 3
    if rule == "year_month_signs":
        return numbers[1], numbers[1]
    month = _numeric_month(numbers, text) if "/" in rule or rule in NUMERIC else _named_month(words)
    return month, month


NUMERIC = {"year_month_day", "day_month_year", "month_slash_year", "year_month", "slash_short"}


def _named_month(words: list[str]) -> int:
    return next(month_numbers()[word] for word in words if word in month_numbers())


def _numeric_month(numbers: list[int], text: str) -> int:
    """Return the month among numbers; of day and month the one that can be a month, the first with slashes (US)."""
    small = [number for number in numbers if number < EARLIEST]
    if len(numbers) < 3:
        return small[0] if len(small) == 1 else numbers[0]
    if numbers[0] >= EARLIEST:
        return numbers[1]
    first, second = numbers[0], numbers[1]
    return second if first > 12 or ("/" not in text and second <= 12) else first


def _year(text: str, rule: str, as_of: date) -> int:
    """Return the year of a form, 0 where none is printed; "216" stands for 2016 with a digit left out."""
    if rule in ("month_alone", "season_alone"):
        return 0
    if full := re.search(r"(?:19|20)\d\d", text):
        return int(full[0])
    digits = re.findall(r"\d+", text)[-1]
    if len(digits) == 3:
        return _mended(digits)
    century = as_of.year // 100 * 100
    year = century + int(digits[-2:])
    return year if year <= as_of.year + AHEAD else year - 100


def _mended(digits: str) -> int:
    """Return the year that a three-digit slip stands for: 216 and 201 lost a zero or their last digit."""
    return int(f"{digits[0]}0{digits[1:]}") if digits[1] != "0" else 0
