"""Faults on many machines: what dies, forgets or goes away loses nothing and comes back by itself."""

import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from tests.cluster.conftest import Cluster
from tests.cluster.servers import within
from tests.cluster.visitors import NotTaken, Visitor
from tests.processes import ROOT, wait_until

Figure = Callable[[int, str], None]

PDF = (ROOT / "resumes/samples/sample-resume.pdf").read_bytes()
RECOVERY = 30
"""Seconds within which all that a dead worker held is read."""
OUTAGE = 20
"""Seconds that database or bucket are gone."""


def id_of(path: str) -> str:
    return path.strip("/").split("/")[-1]


def states(cluster: Cluster, paths: list[str]) -> Counter[object]:
    query = "SELECT state FROM resumes_resume WHERE id = ANY(%s::uuid[])"
    return Counter(state for (state,) in cluster.database.rows(query, [id_of(path) for path in paths]))


def longest(cluster: Cluster, paths: list[str]) -> float:
    """Return the longest time from upload to end, seconds."""
    query = (
        "SELECT extract(epoch FROM max(ended_at - created_at))::float FROM resumes_resume WHERE id = ANY(%s::uuid[])"
    )
    return float(str(cluster.database.one(query, [id_of(path) for path in paths])))


@contextmanager
def standing_still(cluster: Cluster) -> Iterator[None]:
    """Hold all workers, so that what is sent meanwhile waits."""
    for worker in cluster.workers:
        worker.signal(signal.SIGSTOP)
    try:
        yield
    finally:
        for worker in cluster.workers:
            worker.signal(signal.SIGCONT)


def test_killed_workers_lose_nothing(cluster: Cluster, visitor: Visitor, figure: Figure) -> None:
    paths, kills, dice = [], 0, random.Random(8)
    for _ in range(12):
        paths += [visitor.upload(PDF, "resume.pdf") for _ in range(5)]
        with suppress(AssertionError):
            wait_until(lambda: any(one.at_work() for one in cluster.workers), 3)
        struck = next((one for one in cluster.workers if one.at_work()), dice.choice(cluster.workers))
        struck.kill()
        struck.launch()
        kills += 1
    took = within(lambda: states(cluster, paths)["done"] == len(paths), 120)
    done = states(cluster, paths)["done"]
    times = f"longest {longest(cluster, paths):.0f} s from upload to end, {took:.0f} s after the last kill"
    figure(8, f"cluster: {kills} worker machines killed, {done} of {len(paths)} done; {times}")
    assert took < RECOVERY


def test_a_broker_that_never_answers_holds_no_upload_up(cluster: Cluster, visitor: Visitor, figure: Figure) -> None:
    visitor.upload()
    pids = [one.process.pid for one in cluster.workers if one.process]
    cluster.redis.freeze()
    try:
        times, paths = timed_uploads(visitor, 20)
    finally:
        cluster.redis.thaw()
    took = within(lambda: states(cluster, paths)["done"] == len(paths), 120)
    assert [one.process.pid for one in cluster.workers if one.process and one.process.poll() is None] == pids
    ended = f"{states(cluster, paths)['done']} of {len(paths)} done {took:.0f} s after it woke, no worker restarted"
    figure(10, f"cluster: Redis a black hole: slowest upload {max(times):.2f} s; {ended}")
    assert max(times) < 3


def test_a_broker_that_stops_for_a_while_loses_nothing(cluster: Cluster, visitor: Visitor, figure: Figure) -> None:
    visitor.upload()
    cluster.redis.stop()
    times, paths = timed_uploads(visitor, 20)
    cluster.redis.start()
    took = within(lambda: states(cluster, paths)["done"] == len(paths), 120)
    figure(
        10, f"cluster: Redis stopped: slowest upload {max(times):.2f} s; 20 of 20 done {took:.0f} s after its return"
    )
    assert max(times) < 3


def test_a_flushed_broker_loses_nothing(cluster: Cluster, visitor: Visitor, figure: Figure) -> None:
    with standing_still(cluster):
        paths = [visitor.upload() for _ in range(30)]
        with cluster.redis.client as client:
            client.flushall()
    took = within(lambda: states(cluster, paths)["done"] == len(paths), 120)
    figure(10, f"cluster: Redis flushed with 30 queued: 30 of 30 done {took:.0f} s after the workers went on")


def timed_uploads(visitor: Visitor, count: int) -> tuple[list[float], list[str]]:
    times, paths = [], []
    for _ in range(count):
        begun = time.monotonic()
        paths.append(visitor.upload())
        times.append(time.monotonic() - begun)
    return times, paths


def test_ten_deliveries_to_three_workers_make_one_result(cluster: Cluster, visitor: Visitor, figure: Figure) -> None:
    with standing_still(cluster):
        paths = [visitor.upload(PDF, "resume.pdf") for _ in range(20)]
        ids = [id_of(path) for path in paths]
        again = f"from resumes.queueing import queue; print(sum(queue(one) for one in {ids * 9}))"
        assert int(cluster.webs[0].manage("shell", "--no-imports", "-v0", "-c", again)) == 180
    within(lambda: states(cluster, paths)["done"] == len(paths), 60)
    within(lambda: waiting_messages(cluster) == 0, 60)
    attempts = cluster.database.one("SELECT max(attempts) FROM resumes_resume WHERE id = ANY(%s::uuid[])", ids)
    results = cluster.database.one("SELECT count(*) FROM resumes_reading WHERE resume_id = ANY(%s::uuid[])", ids)
    figure(11, f"cluster: 20 resumes delivered ten times each to three workers: {results} results, {attempts} attempt")
    assert (results, attempts) == (20, 1)


def waiting_messages(cluster: Cluster) -> int:
    with cluster.redis.client as client:
        return int(client.llen("celery"))


def test_a_database_that_is_gone_gives_clean_errors_and_is_found_again(
    cluster: Cluster, visitor: Visitor, figure: Figure
) -> None:
    before = [visitor.upload() for _ in range(5)]
    cluster.database.stop()
    codes, slowest = asked_for(OUTAGE, visitor, ("/", "/guide/", "/resumes/"))
    cluster.database.start()
    back = within(lambda: visitor.get("/resumes/").status_code == 200, 30)
    after = upload_as_soon_as_possible(visitor)
    took = within(lambda: states(cluster, [*before, after])["done"] == 6, 120)
    figure(14, f"cluster: PostgreSQL gone for {OUTAGE} s: answers {told(codes)}, slowest {slowest:.1f} s")
    figure(14, f"cluster: pages back {back:.1f} s after it, uploads done {took:.0f} s after that, nothing restarted")
    assert set(codes) <= {200, 302, 503}


def test_a_bucket_that_is_gone_gives_clean_errors_and_is_found_again(
    cluster: Cluster, visitor: Visitor, figure: Figure
) -> None:
    with standing_still(cluster):
        before = [visitor.upload() for _ in range(5)]
        cluster.bucket.freeze()
    begun, codes, times = time.monotonic(), Counter[int](), []
    try:
        while time.monotonic() - begun < OUTAGE:
            asked = time.monotonic()
            with pytest.raises(NotTaken) as refused:
                visitor.upload()
            codes[refused.value.status] += 1
            times.append(time.monotonic() - asked)
            assert visitor.get("/guide/").status_code == 200
    finally:
        cluster.bucket.thaw()
    after = upload_as_soon_as_possible(visitor)
    took = within(lambda: states(cluster, [*before, after])["done"] == 6, 150)
    figure(14, f"cluster: bucket gone for {OUTAGE} s: uploads answered {told(codes)} in {max(times):.1f} s at most")
    figure(14, f"cluster: 6 of 6 done {took:.0f} s after its return, those taken in before included")
    assert set(codes) == {503}


def told(codes: Counter[int]) -> str:
    return ", ".join(f"{code} x {count}" for code, count in sorted(codes.items()))


def upload_as_soon_as_possible(visitor: Visitor) -> str:
    taken: list[str] = []

    def tried() -> bool:
        with suppress(NotTaken):
            taken.append(visitor.upload())
        return bool(taken)

    wait_until(tried, 30)
    return taken[0]


def asked_for(seconds: float, visitor: Visitor, paths: tuple[str, ...]) -> tuple[Counter[int], float]:
    """Ask for the pages for so long, and send uploads; return the answers' codes and the longest wait."""
    begun, codes, slowest = time.monotonic(), Counter[int](), 0.0
    while time.monotonic() - begun < seconds:
        for path in (*paths, "upload"):
            asked = time.monotonic()
            answer = visitor.post("/", file=("r.txt", b"a resume")) if path == "upload" else visitor.get(path)
            codes[answer.status_code] += 1
            slowest = max(slowest, time.monotonic() - asked)
    return codes, slowest
