"""A real broker and a real worker for the tests that need them, each stopped with all that it started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from redis import Redis
from redis.exceptions import RedisError

from config import embedded
from resumes import sandbox

ROOT = Path(__file__).resolve().parent.parent


def wait_until(condition: Callable[[], object], seconds: float = 30) -> None:
    """Wait until the condition holds; fail the test where it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"still waiting after {seconds} s"
        time.sleep(0.05)


@dataclass
class Broker:
    """An embedded Valkey that listens in a directory of its own."""

    directory: Path
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"unix://{embedded.socket_of(self.directory)}"

    @property
    def client(self) -> Redis:
        return Redis.from_url(self.url)

    def start(self) -> None:
        command = embedded.server_command(self.directory)
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(self.answers)

    def answers(self) -> bool:
        try:
            with self.client as client:
                return bool(client.ping())
        except RedisError:
            return False

    def flush(self) -> None:
        with self.client as client:
            client.flushall()

    def stop(self) -> None:
        if self.process:
            self.process.terminate()
            self.process.wait(10)


@dataclass
class Worker:
    """A Celery worker in a process group of its own, with the environment that a deployment would give it."""

    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    options: tuple[str, ...] = field(default=("--loglevel", "info", "--without-gossip", "--without-mingle"))
    app: str = "config"

    readied: int = 0

    def start(self) -> None:
        self.launch()
        wait_until(self.is_ready, 90)

    def is_ready(self) -> bool:
        """Return whether the worker, as started last, has said that it takes messages."""
        return self.alive and self.text().count(" ready.") > self.readied

    def launch(self) -> None:
        """Start without waiting for it."""
        command = [sys.executable, "-m", "celery", "-A", self.app, "worker", *self.options]
        self.readied = self.text().count(" ready.")
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        assert self.process
        return self.process.pid

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def family(self) -> list[psutil.Process]:
        """Return all processes that descend from the worker."""
        return psutil.Process(self.pid).children(recursive=True)

    def at_work(self) -> bool:
        """Return whether a child of the worker's server of children is at work on a document."""
        with suppress(psutil.NoSuchProcess):  # a child may end while it is looked at
            servers = {child.pid for child in psutil.Process(self.pid).children() if sandbox.lives(child)}
            return any(process.ppid() in servers for process in self.family())
        return False

    def text(self) -> str:
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""

    def kill(self) -> None:
        """Kill the whole process group at once, as a machine that loses power would."""
        if self.process:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)

    def stop(self) -> None:
        """Ask the whole group to stop, as a process manager does, and see that it goes, its beat too."""
        if self.process and self.alive:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(30)
            self.kill()
