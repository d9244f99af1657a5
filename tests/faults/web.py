"""A real web server with a database and broker of its own, low limits, and clients that behave as no browser does."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import psutil
import pytest

from tests.browser.conftest import answers, free_port, started_web
from tests.processes import ROOT, Broker, wait_until

LIMITS = {
    "UPLOADS_PER_HOUR": "10",
    "UPLOADS_PER_HOUR_FROM_ADDRESS": "30",
    "ESTIMATES_PER_MINUTE": "20",
    "CHANGES_PER_MINUTE": "20",
    "LOGINS_PER_MINUTE": "10",
    "API_CALLS_PER_MINUTE": "20",
}
AT_ONCE = 40
"""Connections that clients hold open together."""

MAKE_KEY = "from resumes.api.keys import make; print(make('A program')[1])"


@dataclass(frozen=True)
class Answer:
    """What came back: 0 where the connection broke."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""


@dataclass(frozen=True)
class Sent:
    """A request as it is sent."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Web:
    """A running gunicorn."""

    port: int
    environment: dict[str, str]
    log: Path
    broker: Broker
    process: "subprocess.Popen[bytes] | None" = None
    source: str = "127.0.0.1"
    """The loopback address that clients come from."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.process = started_web(self.environment, self.log)
        wait_until(lambda: answers(self.address), 60)

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(20)

    def manage(self, *command: str) -> str:
        run = [sys.executable, "manage.py", *command]
        ended = subprocess.run(run, cwd=ROOT, env=os.environ | self.environment, check=True, capture_output=True)
        return ended.stdout.decode()

    def ask(self, sent: Sent, timeout: float = 60) -> Answer:
        """Send one request on a connection of its own and return the answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout, source_address=(self.source, 0))
        try:
            connection.request(sent.method, sent.path, sent.body or None, sent.headers)
            came = connection.getresponse()
            headers = {name.lower(): value for name, value in came.getheaders()}
            return Answer(came.status, headers, came.read().decode("utf-8", "replace"))
        except (OSError, HTTPException):
            return Answer(0)
        finally:
            connection.close()

    def ask_all(self, requests: list[Sent]) -> list[Answer]:
        """Send requests, many at once, and return their answers."""
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(self.ask, requests))

    def connected(self, data: bytes = b"", timeout: float = 60) -> socket.socket:
        """Return a bare connection on which something has been sent."""
        plain = socket.create_connection(("127.0.0.1", self.port), timeout)
        plain.sendall(data)
        return plain

    def family(self) -> list[psutil.Process]:
        assert self.process
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]

    def mib(self) -> float:
        """Return the resident memory of all processes of the server."""
        return float(sum(one.memory_info().rss for one in self.family()) / 2**20)


@pytest.fixture(scope="session")
def web(furniture: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """A site as a deployment starts it, but for its worker; with limits that a few requests reach."""
    var = tmp_path_factory.mktemp("web")
    broker = Broker(var)
    broker.start()
    port = free_port()
    told = {"VAR_DIR": str(var), "DATABASE_URL": f"sqlite:///{var / 'web.sqlite3'}", "REDIS_URL": broker.url}
    told |= {"STATIC_DIR": str(furniture / "static"), "PORT": str(port), "WEB_CONCURRENCY": "2", "LOG_LEVEL": "ERROR"}
    site = Web(port, {**told, **LIMITS}, var / "web.log", broker)
    shutil.copy(furniture / "bandwise.sqlite3", var / "web.sqlite3")
    site.start()
    yield site
    site.stop()
    broker.stop()
