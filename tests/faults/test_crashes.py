"""Promise 12: what a crash or a refusal leaves half done is gone after the sweep, and nothing whole goes with it."""

import random
from collections.abc import Callable
from http.client import HTTPException
from threading import Timer

import pytest

from tests.conftest import RESUME
from tests.faults.conftest import sized
from tests.faults.house import PATIENCE, House
from tests.faults.pages import pdf_resume
from tests.faults.visitor import Visitor, key_of
from tests.processes import wait_until

pytestmark = [pytest.mark.worker, pytest.mark.usefixtures("emptied")]

Figure = Callable[[int, str], None]
BROKEN = (OSError, HTTPException)
"""What a visitor's connection ends with when the process behind it dies."""


def swept(house: House) -> None:
    """Let an hour pass and the sweep of files run."""
    house.grow_old()
    house.tell("remove_orphans")
    wait_until(lambda: not house.orphans(), PATIENCE)


def dies(house: House, fault: str, deed: Callable[[], object]) -> None:
    """Do what a web process dies of, and see that the next one answers."""
    house.plan(fault)
    with pytest.raises(BROKEN):
        deed()
    assert house.happened()
    wait_until(lambda: alive(house.visitor()), PATIENCE)


@pytest.mark.parametrize("fault", ["killed between file and row", "left between file and row"])
def test_a_process_that_dies_between_file_and_row_leaves_no_orphan(house: House, fault: str, figure: Figure) -> None:
    visitor = house.visitor()
    visitor.token()
    dies(house, fault, lambda: visitor.upload(RESUME))
    assert (house.count(), len(house.files())) == (0, 1)
    house.tell("remove_orphans")
    kept = key_of(visitor.upload(RESUME))
    house.ends(kept)
    assert len(house.orphans()) == 1, "an upload in progress looks the same, and must stay for its hour"
    swept(house)
    assert (house.count(), len(house.files())) == (1, 1)
    figure(12, f"web process {fault}: orphans after the sweep 0, the good resume beside it kept")


def test_a_process_that_dies_between_row_and_file_leaves_no_orphan(house: House, figure: Figure) -> None:
    visitor = house.visitor()
    key = key_of(visitor.upload(RESUME))
    house.ends(key)
    dies(house, "killed between row and file", lambda: visitor.post(f"/resumes/{key}/delete/"))
    assert (house.state(key), len(house.orphans())) == ("gone", 1)
    swept(house)
    assert house.files() == set()
    figure(12, "web process killed between the row's removal and the file's: orphans after the sweep 0")


def test_a_row_that_is_refused_leaves_neither_file_nor_task_and_quotes_nothing(house: House, figure: Figure) -> None:
    house.plan("row refused")
    answer = house.visitor().upload(RESUME, "ana-quillfeather.txt")
    assert (answer.status, "Something broke here" in answer.text) == (500, True)
    assert "quillfeather" not in answer.text
    assert (house.count(), house.files()) == (0, set())
    assert house.broker.client.llen("celery") == 0
    figure(12, "row refused: files 0, rows 0, messages 0")


def test_a_worker_that_dies_between_pictures_and_rows_leaves_no_orphan(house: House, figure: Figure) -> None:
    visitor = house.visitor()
    key = key_of(visitor.upload(pdf_resume(), "resume.pdf"))
    house.ends(key)
    house.plan("killed between pictures and rows")
    visitor.get(f"/resumes/{key}/pages/")
    house.worker.process.wait(PATIENCE)  # type: ignore[union-attr]
    assert len(house.orphans()) == 1
    house.worker.start()
    house.rows("UPDATE resumes_drawing SET lease_until = '2020-01-01', asked_at = '2020-01-01'")
    visitor.get(f"/resumes/{key}/pages/")
    wait_until(lambda: house.rows("SELECT count(*) FROM resumes_pagepicture")[0][0] > 0, PATIENCE)
    swept(house)
    assert visitor.get(f"/resumes/{key}/pages/1.webp").status == 200
    figure(12, "worker killed between a page's picture and its row: orphans after the sweep 0, drawn anew")


def test_killed_at_any_moment_every_row_has_its_file_and_every_old_file_its_row(house: House, figure: Figure) -> None:
    kills, dice = sized(30, 3), random.Random(12)
    visitors = [house.visitor() for _ in range(kills)]
    taken = sum(killed_during_an_upload(house, visitor, dice.uniform(0, 0.06)) for visitor in visitors)
    left = len(house.orphans())
    swept(house)
    named = {name for (name,) in house.rows("SELECT file FROM resumes_resume")}
    assert (house.files(), house.count() >= taken) == (named, True)
    ended = "SELECT count(*) FROM resumes_resume WHERE state = 'done'"
    wait_until(lambda: house.rows(ended)[0][0] == house.count(), 120)
    words = f"{taken} answered, {house.count()} stored, all of them read; {left} orphans before the sweep, 0 after"
    figure(12, f"web process killed at {kills} random moments of an upload: {words}")


def killed_during_an_upload(house: House, visitor: Visitor, seconds: float) -> bool:
    """Kill the web process so long after an upload was begun; return whether it was answered all the same."""
    visitor.token()
    (process,) = house.web_processes()
    timer = Timer(seconds, process.kill)
    timer.start()
    try:
        answered = visitor.upload(RESUME).status == 200
    except BROKEN:
        answered = False
    timer.join()
    wait_until(lambda: [one.pid for one in house.web_processes()] not in ([], [process.pid]), PATIENCE)
    wait_until(lambda: alive(visitor), PATIENCE)
    return answered


def alive(visitor: Visitor) -> bool:
    try:
        return visitor.get("/healthz").status == 200
    except BROKEN:
        return False
