"""Promise 14, the database: locked or gone for a while, it costs what is asked of it meanwhile, and nothing else."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress

import pytest

from tests.conftest import RESUME
from tests.faults.conftest import sized
from tests.faults.house import House
from tests.faults.test_disk import is_clean, pids, recovers
from tests.faults.visitor import key_of

pytestmark = [pytest.mark.worker, pytest.mark.usefixtures("emptied")]

Figure = Callable[[int, str], None]


@contextmanager
def locked(house: House) -> Iterator[None]:
    """Hold the database for writing, as a process does that hangs within a transaction."""
    with closing(sqlite3.connect(house.database, timeout=30, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")


@contextmanager
def gone(house: House) -> Iterator[None]:
    """Take the folder of the data away, as a disk that is unplugged; what is made in its place meanwhile is no more."""
    away = house.home / "away"
    house.var.rename(away)
    try:
        yield
    finally:
        with suppress(FileNotFoundError):
            house.var.rename(house.home / f"stray-{time.monotonic_ns()}")
        away.rename(house.var)


def test_a_database_that_is_locked_costs_no_resume(house: House, figure: Figure) -> None:
    seconds, visitor, before = sized(25, 2), house.visitor(), pids(house)
    waiting = [key_of(visitor.upload(RESUME)) for _ in range(3)]
    with ThreadPoolExecutor() as pool:
        with locked(house):
            begun = time.monotonic()
            sent = pool.submit(visitor.upload, RESUME)
            pages = [house.visitor().get(path).status for path in ("/healthz", "/guide/")]
            time.sleep(max(0.0, begun + seconds - time.monotonic()))
        answer = sent.result(60)
    assert (pages, answer.status == 200 or is_clean(answer)) == ([200, 200], True)
    for key in waiting:
        house.ends(key)
    recovers(house, visitor)
    assert pids(house) == before
    words = (
        f"an upload meanwhile {answer.status}, guide and healthz {pages[0]}; 3 waiting ended done, processes the same"
    )
    figure(14, f"database locked for {seconds} s: {words}")


def test_a_database_that_is_gone_is_said_in_words_and_missed_no_longer_than_it_is(house: House, figure: Figure) -> None:
    seconds, visitor, before, count = sized(20, 1), house.visitor(), pids(house), house.count()
    visitor.token()
    with gone(house):
        begun = time.monotonic()
        refused = [visitor.upload(RESUME), visitor.get("/guide/"), visitor.upload(RESUME)]
        alive = house.visitor().get("/healthz").status
        time.sleep(max(0.0, begun + seconds - time.monotonic()))
    assert (alive, [is_clean(one) for one in refused]) == (200, [True, True, True])
    recovers(house, visitor)
    assert (pids(house), house.count()) == (before, count + 1)
    words = "uploads and guide 503 with Retry-After, healthz 200; then all as before, processes the same"
    figure(14, f"database and uploads gone for {seconds} s: {words}")


def test_the_api_says_in_its_own_shape_that_it_cannot_just_now(house: House) -> None:
    with gone(house):
        answer = house.visitor().get("/api/v1/resumes/00000000-0000-4000-8000-000000000000", Authorization="Bearer x")
    assert (answer.status, answer.headers["Retry-After"]) == (503, "30")
    assert b'"code":"not_just_now"' in answer.body
