"""How the time of pages, of the sweep and of what operators watch grows with the resumes that are stored."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from config import probes
from config.gauges import Standing
from resumes import sweep
from resumes.extraction.facts import Facts
from resumes.extraction.pipeline import Pipeline
from resumes.models import Reading, Resume, State
from tests.benchmarks.growth_database import begin, databases, use
from tests.benchmarks.growth_fit import Growth
from tests.benchmarks.growth_plans import Plan, plans_of
from tests.benchmarks.turns import Took, least, timed
from tests.processes import Broker

DUE = 100
"""What one pass of the sweep takes of each kind."""

ALREADY = 1
"""Calls ahead of each that is timed: a page that was just used is in memory."""


@dataclass(frozen=True, slots=True)
class Call:
    """What is timed, what is done before each time, and what shows its plans where a thread of its own asks.

    `full` is how many stored resumes fill its page.
    """

    what: str
    does: Callable[[], object]
    before: Callable[[], object] = lambda: None
    planned: Callable[[], object] | None = None
    full: int = 100

    def once(self) -> Took:
        self.before()
        return timed(self.does)


class Found(NamedTuple):
    """Curves over stored resumes, how the largest database answers each query, and each database's bytes."""

    grown: list[Growth]
    plans: list[Plan]
    sizes: dict[int, int]


def measure(folder: Path, broker: Broker, pipeline: Pipeline, sizes: Sequence[int], rounds: int) -> Found:
    """Return what databases of these sizes tell."""
    visitor, operator, resume = begin(pipeline)
    made = databases(folder, sizes)
    calls = [*of_visitors(visitor, resume), *of_operators(operator), *of_the_sweep(broker)]
    best: dict[tuple[str, int], Took] = {}
    for _ in range(rounds):
        for size, path in made.items():
            use(path)
            for call in calls:
                best[call.what, size] = least(best.get((call.what, size)), warm(call))
    grown = [Growth(call.what, "stored resumes", points(best, call, sizes), call.full) for call in calls]
    use(made[sizes[-1]])
    plans = [plan for call in calls for plan in planned(call)]
    return Found(grown, plans, {size: path.stat().st_size for size, path in made.items()})


def warm(call: Call) -> Took:
    for _ in range(ALREADY):
        call.once()
    return call.once()


def points(best: Mapping[tuple[str, int], Took], call: Call, sizes: Sequence[int]) -> tuple[tuple[float, float], ...]:
    return tuple((size, best[call.what, size].cpu) for size in sizes)


def planned(call: Call) -> Iterator[Plan]:
    call.before()
    yield from plans_of(call.what, call.planned or call.does)


def of_visitors(client: Client, resume: Resume) -> Iterator[Call]:
    yield Call("A visitor's list", getting(client, reverse("resumes:list")))
    yield Call("Page of one resume", getting(client, reverse("resumes:detail", args=[resume.pk])))


def of_operators(client: Client) -> Iterator[Call]:
    """Yield the admin's pages of resumes, readiness and gauges."""
    listed = reverse("admin:resumes_resume_changelist")
    yield Call("Admin: list of resumes", getting(client, listed))
    yield Call("Admin: list of done ones", getting(client, f"{listed}?state__exact=done"), full=1_000)
    yield Call("Admin: list of one failure", getting(client, f"{listed}?code=no_text"), full=10_000)
    yield Call("Admin: list of one version", getting(client, f"{listed}?version=earlier"), full=10_000)
    yield Call("Admin: list of samples", getting(client, f"{listed}?is_sample__exact=1"), full=10_000)
    yield Call("Admin: queue", getting(client, reverse("admin:resumes_queue")))
    yield Call("/readyz", getting(client, reverse("readyz")), planned=probes.rows)
    yield Call("Gauges of /metrics", lambda: list(Standing().collect()), planned=probes.rows)


def getting(client: Client, address: str) -> Callable[[], object]:
    """Return the call that gets a page. It raises `ValueError` where that is not answered."""

    def get() -> None:
        if (status := client.get(address).status_code) != 200:
            raise ValueError(f"{address} answered {status}")

    return get


def of_the_sweep(broker: Broker) -> Iterator[Call]:
    """Yield passes of the sweep: with nothing due, with resumes to queue again, with resumes to remove."""

    def clear() -> None:
        Resume.objects.filter(owner="due").delete()
        broker.flush()
        sweep.empty_journal()

    def late() -> None:
        clear()
        store(next_turn=timezone.now() - timedelta(seconds=1))

    def expired() -> None:
        clear()
        now = timezone.now()
        ended = {"state": State.DONE, "begun_at": now, "ended_at": now}
        stored = store(created_at=now - timedelta(hours=25), expires_at=now - timedelta(seconds=1), **ended)
        Reading.objects.bulk_create(map(reading, stored))

    yield Call("Sweep: nothing due", sweep.sweep, clear)
    yield Call(f"Sweep: {DUE} to queue again", sweep.sweep, late)
    yield Call(f"Sweep: {DUE} to remove", sweep.sweep, expired)


def store(**columns: object) -> list[Resume]:
    """Store resumes that are due, with their files, and write the journal back, which is not to be timed."""
    names = [default_storage.save(uuid4().hex, ContentFile(b"due")) for _ in range(DUE)]
    due = [Resume(owner="due", file=name, filename="due.pdf", size=3, **columns) for name in names]
    stored = Resume.objects.bulk_create(due)
    sweep.empty_journal()
    return stored


def reading(resume: Resume) -> Reading:
    took = {"seconds_reading": 0.01, "seconds_extracting": 0.03, "peak_mib": 180}
    return Reading(
        resume=resume, version="due", text="", lines=(), format="pdf", pages=1, remarks=(), facts=Facts(), **took
    )
