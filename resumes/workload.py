"""What waits, what is read, what ended, and how long it took: figures for operators.

A busy day has a million ends, and a page that counts them all grows with every one. So ends are counted up to a bound,
and what they were is told of the newest: /metrics counts all of them, as they happen.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q

from resumes import failures
from resumes.models import Resume, ResumeQuerySet, State

NEWEST = 100
"""Of how many done resumes times are taken, the newest ones."""

NEWEST_FAILED = 500
"""Of how many failed resumes the codes are counted, the newest ones."""

MOST = 5_000
"""How many ends are counted at most in one figure."""

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
    """How many ended in one way in the last hour and day; `code` and its `words` for a way of failing.

    A figure that has reached `MOST` says that there are as many or more.
    """

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
    """Return what was done and what failed, and the newest failures by code, the most frequent first."""
    sums = [total(State.DONE, "Done", now), total(State.FAILED, "Failed", now)]
    return sums, codes(now)


def total(state: State, words: str, now: datetime) -> Ended:
    """Return how many ended in that state, each figure up to `MOST`: what the last hour fills needs no look at more."""
    hour = counted(since(state, now - HOUR))
    return Ended(words, hour, hour if hour == MOST else counted(since(state, now - DAY)))


def counted(ended: ResumeQuerySet) -> int:
    """Return how many there are, up to `MOST`, as the index alone tells."""
    return ended.values("state")[:MOST].count()


def since(state: State, time: datetime) -> ResumeQuerySet:
    """Return what has ended in that state since then, the newest first."""
    return Resume.objects.filter(state=state, ended_at__gt=time).order_by("-ended_at")


def codes(now: datetime) -> list[Ended]:
    """Return how often the newest failed with each code, the most frequent first."""
    hour = newest_codes(now - HOUR)
    day = hour if hour.total() == NEWEST_FAILED else newest_codes(now - DAY)
    by_number = sorted(day.items(), key=lambda one: (-one[1], one[0]))
    return [Ended(failures.words(code).title, hour[code], number, code) for code, number in by_number]


def newest_codes(time: datetime) -> Counter[str]:
    """Return the codes of what has failed since then, of the newest `NEWEST_FAILED`."""
    return Counter(since(State.FAILED, time).values_list("code", flat=True)[:NEWEST_FAILED])


def recent(now: datetime) -> Recent:
    """Return times and versions of the newest done resumes of the last day."""
    parts = ("version", "seconds_reading", "seconds_extracting")
    rows = list(
        since(State.DONE, now - DAY).values_list(
            "created_at", "begun_at", "ended_at", *(f"readings__{part}" for part in parts)
        )[:NEWEST]
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
