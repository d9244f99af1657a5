"""Single points in time as resumes print them: a month, a season, a year, "Present"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from resumes.extraction.moment_forms import either, misspelled, month_numbers, pattern, season_months

EARLIEST = 1950
AHEAD = 12
"""Years: no resume plans further ahead, so larger numbers are no years."""

DAY_FIRST = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])/(?:19|20)\d\d")
MONTH_FIRST = re.compile(r"(?<![\d/])(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d\d")
"""Dates in which only one of the numbers can be the month show how the document orders them."""
YEARLESS = {"present", "month_alone", "season_alone", "month_of_range", "roman_of_range"}
ROMAN_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
WINTER_TERM = (10, 3)
"""First and last month of a winter term, which begins in one year and ends in the next."""
LETTERS_FOR_DIGITS = str.maketrans("oil", "011")
FURTHER_YEAR = re.compile(r"\s*(?:,|&|and|e|y|und|et|och|og|i|ja|en|ve)\s*((?:19|20)\d\d)(?![\d\w])")


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
        """Return the moment as the end of a range; a winter term ends in the year after the one that names it."""
        if self.present:
            return "present"
        return f"{self.year + (self.last < self.month)}-{self.last:02}" if self.month else f"{self.year}"


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
        elif moment and (moment.rule in YEARLESS or _plausible(moment.year, as_of)):
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
    if rule == "winter_term":
        return WINTER_TERM
    if rule in ("season", "year_season", "season_alone"):
        return _months_of_season(text)
    if rule == "quarter":
        part = next(int(found) for found in re.findall(r"[qh]([1-4])", text))
        length = 6 if "h" in text else 3
        return part * length - length + 1, part * length
    if rule == "year_month_signs":
        return numbers[1], numbers[1]
    if rule in ("month_roman", "roman_of_range"):
        month = ROMAN_MONTHS.index(next(word for word in words if word in ROMAN_MONTHS)) + 1
        return month, month
    month = _numeric_month(numbers, text) if rule in NUMERIC else _named_month(words)
    return month, month


NUMERIC = {
    "year_month_day",
    "day_month_year",
    "month_slash_year",
    "year_month",
    "slash_short",
    "dot_short",
    "month_of_range",
}


def _months_of_season(text: str) -> tuple[int, int]:
    """Return the first and last month of the season named in a form, be it in one word or two: "lent term"."""
    named = _season().search(text)
    return season_months()[named[0]] if named else (0, 0)


@cache
def _season() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{either(season_months())})(?![^\W\d_])")


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
    if rule in YEARLESS:
        return 0
    if rule == "month_odd_year":
        return _mended(text.rsplit(maxsplit=1)[-1])
    if full := re.search(r"(?:19|20)\d\d", text):
        return int(full[0])
    digits = re.findall(r"\d+", text)[0 if rule == "winter_term" else -1]
    century = as_of.year // 100 * 100
    year = century + int(digits[-2:])
    return year if year <= as_of.year + AHEAD else year - 100


def _mended(slip: str) -> int:
    """Return the year that a slip stands for: 216 and 201 lost a digit, 20016 has one twice, 2O16 holds a letter."""
    digits = slip.translate(LETTERS_FOR_DIGITS)
    if len(digits) == 5:
        return int(re.sub(r"(\d)\1", r"\1", digits, count=1)[:4])
    if len(digits) == 4:
        return int(digits)
    return int(f"{digits[0]}0{digits[1:]}") if digits[1] != "0" else 0
