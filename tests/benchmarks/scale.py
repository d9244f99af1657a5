"""How reading grows with workers: on the defaults, and on PostgreSQL, Redis and object storage.

    python -m tests.benchmarks.scale [--count 200] [--workers 1 2 3]

A backlog waits before any worker starts. Each worker reads one resume at a time, so that one worker is one core's work
at most; beside them stands the default, one worker with two at a time. What is measured lies between the first 15 % of
the backlog and its last 10 %. The second deployment needs `.venv-cluster` and its servers (`make test-cluster`).
"""

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from tests.benchmarks.load_site import RAISED, spent_by, write_files
from tests.benchmarks.load_told import moment
from tests.benchmarks.parts import ROOT, Cell, Curve, Part, Table, save
from tests.benchmarks.scale_runs import FILL, Run, efficiency, family, run
from tests.faults.house import furnish
from tests.processes import Broker, Worker

CLUSTER = ROOT / ".venv-cluster" / "bin" / "python"
ENDED = "SELECT ended_at FROM resumes_resume WHERE owner = ? AND ended_at IS NOT NULL ORDER BY ended_at"


@dataclass
class Small:
    """SQLite and the embedded Valkey in one folder."""

    var: Path
    workers: list[Worker] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.broker = Broker(self.var)

    def environment(self, at_once: int = 1) -> dict[str, str]:
        """Return what processes are told."""
        database = f"sqlite:///{self.var / 'bandwise.sqlite3'}"
        own = {"VAR_DIR": str(self.var), "DATABASE_URL": database, "REDIS_URL": self.broker.url}
        return {**RAISED, **own, "WORKER_CONCURRENCY": str(at_once)}

    def fill(self, folder: Path, count: int, owner: str) -> None:
        """Put a backlog in."""
        code = FILL.format(folder=str(folder), count=count, owner=owner)
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
        quiet = os.environ | self.environment() | {"LOG_LEVEL": "WARNING"}
        subprocess.run(command, cwd=ROOT, env=quiet, check=True)

    def start(self, workers: int, at_once: int) -> None:
        """Start workers."""
        names = [f"worker{number}" for number in range(workers)]
        self.workers = [Worker(self.environment(at_once), self.var / f"{name}.log") for name in names]
        for name, worker in zip(names, self.workers, strict=True):
            worker.options = ("--without-gossip", "--without-mingle", "--hostname", f"{name}@%h")
            worker.launch()

    def stop(self) -> None:
        """Stop the workers."""
        for worker in self.workers:
            worker.stop()

    def ended(self, owner: str) -> list[float]:
        """Return when what has ended did."""
        with closing(sqlite3.connect(self.var / "bandwise.sqlite3", timeout=30)) as connection:
            return [moment(at) or 0.0 for (at,) in connection.execute(ENDED, (owner,))]

    def processor(self) -> dict[str, float]:
        """Return the processor time of workers and broker."""
        spent = spent_by(one for worker in self.workers for one in family(worker.pid))
        assert self.broker.process
        return spent | spent_by(family(self.broker.process.pid), "broker")


def on_defaults(files: Path, count: int, numbers: Sequence[int]) -> list[Run]:
    """Read the backlog with each number of workers, and with one that reads two at a time."""
    with tempfile.TemporaryDirectory(prefix="scale-") as kept:
        furnish(var := Path(kept))
        small = Small(var)
        small.broker.start()
        try:
            runs = [run(small, files, count, workers) for workers in numbers]
            return [*runs, run(small, files, count, workers=1, at_once=2)]
        finally:
            small.broker.stop()


def on_cluster(files: Path, count: int, numbers: Sequence[int]) -> list[Run]:
    """Read it on the servers of a deployment on many machines; no runs where they cannot be started here."""
    if not CLUSTER.exists():
        return []
    out = files.parent / "cluster.json"
    options = ["--out", str(out), "--count", str(count), "--workers", *map(str, numbers)]
    command = [str(CLUSTER), "-m", "tests.benchmarks.scale_cluster", str(files), *options]
    subprocess.run(command, cwd=ROOT, check=True)
    return msgspec.json.decode(out.read_bytes(), type=list[Run])


def part(small: Sequence[Run], large: Sequence[Run]) -> Part:
    """Return the part "scale" of the report."""
    every = {"SQLite and the embedded Valkey": small, "PostgreSQL, Redis, object storage": large}
    measured = {name: runs for name, runs in every.items() if runs}
    return Part(
        part="scale",
        title="Scale",
        text=[*said(small), *([] if large else ["On PostgreSQL it was not measured: `make test-cluster` sets it up."])],
        tables=[table for name, runs in measured.items() for table in (rates(name, runs), costs(name, runs))],
        curves=[curve(name, runs) for name, runs in measured.items()],
    )


def said(runs: Sequence[Run]) -> list[str]:
    """Return what the figures mean."""
    cores = len(os.sched_getaffinity(0))
    return [
        "Resumes a second read from a backlog, by workers with one resume at a time each. Efficiency is against so many"
        f" times one worker; beyond the machine's {cores} cores it cannot but fall. Nobody asks for pages meanwhile.",
        *[
            f"The default, one worker with two at a time, reads {one.rate:.1f} a second."
            for one in runs
            if one.at_once > 1
        ],
    ]


def rates(name: str, runs: Sequence[Run]) -> Table:
    share = efficiency(runs)
    rows: list[list[Cell]] = [
        [words(one), one.rate, share.get(one.workers) if one.at_once == 1 else None, one.busy] for one in runs
    ]
    return Table(caption=name, columns=["workers", "resumes a second", "efficiency", "cores busy"], rows=rows)


def words(one: Run) -> str:
    return str(one.workers) if one.at_once == 1 else f"{one.workers}, {one.at_once} at a time"


def costs(name: str, runs: Sequence[Run]) -> Table:
    """Return the processor time of a resume by kind of process."""
    kinds = list(dict.fromkeys(kind for one in runs for kind in one.processor))
    rows: list[list[Cell]] = [[kind, *(one.processor.get(kind) for one in runs)] for kind in kinds]
    heads = ["process", *(f"workers: {words(one)}" for one in runs)]
    return Table(caption=f"{name}: processor time a resume, ms", columns=heads, rows=rows)


def curve(name: str, runs: Sequence[Run]) -> Curve:
    points = [(float(one.workers), one.rate) for one in runs if one.at_once == 1]
    return Curve(title=f"Workers: {name}", x="workers", y="resumes a second", points=points)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=600, help="resumes in each backlog")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 3], help="numbers of workers")
    parser.add_argument("--without-cluster", action="store_true", help="on the defaults alone")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="scale-") as kept:
        files = write_files(Path(kept) / "files")
        Path(kept).chmod(0o755)
        small = on_defaults(files, asked.count, asked.workers)
        large = [] if asked.without_cluster else on_cluster(files, asked.count, asked.workers)
    measured = part(small, large)
    save(measured)
    for table in measured.tables:
        print(table.caption, *table.rows, sep="\n")


if __name__ == "__main__":
    main()
