"""Open ends in lists whose lines begin with dates: "Jan 2025 - Brightloom" above "Feb - Nov 2024 Norvane Ltd"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from resumes.extraction.facts import Evidence
from resumes.extraction.findings import DateRange

FEWEST = 3
"""Ranges that begin their lines, a name right behind them, from which the habit of a list can be told."""
A_YEAR = "2025"
DASH = re.compile(r"[ ]*[-–—][ ]+(?=[A-Z])")
NAME = re.compile(r"[ \t,:]+(?=[A-Z])")


def with_open_ends(text: str, dates: Iterable[DateRange]) -> list[DateRange]:
    """Return the dates, one single month with a dash before a name open where all other lines print whole ranges.

    Where several lines read so, the dash only parts each date from what it dates.
    """
    every = list(dates)
    leading = [dated for dated in every if _leads(text, dated)]
    whole = [dated for dated in leading if dated.start != dated.end and NAME.match(text, dated.evidence.end)]
    dashed = [dated for dated in leading if DASH.match(text, dated.evidence.end)]
    if len(whole) < FEWEST or len(dashed) != 1:
        return every
    single = dashed[0]
    if single.start != single.end or len(single.start or "") <= len(A_YEAR):
        return every
    end = DASH.match(text, single.evidence.end)
    reach = Evidence(single.evidence.start, end.end() if end else single.evidence.end)
    opened = replace(single, end="present", evidence=reach, rule="open")
    return [opened if dated is single else dated for dated in every]


def _leads(text: str, dated: DateRange) -> bool:
    """Return whether a date begins its line."""
    return not text[text.rfind("\n", 0, dated.evidence.start) + 1 : dated.evidence.start].strip()
