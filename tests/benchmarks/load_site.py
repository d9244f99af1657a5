"""A site for a measurement: the Procfile's processes as `make run` starts them, on a folder and port of its own."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.benchmarks.load_told import Row, Sample, row_of
from tests.benchmarks.parts import ROOT
from tests.browser.conftest import free_port
from tests.corpus.layouts import documents, render
from tests.faults.house import furnish
from tests.faults.visitor import Visitor
from tests.processes import wait_until

RAISED = {
    "UPLOADS_PER_HOUR": "100000000",
    "UPLOADS_PER_HOUR_FROM_ADDRESS": "100000000",
    "ESTIMATES_PER_MINUTE": "100000000",
    "CHANGES_PER_MINUTE": "100000000",
    "API_CALLS_PER_MINUTE": "100000000",
}
"""The one difference to the defaults: how often one visitor may do what costs work, and all come from one address."""

PATIENCE = 120
SAMPLED = 0.5
"""Seconds between two looks at the queue."""
UNENDED = "SELECT state, count(*) FROM resumes_resume WHERE state IN ('queued', 'reading') GROUP BY state"
ROWS = """
SELECT resume.id, state, created_at, begun_at, ended_at, attempts, seconds_reading, seconds_extracting, peak_mib
FROM resumes_resume AS resume LEFT JOIN resumes_reading AS reading ON reading.resume_id = resume.id
"""
KINDS = (
    ("multiprocessing.forkserver", "server of children"),
    ("multiprocessing.resource_tracker", "worker"),
    ("gunicorn", "web"),
    ("celery beat", "beat"),
    ("config beat", "beat"),
    ("config worker", "worker"),
    ("valkey", "broker"),
    ("honcho", "honcho"),
)
"""What a command line holds, and the kind of process that it is then."""


def kind_of(command: Sequence[str]) -> str:
    """Return the kind of a process of the site by its command line, "other" for an unknown one."""
    line = " ".join(command)
    return next((kind for part, kind in KINDS if part in line), "other")


def write_files(folder: Path) -> Path:
    """Write the project's invented resumes, PDF, Word and text mixed, and return the folder."""
    folder.mkdir()
    for place, written in enumerate(documents()):
        (folder / f"{place * 7 % 53:02}-{written.file}").write_bytes(render(written.person, written.layout))
    return folder


@dataclass
class Site:
    """The site, in `folder`; `settings` are variables beside the raised limits."""

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    processes: Sequence[str] = ()
    """Of the Procfile, all of them where none are named."""
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self.port = free_port()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment of a fresh clone, but for the folder, the port and the limits."""
        names = ("REDIS_URL", "DATABASE_URL", "S3_BUCKET", "STATIC_DIR", "WEB_CONCURRENCY", "WORKER_CONCURRENCY")
        inherited = {name: value for name, value in os.environ.items() if name not in names}
        path = f"{Path(sys.executable).parent}:{inherited.get('PATH', '')}"
        own = {"PATH": path, "VAR_DIR": str(self.folder), "PORT": str(self.port)}
        return {**inherited, **own, **RAISED, **self.settings}

    def start(self) -> None:
        """Start all processes and wait until the site has answered and the worker takes tasks."""
        command = [sys.executable, "-m", "honcho", "start", *self.processes]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        wait_until(lambda: "Bandwise answers" in self.said() and "worker is ready" in self.said(), PATIENCE)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def manage(self, *command: str) -> str:
        run = [sys.executable, "manage.py", *command]
        done = subprocess.run(run, cwd=ROOT, env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout

    def visitor(self) -> Visitor:
        return Visitor(self.address)

    def family(self) -> list[psutil.Process]:
        """Return all processes of the site, the one that started them first."""
        assert self.process
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]

    def of_kind(self, kind: str) -> list[psutil.Process]:
        return [one for one in self.family() if kind_of(command_of(one)) == kind]

    def processor(self) -> dict[str, float]:
        """Return the seconds of processor time that each kind of process has taken so far, its ended children's too."""
        return spent_by(self.family())

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Return the rows of a query to the site's database, asked from outside."""
        with closing(sqlite3.connect(self.folder / "bandwise.sqlite3", timeout=30)) as connection, connection:
            return connection.execute(query, values).fetchall()

    def resumes(self) -> dict[str, Row]:
        """Return all resumes by the id that stands in their addresses."""
        found = map(row_of, self.rows(ROWS))
        return {dashed(row.id): row for row in found}

    def unended(self) -> tuple[int, int]:
        """Return how many resumes wait and how many are being read."""
        found = {str(state): int(str(count)) for state, count in self.rows(UNENDED)}
        return found.get("queued", 0), found.get("reading", 0)

    def calm(self, seconds: float = 600) -> None:
        """Wait until nothing waits."""
        wait_until(lambda: self.unended() == (0, 0), seconds)


def dashed(key: str) -> str:
    """Return an id as addresses write it, from SQLite's 32 digits."""
    return "-".join((key[:8], key[8:12], key[12:16], key[16:20], key[20:]))


def command_of(process: psutil.Process) -> list[str]:
    """Return a process's command line, none where it has ended."""
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def spent_by(processes: Iterable[psutil.Process], kind: str = "") -> dict[str, float]:
    """Return the processor seconds of processes, of their ended children too, by kind or all under the one given."""
    spent: dict[str, float] = {}
    for one in processes:
        with suppress(psutil.Error):
            times, name = one.cpu_times(), kind or kind_of(one.cmdline())
            ours, theirs = times.user + times.system, times.children_user + times.children_system
            forked = "children" if name == "server of children" else name
            spent[name] = spent.get(name, 0.0) + ours
            spent[forked] = spent.get(forked, 0.0) + theirs
    return spent


@contextmanager
def running(folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[Site]:
    """Furnish and start a site; stop it when the block ends."""
    site = Site(folder, settings or {})
    furnish(folder)
    site.start()
    try:
        yield site
    finally:
        site.stop()


@contextmanager
def watched(site: Site) -> Iterator[list[Sample]]:
    """Look at the site's queue every so often while the block runs; the list grows meanwhile."""
    samples: list[Sample] = []
    over = threading.Event()
    begun = time.monotonic()

    def watch() -> None:
        while not over.wait(SAMPLED):
            samples.append(Sample(time.monotonic() - begun, *site.unended()))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield samples
    finally:
        over.set()
        watcher.join()
