"""Visitors who come to a running site, upload a resume each and wait for its answer, driven by locust.

    python -m tests.benchmarks.load_visits SITE FOLDER --out visits.jsonl --rate 20 --seconds 120
    python -m tests.benchmarks.load_visits SITE FOLDER --out visits.jsonl --count 30 --poll 0.05

A process of its own, so that what it takes of the processor can be told. With a rate visitors come whether or not those
before them have left (an open system), at random moments (Poisson) from a fixed seed; without one, the next comes when
the last has left. Each is a session of its own and does what the page does in a browser, pictures apart: home page,
form, the page it is sent to, then that page's own question again and again until the answer is there or they leave.
"""

import argparse
import resource
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import gevent
import msgspec
from locust import FastHttpUser, task
from locust.env import Environment
from locust.exception import StopUser

from tests.benchmarks.load_told import Asked, Told, Visit, moments
from tests.faults.visitor import multipart

OPENED = 20
"""Home pages asked for before, where visitors come with the page open: their cookies serve all who come."""
ASKS = {"HX-Request": "true"}
BOUNDARY = "a-boundary-that-stands-in-no-resume"


class Visitor(FastHttpUser):
    """One visit from the home page to the answer."""

    poll = 0.6
    patience = 60.0
    network_timeout = connection_timeout = 60.0
    files: Iterator[Path]
    cookies: Iterator[Any] | None = None
    visits: list[Visit] = []  # noqa: RUF012  (one list of all visits is what is wanted)

    @task
    def visit(self) -> None:
        """Do all of it once and leave."""
        if self.cookies:
            self.client.cookiejar.set_cookie(next(self.cookies))
        else:
            self.client.get("/", name="home page")
        self.visits.append(self.sent(next(self.files)))
        raise StopUser

    def sent(self, path: Path) -> Visit:
        """Upload a file; wait for the answer where it was taken."""
        token = next((one.value for one in self.client.cookiejar if one.name == "csrftoken"), "")
        body = multipart(BOUNDARY, {}, (("file", path.name, path.read_bytes()),))
        headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "X-CSRFToken": token}
        begun, clock = time.time(), time.perf_counter()
        with self.client.post(
            "/", body, name="upload", headers=headers, allow_redirects=False, catch_response=True
        ) as answer:
            answer.success()
        visit = Visit(begun=begun, status=answer.status_code or 0, upload=time.perf_counter() - clock)
        address = (answer.headers or {}).get("Location", "")
        if visit.status != 302 or "/resumes/" not in address:
            return msgspec.structs.replace(visit, retry_after=(answer.headers or {}).get("Retry-After", ""))
        return self.answered(msgspec.structs.replace(visit, resume=address.split("/resumes/")[1].strip("/")), address)

    def answered(self, visit: Visit, address: str) -> Visit:
        """Ask for the resume's page as often as the page itself does, until it holds the answer."""
        first = visit.begun + visit.upload
        page, asked, seconds = self.asked(address, "waiting page", {})
        count = 1
        while not ended(page) and time.time() - visit.begun < self.patience:
            gevent.sleep(self.poll)
            page, asked, seconds = self.asked(address, "question", ASKS)
            count += 1
        changes = {"asked": count, "asked_at": asked, "page": seconds, "first_asked": first, "answered": ended(page)}
        return msgspec.structs.replace(visit, seconds=time.time() - visit.begun, **changes)

    def asked(self, address: str, name: str, headers: dict[str, str]) -> tuple[Any, float, float]:
        """Return the page, when it was asked for and how many seconds it took."""
        begun, clock = time.time(), time.perf_counter()
        page = self.client.get(address, name=name, headers=headers)
        return page, begun, time.perf_counter() - clock


def ended(page: Any) -> bool:
    """Return whether the page holds the answer, an estimate or why there is none: it asks no more."""
    return page.status_code == 200 and b'hx-trigger="every' not in (page.content or b"")


def come_one_by_one(runner: Any, count: int) -> None:
    for _ in range(count):
        runner.spawn_users({Visitor.__name__: 1})
        runner.user_greenlets.join()


def come_at(runner: Any, when: Iterator[float]) -> float:
    """Have a visitor come at each moment; return by how many seconds the latest was late: the driver's own fault."""
    begun, latest = time.perf_counter(), 0.0
    for moment in when:
        gevent.sleep(max(0.0, begun + moment - time.perf_counter()))
        latest = max(latest, time.perf_counter() - begun - moment)
        runner.spawn_users({Visitor.__name__: 1})
    return latest


def opened(environment: Environment) -> Iterator[Any]:
    """Ask for some home pages and return the cookies of their forms, over and over."""
    found = []
    for _ in range(OPENED):
        visitor = Visitor(environment)
        visitor.client.get("/", name="home page")
        found += [one for one in visitor.client.cookiejar if one.name == "csrftoken"]
    return cycle(found)


def drive(asked: argparse.Namespace) -> Told:
    """Let all visitors come and go; return what they tell."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))  # a connection a visitor, and thousands may wait at once
    Visitor.files = cycle(sorted(asked.folder.iterdir()))
    Visitor.host, Visitor.poll, Visitor.patience = asked.site, asked.poll, asked.patience
    environment = Environment(user_classes=[Visitor])
    runner = environment.create_local_runner()
    if asked.opened:
        Visitor.cookies = opened(environment)
    clock, processor = time.perf_counter(), time.process_time()
    if asked.rate:
        late = come_at(runner, moments(asked.rate, asked.seconds))
        arrivals = time.perf_counter() - clock
        runner.user_greenlets.join()
    else:
        late, arrivals = 0.0, 0.0
        come_one_by_one(runner, asked.count)
    seconds = time.perf_counter() - clock
    return Told(Visitor.visits, arrivals, seconds, time.process_time() - processor, late, list(told_of(environment)))


def told_of(environment: Environment) -> Iterator[Asked]:
    """Yield locust's own figures of each kind of request."""
    for one in environment.stats.entries.values():
        middle, high = one.get_response_time_percentile(0.5), one.get_response_time_percentile(0.95)
        yield Asked(one.name, one.num_requests, one.num_failures, middle or 0, high or 0)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", help="such as http://127.0.0.1:8000")
    parser.add_argument("folder", type=Path, help="files to upload, in turn")
    parser.add_argument("--out", type=Path, required=True, help="where to write what they tell, as JSON")
    parser.add_argument("--count", type=int, default=30, help="visitors, one after the other")
    parser.add_argument("--rate", type=float, default=0, help="visitors a second, whoever is still there")
    parser.add_argument("--seconds", type=float, default=120, help="for how long they come, with a rate")
    parser.add_argument("--poll", type=float, default=0.6, help="seconds between two questions; the page's own are 0.6")
    parser.add_argument("--patience", type=float, default=60, help="seconds after which a visitor leaves")
    parser.add_argument("--opened", action="store_true", help="visitors come with the home page open already")
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    asked.out.write_bytes(msgspec.json.encode(drive(asked)))


if __name__ == "__main__":
    main()
