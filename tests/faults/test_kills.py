"""Children, workers and the beat killed at random moments while resumes flow: nothing is lost, and all goes on soon."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

import psutil
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from resumes import limits, sandbox
from resumes.intake import receive
from resumes.models import Reading, Resume, State
from tests.conftest import RESUME
from tests.faults.conftest import sized
from tests.faults.running import Beat
from tests.processes import Broker, Worker, wait_until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

Figure = Callable[[int, str], None]

SOON = 30
"""Seconds within which what a kill has hit must have ended, on a machine that is not busy with other things."""
SEED = 20261123


@pytest.fixture
def beat(worker: Worker) -> Iterator[Beat]:
    """A beat for the worker, not started yet."""
    beat = Beat(worker.environment, worker.log.with_name("beat.log"))
    yield beat
    beat.kill()


@pytest.fixture
def workers(worker: Worker) -> Iterator[list[Worker]]:
    """Three workers, so that one is there while others start again."""
    more = [replace(worker, log=worker.log.with_name(f"worker-{number}.log")) for number in (2, 3)]
    for number, one in enumerate((worker, *more)):
        one.options += ("--hostname", f"w{number}@%h")
    yield [worker, *more]
    for one in more:
        one.kill()


def send(count: int = 1) -> None:
    for _ in range(count):
        receive(data_file=SimpleUploadedFile("cv", RESUME), owner="ana")


def left() -> int:
    return Resume.objects.exclude(state__in=(State.DONE, State.FAILED)).count()


@dataclass
class Hits:
    """Which resumes were being read when something was killed, and when that was last."""

    last: dict[UUID, datetime] = field(default_factory=dict)
    kills: int = 0

    def note(self) -> None:
        self.kills += 1
        reading = Resume.objects.filter(state=State.READING).values_list("pk", flat=True)
        self.last |= dict.fromkeys(reading, timezone.now())

    def longest(self) -> float:
        """Return the longest time, in seconds, from a kill to the end of a resume that was being read."""
        ends = dict(Resume.objects.filter(pk__in=self.last).values_list("pk", "ended_at"))
        return max(((ends[pk] - hit).total_seconds() for pk, hit in self.last.items()), default=0.0)


def assert_nothing_was_lost(hits: Hits) -> str:
    """Check that all have ended, and read but for those that were killed three times; return the figure's words."""
    total = Resume.objects.count()
    done = Resume.objects.filter(state=State.DONE).count()
    unlucky = Resume.objects.filter(state=State.FAILED, code="unreadable", attempts=limits.attempts()).count()
    assert done + unlucky == total
    assert Reading.objects.count() == done
    assert hits.longest() < SOON
    words = f"{done} of {total} resumes read ({unlucky} killed three times)"
    return f"{hits.kills} kills: {words}; {len(hits.last)} hit, longest recovery {hits.longest():.1f} s"


def at_work(workers: list[Worker]) -> list[Worker]:
    """Return the workers that have read something since their start, once there are two: one is to be left."""
    deadline = time.monotonic() + 180
    while len(found := [one for one in workers if is_warm(one)]) < 2:
        assert time.monotonic() < deadline
        send(max(0, 2 - left()))
        time.sleep(0.3)
    return found


def is_warm(worker: Worker) -> bool:
    return worker.is_ready() and '"resume_done"' in worker.text().rpartition(" ready.")[2]


def test_workers_killed_at_random_moments_lose_nothing(workers: list[Worker], beat: Beat, figure: Figure) -> None:
    dice, hits = random.Random(SEED), Hits()
    beat.start()
    for one in workers:
        one.launch()
    for _ in range(sized(100, 3)):
        victim = dice.choice(at_work(workers))
        send(2)
        time.sleep(dice.uniform(0, 0.5))
        victim.kill()
        hits.note()
        victim.launch()
    wait_until(lambda: not left(), 120)
    figure(8, f"worker's process group, {assert_nothing_was_lost(hits)}")


def test_children_killed_at_random_moments_lose_nothing(worker: Worker, beat: Beat, figure: Figure) -> None:
    dice, hits = random.Random(SEED), Hits()
    beat.start()
    worker.start()
    pid = worker.pid
    while hits.kills < sized(100, 5):
        send(max(0, 4 - left()))
        if (child := child_of(worker)) and dice.random() < 0.4:
            time.sleep(dice.uniform(0, 0.08))
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
                hits.note()
    wait_until(lambda: not left(), 120)
    figure(8, f"child, {assert_nothing_was_lost(hits)}")
    assert (worker.alive, worker.pid) == (True, pid)


def child_of(worker: Worker) -> int | None:
    """Return the id of a child that is at work on a document, None where none is."""
    with suppress(psutil.NoSuchProcess):
        servers = [one for one in psutil.Process(worker.pid).children() if sandbox.lives(one)]
        return next((child.pid for server in servers for child in server.children()), None)
    return None


def test_a_beat_killed_at_random_moments_loses_nothing(
    worker: Worker, beat: Beat, broker: Broker, figure: Figure
) -> None:
    dice, kills = random.Random(SEED), sized(100, 3)
    worker.start()
    for _ in range(kills):
        beat.start()
        send()
        if dice.random() < 0.5:
            broker.flush()  # now only the sweep can queue it again, which only the beat brings about
        time.sleep(dice.uniform(0.1, 2))
        beat.kill()
    beat.start()
    begun = timezone.now()
    wait_until(lambda: not left(), 180)
    last = max((end - begun).total_seconds() for end in Resume.objects.values_list("ended_at", flat=True) if end)
    done = Resume.objects.filter(state=State.DONE).count()
    words = f"{done} of {kills} resumes read, the last {max(last, 0):.1f} s after the last start"
    figure(8, f"beat, {kills} kills: {words}")
    assert (done, Reading.objects.count()) == (kills, kills)
    assert last < SOON
