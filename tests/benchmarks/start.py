"""How long everything takes to start: the site by `make run`, the worker, one analysis at the command line.

    python -m tests.benchmarks.start [--count 5]

All on a folder of its own, made ready once before: a warm start is every start but the first. Times are wall-clock, the
median of some starts; beside them stands the processor time, which a busy machine stretches less.
"""

import argparse
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import psutil

from tests.benchmarks.documents import SAMPLE
from tests.benchmarks.parts import ROOT, Bars, Cell, Part, Table, Target, median, save
from tests.browser.conftest import free_port
from tests.processes import Broker, Worker, wait_until

PATIENCE = 120
IMPORTED = re.compile(r"import time:\s*(\d+) \|\s*\d+ \|\s*([\w.]+)")
PROCESSES = {
    "web": "import config.wsgi; from django.urls import resolve; resolve('/')",
    "worker": "import config; config.celery_app.loader.import_default_modules()",
    "beat": "import config; import celery.bin.beat",
    "server of children": "import resumes.child, resumes.preloaded",
    "broker, before it becomes the server": "import config.settings",
    "honcho": "import honcho.command",
}
"""What each process imports before it does anything."""
SHOWN = 12
"""Packages told of, those that take the longest to import."""


@dataclass(frozen=True)
class Took:
    """Seconds on the clock, and of processor time of what was started and has ended."""

    wall: float
    processor: float


def environment(var: Path, port: int) -> dict[str, str]:
    """Return the environment of a fresh clone, but for the folder and the port."""
    names = ("REDIS_URL", "DATABASE_URL", "STATIC_DIR", "WEB_CONCURRENCY", "WORKER_CONCURRENCY", "MAKEFLAGS")
    inherited = {name: value for name, value in os.environ.items() if name not in names}
    return inherited | {"VAR_DIR": str(var), "PORT": str(port)}


def timed(call: Callable[[], object]) -> Took:
    """Return what a call took, with the children that it has waited for."""
    begun, before = time.perf_counter(), processor()
    call()
    return Took(time.perf_counter() - begun, processor() - before)


def processor() -> float:
    """Return the processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(command: list[str], variables: Mapping[str, str]) -> str:
    """Run a command and return what it prints, errors first. Raises `CalledProcessError`."""
    done = subprocess.run(command, cwd=ROOT, env=dict(variables), check=True, capture_output=True, text=True)
    return done.stderr + done.stdout


def make_run(var: Path, log: Path) -> dict[str, float]:
    """Start the site as a developer does; return the seconds to its home page and to its worker."""
    port = free_port()
    variables = environment(var, port)
    begun = time.perf_counter()
    with log.open("wb") as output:
        site = subprocess.Popen(
            ["make", "-s", "run"], cwd=ROOT, env=variables, stdout=output, stderr=output, start_new_session=True
        )
    try:
        return {name: reached(begun, mark) for name, mark in marks(port, log).items()}
    finally:
        stop(site)


def stop(site: "subprocess.Popen[bytes]") -> None:
    """Stop all that was started and wait for it: the next start uses the same folder, and the broker's socket in it."""
    family = psutil.Process(site.pid).children(recursive=True)
    os.killpg(site.pid, signal.SIGTERM)
    site.wait(60)
    psutil.wait_procs(family, timeout=60)


def marks(port: int, log: Path) -> dict[str, Callable[[], object]]:
    """Return what is waited for, in order."""
    return {
        "first answer": lambda: shows(f"http://127.0.0.1:{port}/"),
        "worker ready": lambda: "worker is ready" in log.read_text(encoding="utf-8", errors="replace"),
    }


def shows(address: str) -> bool:
    """Return whether the page is there."""
    try:
        with urlopen(address, timeout=10) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def reached(begun: float, mark: Callable[[], object]) -> float:
    wait_until(mark, PATIENCE)
    return time.perf_counter() - begun


def worker_ready(var: Path, log: Path) -> float:
    """Return the seconds from a worker's start to its word that it takes tasks; a broker is there."""
    broker = Broker(var)
    broker.start()
    worker = Worker(environment(var, 0) | {"REDIS_URL": broker.url}, log)
    begun = time.perf_counter()
    try:
        worker.launch()
        return reached(begun, worker.is_ready)
    finally:
        worker.kill()
        broker.stop()


def imports(statement: str) -> dict[str, float]:
    """Return the milliseconds that each package takes to import, without what it imports of others, the longest first.

    Python's own measurement slows imports down by some, so that shares tell more than sums.
    """
    variables = environment(ROOT / "var", 0) | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    return by_package(run([sys.executable, "-X", "importtime", "-c", statement], variables).splitlines())


def by_package(lines: Iterable[str]) -> dict[str, float]:
    """Return the milliseconds of each top-level package in what `-X importtime` prints."""
    spent: Counter[str] = Counter()
    for line in lines:
        if found := IMPORTED.match(line):
            spent[found[2].partition(".")[0]] += int(found[1])
    return {name: microseconds / 1000 for name, microseconds in spent.most_common()}


def importing(statement: str) -> Took:
    """Return what it takes to start Python and import."""
    variables = environment(ROOT / "var", 0) | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    return least(lambda: run([sys.executable, "-c", statement], variables), 3)


def least(call: Callable[[], object], times: int) -> Took:
    return min((timed(call) for _ in range(times)), key=lambda took: took.processor)


@dataclass(frozen=True)
class Measured:
    """Seconds of each start; what preparation and imports took; milliseconds of packages, for the web process."""

    runs: list[dict[str, float]]
    worker: list[float]
    analyze: list[Took]
    steps: dict[str, Took]
    packages: dict[str, float]


def measure(count: int, var: Path) -> Measured:
    """Make ready once, then start everything so many times."""
    prepare = ["make", "-s", "prepare"]
    variables = environment(var, 0)
    anew = timed(lambda: run(prepare, variables))
    analyze = [sys.executable, "manage.py", "analyze", str(SAMPLE)]
    log = var / "log"
    return Measured(
        runs=[make_run(var, log) for _ in range(count)],
        worker=[worker_ready(var, var / f"worker-{turn}.log") for turn in range(count)],
        analyze=[timed(lambda: run(analyze, variables)) for _ in range(count)],
        steps={
            "make prepare, on an empty folder": anew,
            "make prepare, where all is ready": least(lambda: run(prepare, variables), 3),
            **{f"imports: {name}": importing(statement) for name, statement in PROCESSES.items()},
        },
        packages=imports(PROCESSES["web"]),
    )


def part(found: Measured) -> Part:
    """Return the part "start" of the report."""
    first = [one["first answer"] for one in found.runs]
    ready = [one["worker ready"] for one in found.runs]
    analyze = [one.wall for one in found.analyze]
    rows: list[list[Cell]] = [[name, took.wall, took.processor] for name, took in found.steps.items()]
    packages = list(found.packages.items())[:SHOWN]
    return Part(
        part="start",
        title="Start",
        targets=[
            Target(what="make run, warm, to the first home page", target=6, measured=median(first), unit="s"),
            Target(what="worker ready", target=4, measured=median(found.worker), unit="s"),
            Target(what="manage.py analyze, cold", target=3, measured=median(analyze), unit="s"),
        ],
        text=[
            f"Medians of {len(first)} starts. With `make run` all processes start at once and share the cores: the"
            f" worker is ready after {median(ready):.1f} s there. `manage.py analyze` takes"
            f" {median([one.processor for one in found.analyze]):.1f} s of processor time."
        ],
        tables=[
            Table(caption="What a start is made of", columns=["step", "seconds", "of processor time"], rows=rows),
            Table(
                caption="Imports of a web process by package, under `-X importtime`",
                columns=["package", "ms"],
                rows=[[name, ms] for name, ms in packages],
            ),
        ],
        bars=[Bars(title="Imports of a web process", unit="ms", bars=packages)],
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=5, help="starts of each kind")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="start-", ignore_cleanup_errors=True) as kept:
        measured = part(measure(asked.count, Path(kept)))
    save(measured)
    for target in measured.targets:
        print(f"{target.what}: {target.measured:.2f} s")
    for row in measured.tables[0].rows:
        print(f"{row[0]:45} {row[1]:6.2f} s {row[2]:6.2f} s of processor time")


if __name__ == "__main__":
    main()
