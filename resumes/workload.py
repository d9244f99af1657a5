"""What waits, what is read, what ended, and how long it took: figures for operators, in four queries."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, Q

from resumes import failures
from resumes.models import Resume, State

NEWEST = 1000
"""Of how many done resumes times are taken, the newest ones: the page stays quick however many there are."""

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What nobody reads yet."""

    count: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class BeingRead:
    """What is being read: how many, when the first lease ends, how many leases have lapsed."""

    count: int
    first_end: datetime | None
    lapsed: int


@dataclass(frozen=True, slots=True)
class Ended:
    """How many ended in one way in the last hour and day; `code` and its `words` for a way of failing."""

    words: str
    hour: int
    day: int
    code: str = ""


@dataclass(frozen=True, slots=True)
class Times:
    """Median and 95th percentile of a time, in seconds; None where nothing was measured."""

    name: str
    median: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Recent:
    """How long the newest done resumes took, and by which versions they were read, the newest first."""

    count: int
    times: tuple[Times, ...]
    versions: tuple[tuple[str, int], ...]


def waiting() -> Waiting:
    """Return what waits."""
    found = Resume.objects.filter(state=State.QUEUED).aggregate(count=Count("pk"), oldest=Min("created_at"))
    return Waiting(**found)


def being_read(now: datetime) -> BeingRead:
    """Return what is being read."""
    lapsed = Count("pk", filter=Q(lease_until__lte=now))
    held = Resume.objects.filter(state=State.READING)
    return BeingRead(**held.aggregate(count=Count("pk"), first_end=Min("lease_until"), lapsed=lapsed))


def ended(now: datetime) -> tuple[list[Ended], list[Ended]]:
    """Return what was done and what failed, and the failures by code, the most frequent first."""
    within = Resume.objects.filter(state__in=(State.DONE, State.FAILED), ended_at__gt=now - DAY).order_by()
    hour = Count("pk", filter=Q(ended_at__gt=now - HOUR))
    rows = list(within.values("state", "code").annotate(hour=hour, day=Count("pk")).order_by("-day", "code"))
    sums = [total(rows, State.DONE, "Done"), total(rows, State.FAILED, "Failed")]
    return sums, [failed(row) for row in rows if row["state"] == State.FAILED]


def total(rows: Sequence[Any], state: State, words: str) -> Ended:
    """Return the sum of the rows of one state."""
    own = [row for row in rows if row["state"] == state]
    return Ended(words, sum(row["hour"] for row in own), sum(row["day"] for row in own))


def failed(row: Any) -> Ended:
    return Ended(failures.words(row["code"]).title, row["hour"], row["day"], row["code"])


def recent(now: datetime) -> Recent:
    """Return times and versions of the newest done resumes of the last day."""
    done = Resume.objects.filter(state=State.DONE, ended_at__gt=now - DAY).order_by("-ended_at")
    parts = ("version", "seconds_reading", "seconds_extracting")
    rows = list(
        done.values_list("created_at", "begun_at", "ended_at", *(f"readings__{part}" for part in parts))[:NEWEST]
    )
    waited = ((begun - came).total_seconds() for came, begun, *_ in rows if begun)
    whole = ((end - came).total_seconds() for came, _, end, *_ in rows)
    times = (
        measured("Waiting", waited),
        measured("Reading", (row[4] for row in rows)),
        measured("Extracting", (row[5] for row in rows)),
        measured("From arrival to end", whole),
    )
    return Recent(len(rows), times, tuple(Counter(row[3] for row in rows if row[3]).items()))


def measured(name: str, seconds: Iterable[float | None]) -> Times:
    """Return the median and the 95th percentile by nearest rank."""
    known = sorted(one for one in seconds if one is not None)
    return Times(name, rank(known, 0.5), rank(known, 0.95))


def rank(ordered: Sequence[float], share: float) -> float | None:
    """Return the smallest value that is not below that share of all."""
    return ordered[math.ceil(share * len(ordered)) - 1] if ordered else None
