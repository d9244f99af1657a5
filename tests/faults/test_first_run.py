"""The site as `make run` runs it: where one process dies all stop, and the next start finishes what was left."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

from tests.browser.conftest import answers, free_port
from tests.faults import documents
from tests.faults.house import PATIENCE
from tests.faults.visitor import Visitor
from tests.processes import ROOT, wait_until

pytestmark = pytest.mark.worker


@dataclass
class Run:
    """`honcho start` with the project's Procfile, on a folder of its own."""

    var: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        own = {"VAR_DIR": str(self.var), "PORT": str(self.port), "WEB_CONCURRENCY": "1", "RESUME_MAX_SECONDS": "3"}
        environment = {name: value for name, value in os.environ.items() if name not in ("REDIS_URL", "DATABASE_URL")}
        environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
        with (self.var / "log").open("ab") as log:
            command = [sys.executable, "-m", "honcho", "start"]
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment | own, stdout=log, stderr=log, start_new_session=True
            )
        wait_until(lambda: answers(self.address), PATIENCE)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def family(self) -> list[psutil.Process]:
        assert self.process
        return psutil.Process(self.process.pid).children(recursive=True)

    def worker(self) -> psutil.Process | None:
        """Return the worker, None before it is there."""
        named = (one for one in self.family() if "celery" in " ".join(one.cmdline()) and "worker" in one.cmdline())
        return next(named, None)

    def states(self) -> list[str]:
        with closing(sqlite3.connect(self.var / "bandwise.sqlite3", timeout=30)) as connection:
            return sorted(state for (state,) in connection.execute("SELECT state FROM resumes_resume"))

    def stop(self) -> None:
        if self.process:
            with suppress(ProcessLookupError):
                self.process.send_signal(signal.SIGTERM)
            self.process.wait(40)


@pytest.fixture
def run(furniture: Path) -> Iterator[Run]:
    made = Run(furniture)
    yield made
    made.stop()


def test_what_a_killed_worker_left_is_finished_after_the_next_start(run: Run) -> None:
    run.start()
    wait_until(run.worker, PATIENCE)
    visitor = Visitor(run.address)
    for _ in range(3):
        visitor.upload(documents.doubling_pdf(), "cv.pdf")
    family, worker = run.family(), run.worker()
    assert worker
    worker.kill()
    assert run.process
    run.process.wait(60)
    assert psutil.wait_procs(family, timeout=20)[1] == [], "nothing is left half alive"
    run.start()
    wait_until(lambda: not {"queued", "reading"} & set(run.states()), PATIENCE)
    assert len(run.states()) == 3
