"""A release on many machines: each is restarted in its turn while visitors send resumes and look at pages."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import httpx

from tests.cluster.conftest import Cluster
from tests.cluster.machines import Machine, Web
from tests.cluster.servers import within
from tests.cluster.test_drills import states
from tests.cluster.visitors import NotTaken, Visitor

Figure = Callable[[int, str], None]

PROXY_SECONDS = 3
"""The proxy leaves a machine that did not answer alone for two seconds (`fail_timeout` in `nginx.conf`)."""


@dataclass
class Load:
    """Visitors who send resumes and look at pages until they are told to stop."""

    cluster: Cluster
    paths: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    requests: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def visit(self) -> None:
        visitor = self.cluster.visitor()
        while not self.over.is_set():
            self.ask(lambda: self.paths.append(visitor.upload()))
            self.ask(lambda: self.look(visitor, "/resumes/"))
            self.ask(lambda: self.look(visitor, "/guide/"))
            self.over.wait(0.1)

    def look(self, visitor: Visitor, path: str) -> None:
        answer = visitor.get(path)
        if answer.status_code != 200:
            raise NotTaken(answer.status_code)

    def ask(self, request: Callable[[], None]) -> None:
        self.requests += 1
        try:
            request()
        except (NotTaken, httpx.HTTPError) as error:
            self.failed.append(str(error) or type(error).__name__)


def test_a_rolling_restart_under_load_fails_no_request_and_loses_no_resume(
    cluster: Cluster, visitor: Visitor, figure: Figure
) -> None:
    load = Load(cluster)
    with ThreadPoolExecutor(3) as pool:
        for _ in range(3):
            pool.submit(load.visit)
        time.sleep(3)
        begun = time.monotonic()
        for machine in (*cluster.webs, *cluster.workers, cluster.beat):
            restart(machine)
        took = time.monotonic() - begun
        time.sleep(3)
        load.over.set()
    within(lambda: states(cluster, load.paths)["done"] == len(load.paths), 120)
    lost = len(load.paths) - states(cluster, load.paths)["done"]
    figure(24, f"cluster: web, workers and beat restarted one by one in {took:.0f} s under load:")
    figure(24, f"cluster: failed {len(load.failed)} of {load.requests} requests, lost {lost} of {len(load.paths)}")
    assert (load.failed, lost) == ([], 0)


def restart(machine: Machine) -> None:
    """Restart a machine as the deployment's notes say: the next one only once the proxy may ask this one again."""
    machine.stop()
    machine.start()  # type: ignore[attr-defined]
    if isinstance(machine, Web):
        time.sleep(PROXY_SECONDS)
