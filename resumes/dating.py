"""Dates of roles as visitors write them, and what is no date of anybody's work. Pure."""

import re
from datetime import date

from resumes.extraction.years import month_span
from resumes.refusals import EndBeforeStart, InTheFuture, NoStart, NotADate, TooLongAgo

PRESENT = frozenset({"present", "now", "today", "current", "ongoing"})
LONGEST_AGO = 60
"""Years before today that a role can have begun."""

YEAR = re.compile(r"(\d{4})")
YEAR_FIRST = re.compile(r"(\d{4})[-/. ]\s*(\d{1,2})")
MONTH_FIRST = re.compile(r"(\d{1,2})[-/. ]\s*(\d{4})")
NAMED = re.compile(r"([a-z]{3,9})[.,]?\s*(\d{4})")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def date_said(text: str, field: str) -> str:
    """Return a date as `Role` writes it: "Mar 2019", "3/2019" -> "2019-03"; "2019"; "now" -> "present"; "" for none.

    Raises `NotADate` for anything else, with `field` as what it is about; only an end can be "present".
    """
    plain = " ".join(text.lower().split())
    if not plain:
        return ""
    if plain in PRESENT and field == "end":
        return "present"
    if YEAR.fullmatch(plain):
        return plain
    year, month = year_and_month(plain)
    if not 1 <= month <= 12:
        raise NotADate(field, text=text.strip()[:30])
    return f"{year}-{month:02d}"


def year_and_month(plain: str) -> tuple[str, int]:
    """Return year and month of a text in small letters; month 0 where it holds none."""
    if found := YEAR_FIRST.fullmatch(plain):
        return found[1], int(found[2])
    if found := MONTH_FIRST.fullmatch(plain):
        return found[2], int(found[1])
    if (found := NAMED.fullmatch(plain)) and (month := month_named(found[1])):
        return found[2], month
    return "", 0


def month_named(name: str) -> int:
    """Return the month of an English name or its beginning ("sept"), 0 where it is none."""
    return next((place for place, full in enumerate(MONTHS, 1) if full.startswith(name)), 0)


def check(start: str, end: str, as_of: date) -> None:
    """Raise what is wrong with the dates of a role: `NoStart`, `InTheFuture`, `TooLongAgo`, `EndBeforeStart`.

    None is given as "". `as_of` is the day that "present" means.
    """
    if not start:
        if end:
            raise NoStart("start")
        return
    for field, text in (("start", start), ("end", end)):
        check_one(field, text, as_of)
    if ends_before(start, end):
        raise EndBeforeStart("end")


def check_one(field: str, text: str, as_of: date) -> None:
    """Raise `InTheFuture` or `TooLongAgo` for a date that is either."""
    if text in ("", "present"):
        return
    if text[:4] > f"{as_of:%Y}" or text > f"{as_of:%Y-%m}":
        raise InTheFuture(field)
    if int(text[:4]) < as_of.year - LONGEST_AGO:
        raise TooLongAgo(field, years=LONGEST_AGO)


def ends_before(start: str, end: str) -> bool:
    """Return whether the end lies before the start; a bare year counts from its middle, as in the count of years."""
    if end in ("", "present") or start == end:
        return False
    return month_span(start, end, date.max) is None
