"""Machines of a deployment: each has a copy of the code and a directory of its own; they share no file.

What they share is what a deployment shares: database, broker, bucket, and the secrets in their environment.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.cluster.servers import accepts, free_port
from tests.processes import ROOT, Worker, wait_until

CODE = ("config", "resumes", "salaries", "templates")


def copy_code(to: Path) -> Path:
    for name in CODE:
        shutil.copytree(ROOT / name, to / name)
    shutil.copy(ROOT / "manage.py", to)
    return to


@dataclass
class Machine:
    """A directory with code and an environment, in which one process of the deployment runs."""

    directory: Path
    shared: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return {**inherited, **self.shared, "VAR_DIR": str(self.directory / "var")}

    @property
    def log(self) -> Path:
        return self.directory / "log"

    def manage(self, *arguments: str, **environment: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=self.directory, env=self.environment | environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    def run(self, *command: str) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *command],
                cwd=self.directory,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def stop(self) -> None:
        """Ask the process to stop, as whoever deploys does, and wait until it has."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)

    def kill(self) -> None:
        """Kill all of it at once, as a machine that loses power would."""
        if self.process and self.process.poll() is None:
            self.signal(signal.SIGKILL)
            self.process.wait(10)

    def signal(self, number: int) -> None:
        """Signal the process with all that it started."""
        assert self.process
        os.killpg(self.process.pid, number)


@dataclass
class Web(Machine):
    """A machine that answers requests."""

    port: int = field(default_factory=free_port)

    @property
    def environment(self) -> dict[str, str]:
        return super().environment | {"PORT": str(self.port), "WEB_CONCURRENCY": "1"}

    def start(self) -> None:
        self.run("gunicorn", "--config", "config/gunicorn.py", "config.wsgi")
        wait_until(lambda: accepts(self.port) and self.answers(), 60)

    def answers(self) -> bool:
        try:
            headers = {"Host": "localhost", "X-Forwarded-Proto": "https"}
            return httpx.get(f"http://127.0.0.1:{self.port}/healthz", headers=headers, timeout=2).status_code == 200
        except httpx.HTTPError:
            return False

    def ready(self) -> dict[str, object]:
        """Return what the machine itself says of its parts: the proxy hands this to nobody."""
        headers = {"Host": "localhost", "X-Forwarded-Proto": "https"}
        answer = httpx.get(f"http://127.0.0.1:{self.port}/readyz", headers=headers, timeout=10)
        return {"status": answer.status_code, **answer.json()}


@dataclass
class WorkerMachine(Machine):
    """A machine that reads resumes."""

    def start(self) -> None:
        self.launch()
        self.wait()

    def launch(self) -> None:
        self.seen = self.text().count(" ready.")
        quiet = ("--without-gossip", "--without-mingle", "--loglevel", "info")
        self.run("celery", "-A", "config", "worker", *quiet, "--hostname", f"{self.directory.name}@%h")

    def wait(self) -> None:
        wait_until(lambda: self.text().count(" ready.") > self.seen, 60)

    def text(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""

    def at_work(self) -> bool:
        """Return whether a child of the worker's server of children is at work on a document."""
        return Worker({}, self.log, self.process).at_work()


@dataclass
class Beat(Machine):
    """The machine that says when upkeep is due."""

    def start(self) -> None:
        self.run("celery", "-A", "config", "beat", "--loglevel", "info")
