"""The broker forgets, restarts, goes, freezes, or becomes a hole: nobody waits, nothing is lost, nobody restarts."""

import math
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.utils import timezone

from resumes import sweep
from resumes.models import Resume
from resumes.queueing import queue_length
from tests.conftest import RESUME
from tests.faults.conftest import sized
from tests.faults.house import House
from tests.faults.running import BlackHole
from tests.faults.visitor import key_of
from tests.processes import Broker, wait_until

Figure = Callable[[int, str], None]

PROMPT = 3.0
"""Seconds within which the site answers, whatever the broker does."""
AGAIN = 60
"""Seconds within which all that waited is read once the broker is back, on a machine that is busy with other things."""
WAITING = "SELECT count(*) FROM resumes_resume WHERE state IN ('queued', 'reading')"


@contextmanager
def forgetting(house: House) -> Iterator[None]:
    house.broker.flush()
    yield
    house.broker.flush()


@contextmanager
def restarting(house: House) -> Iterator[None]:
    house.broker.stop()
    house.broker.start()
    yield
    house.broker.stop()
    house.broker.start()


@contextmanager
def gone(house: House) -> Iterator[None]:
    house.broker.stop()
    yield
    house.broker.start()


@contextmanager
def frozen(house: House) -> Iterator[None]:
    """Every connection that there is stays, and nothing comes out of any; new ones are let in."""
    assert house.broker.process
    house.broker.process.send_signal(signal.SIGSTOP)
    yield
    house.broker.process.send_signal(signal.SIGCONT)


@contextmanager
def a_black_hole(house: House) -> Iterator[None]:
    house.broker.stop()
    with BlackHole(house.home) as hole:
        yield
        assert hole.swallowed
    house.broker.start()


FAULTS = [forgetting, restarting, gone, frozen, a_black_hole]


@pytest.mark.worker
@pytest.mark.usefixtures("emptied")
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_uploads_are_answered_promptly_and_read_without_a_restart(
    house: House, figure: Figure, fault: Callable[[House], Iterator[None]]
) -> None:
    visitor, times, pid = house.visitor(), [], house.worker.pid
    count, lasting = sized(100, 6), sized(35, 1)
    before = house.count()
    with fault(house):  # type: ignore[attr-defined]
        for _ in range(count):
            begun = time.monotonic()
            answer = visitor.upload(RESUME)
            times.append(time.monotonic() - begun)
            assert (answer.status, len(key_of(answer))) == (200, 36)
            time.sleep(max(0.0, lasting / count - times[-1]))
        pages = [timed(house, path) for path in ("/", answer.address)]
    again = seconds_until(lambda: house.rows(WAITING) == [(0,)])
    slowest = sorted(times)[math.ceil(0.99 * len(times)) - 1]
    done = house.rows("SELECT count(*) FROM resumes_resume WHERE state = 'done'")[0][0]
    name = fault.__name__.replace("_", " ")
    words = f"{name}: {len(times)} uploads, 99th percentile {slowest:.2f} s, all read {again:.1f} s after it was back"
    figure(10, words)
    assert max(slowest, *pages) < PROMPT
    assert done == house.count() == before + len(times)
    assert (house.worker.alive, house.worker.pid) == (True, pid)


def timed(house: House, path: str) -> float:
    begun = time.monotonic()
    assert house.visitor().get(path).status in (200, 404)
    return time.monotonic() - begun


def seconds_until(condition: Callable[[], bool]) -> float:
    begun = time.monotonic()
    wait_until(condition, AGAIN)
    return time.monotonic() - begun


@pytest.mark.django_db(transaction=True)
def test_the_sweep_sends_few_messages_under_tenfold_overload(broker: Broker, figure: Figure) -> None:
    bound = sweep.SHORT_QUEUE + sweep.ROWS_A_PASS
    waiting = sized(10, 2) * bound
    Resume.objects.bulk_create(Resume(owner="ana", file="none", filename="cv", size=1) for _ in range(waiting))
    longest = 0
    for _ in range(20):
        Resume.objects.update(next_turn=timezone.now() - timedelta(seconds=1))
        sweep.sweep()
        longest = max(longest, queue_length())
        broker.client.ltrim("celery", 0, -20)  # a worker takes a few
    figure(10, f"{waiting} waiting, 20 passes with all of them due: at most {longest} messages of the sweep at a time")
    assert 0 < longest <= bound
