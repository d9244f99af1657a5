"""Promise 18: nothing of a resume is in logs, error pages, task arguments or the admin."""

import html
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from os import environ
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.faults.canary import Canary, live, redis_dump
from tests.faults.conftest import sized
from tests.faults.house import PATIENCE, House
from tests.faults.visitor import Visitor, key_of
from tests.processes import ROOT, wait_until

pytestmark = pytest.mark.worker

Figure = Callable[[int, str], None]
PASSWORD = "a-drill-of-ours-only"
LOGS = ("web.log", "worker.log")


@pytest.fixture(scope="module")
def house(furniture: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A site that logs all that it can."""
    home = tmp_path_factory.mktemp("talkative")
    (home / "var").mkdir()
    made = House(home, furniture, home / "var", {"LOG_LEVEL": "DEBUG", "LOG_JSON": "false"})
    try:
        made.open()
        yield made
    finally:
        made.close()


def logged(house: House) -> bytes:
    return b"".join((house.home / name).read_bytes() for name in LOGS)


def test_logs_hold_nothing_of_a_resume(house: House, figure: Figure) -> None:
    canary = Canary()
    visitor = live(house, canary)
    visitor.get("/guide/estimate/?ml=7&place=" + canary.words["employer"])
    visitor.get("/", **{"User-Agent": canary.words["name"]})
    assert visitor.post(f"/resumes/{canary.key}/delete/").status == 200
    log = logged(house)
    assert log.count(b"\n") > 100
    assert canary.key.encode() in log, "what is looked through is the log of this resume"
    assert canary.found_in(log) == set()
    figure(18, f"logs of web, worker and beat at DEBUG, {log.count(bytes([10]))} lines of a whole life: hits 0")


def test_a_page_that_breaks_over_a_resume_quotes_it_neither_to_the_visitor_nor_to_the_log(
    house: House, figure: Figure
) -> None:
    canary = Canary()
    visitor = house.visitor()
    canary.key = key_of(visitor.upload(canary.pdf, canary.filename))
    house.ends(canary.key)
    house.plan("a page quotes")
    answer = visitor.get(f"/resumes/{canary.key}/")
    assert (answer.status, house.happened(), "Something broke here" in answer.text) == (500, True, True)
    assert "Traceback" not in answer.text
    assert canary.found_in(answer.body) == set()
    assert b"ValueError" in logged(house)
    assert canary.found_in(logged(house)) == set()
    figure(18, "a page's error that quotes the whole resume: hits in answer 0, in log 0")


def test_a_worker_that_breaks_over_a_resume_does_not_quote_it(house: House, figure: Figure) -> None:
    canary = Canary()
    house.plan("a worker quotes")
    canary.key = key_of(house.visitor().upload(canary.pdf, canary.filename))
    wait_until(house.happened, PATIENCE)
    wait_until(lambda: b"task_failed" in logged(house), PATIENCE)
    assert canary.found_in(logged(house)) == set()
    figure(18, "a worker's error that quotes the whole resume: hits in log 0")


def test_the_broker_carries_and_the_cache_keeps_nothing_of_a_resume(house: House, figure: Figure) -> None:
    canary = Canary()
    house.worker.kill()
    canary.key = key_of(house.visitor().upload(canary.pdf, canary.filename))
    dump = redis_dump(house)
    assert house.broker.client.llen("celery") == 1
    assert canary.found_in(dump) == set()
    figure(18, f"Redis with a waiting task, all keys ({len(dump):,} bytes): hits 0")


def test_the_admin_shows_nothing_of_a_resume(house: House, figure: Figure) -> None:
    if not house.worker.alive:
        house.worker.start()
    canary = Canary()
    visitor = live(house, canary)
    failed = key_of(visitor.upload(b"%PDF-1.7 " + canary.text.encode(), canary.filename))
    house.ends(failed, "failed")
    seen = dict(crawl(superuser(house), sized(200, 40)))
    assert all(any(key in address for address in seen) for key in (failed, canary.key))
    leaks = {address: canary.found_in(page) for address, page in seen.items() if canary.found_in(page)}
    assert leaks == {}
    figure(18, f"admin crawled as superuser, resumes first: {len(seen)} pages, hits 0")


def superuser(house: House) -> Visitor:
    """Return a visitor who is logged in to the admin as a superuser."""
    environment = environ | house.environment | {"DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    make = [sys.executable, "manage.py", "createsuperuser", "--noinput", "--username=root", "--email=root@mail.example"]
    subprocess.run(make, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    visitor = house.visitor()
    visitor.get("/admin/login/")
    visitor.post("/admin/login/", {"username": "root", "password": PASSWORD})
    assert visitor.get("/admin/").address.endswith("/admin/")
    return visitor


def crawl(visitor: Visitor, most: int) -> Iterator[tuple[str, bytes]]:
    """Yield the admin's pages that can be reached, each with its address: those of resumes before all others."""
    waiting, seen = {"/admin/"}, {"/admin/logout/"}
    for _ in range(most):
        if not (left := waiting - seen):
            return
        address = min(left, key=lambda one: ("/resumes/" not in one, "?" in one, one))
        seen.add(address)
        answer = visitor.get(address)
        yield address, answer.body
        found = (html.unescape(one) for one in re.findall(r'(?:href|action)="([^"#]+)', answer.text))
        waiting |= {one for link in found if (one := urljoin(address, link)).startswith("/admin/")}
