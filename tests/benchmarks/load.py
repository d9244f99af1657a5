"""How fast and how far the site answers, end to end through HTTP, on the defaults.

    python -m tests.benchmarks.load [--seconds 10] [--count 20] [--rate 20] [--only idle,sustained,most,overload]

A site of its own is started as `make run` starts it: SQLite, the embedded Valkey, two web processes, worker and beat.
The one difference is that the limits of one visitor are raised, as `.env.example` says for a load test:
UPLOADS_PER_HOUR, UPLOADS_PER_HOUR_FROM_ADDRESS, ESTIMATES_PER_MINUTE, CHANGES_PER_MINUTE and API_CALLS_PER_MINUTE
(`load_site.RAISED`). Driver and site share the machine: what the driver takes of it is told beside.

- Idle: one visitor after the other uploads one of the project's invented resumes and asks every 50 ms.
- Sustained: visitors come at a steady rate, whoever is still there, and ask every 600 ms, as the page does.
- The most: the rate is raised step by step until the queue grows.
- Overload: ten times the most, with the home page open already.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tests.benchmarks import load_words as words
from tests.benchmarks.load_site import Site, running, watched, write_files
from tests.benchmarks.load_told import Run, Told, holds
from tests.benchmarks.parts import ROOT, save

STEPS = (4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 28, 32, 40, 50)
"""Resumes a second at which it is tried whether the queue stays bounded."""
STEP_SECONDS = 30
RECOVERY = 3600
"""Seconds in which all that was accepted under overload has to be read."""
PICTURES = 20
WARM_UP = 20


@dataclass(frozen=True)
class Scene:
    """A running site and the files that visitors bring."""

    site: Site
    files: Path

    def run(self, *options: str) -> Run:
        """Send visitors, wait until all they brought has ended, and return what was seen meanwhile."""
        out, before, names = self.site.folder / "told.json", self.site.processor(), self.parts()
        command = [sys.executable, "-m", "tests.benchmarks.load_visits", self.site.address, str(self.files)]
        with watched(self.site) as samples:
            subprocess.run([*command, "--out", str(out), *options], cwd=ROOT, check=True)
            self.site.calm(RECOVERY)
            time.sleep(1)
        told = msgspec.json.decode(out.read_bytes(), type=Told)
        spent = {kind: seconds - before.get(kind, 0.0) for kind, seconds in self.site.processor().items()}
        return Run(told, self.site.resumes(), samples, spent, self.parts() != names)

    def parts(self) -> set[int]:
        """Return which processes run the site: those that were started first, which a restart would change."""
        first, *others = self.site.family()
        return {one.pid for one in others if one.ppid() == first.pid}


def idle(scene: Scene, count: int) -> Run:
    """Let one visitor after the other come."""
    return scene.run("--count", str(count), "--poll", "0.05")


def at_rate(scene: Scene, rate: float, seconds: float, *options: str) -> Run:
    return scene.run("--rate", str(rate), "--seconds", str(seconds), *options)


def most(scene: Scene, seconds: float, steps: Sequence[float] = STEPS) -> list[tuple[float, Run]]:
    """Raise the rate step by step until the queue grows or the driver falls behind; return every step's run."""
    runs = []
    for rate in steps:
        run = at_rate(scene, rate, seconds)
        runs.append((rate, run))
        print(words.step(rate, run), flush=True)
        if not holds(rate, run):
            break
    return runs


def sustained_most(runs: Sequence[tuple[float, Run]]) -> float:
    """Return the largest rate that the site kept up with, 0.0 for none."""
    return max((rate for rate, run in runs if holds(rate, run)), default=0.0)


def pictures(scene: Scene) -> list[float]:
    """Return the seconds from the first look at a resume's pages to their pictures being there, PDF by PDF."""
    found = []
    for path in sorted(scene.files.glob("*.pdf"))[:PICTURES]:
        visitor = scene.site.visitor()
        page = visitor.upload(path.read_bytes(), path.name)
        scene.site.calm()
        begun, address = time.perf_counter(), f"{page.address}pages/"
        while "<img" not in visitor.get(address, **{"HX-Request": "true"}).text:
            time.sleep(0.05)
            if time.perf_counter() - begun > 30:
                raise TimeoutError("no picture after 30 s")
        found.append(time.perf_counter() - begun)
    return found


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200, help="visitors of the idle site")
    parser.add_argument("--seconds", type=float, default=120, help="how long visitors come, sustained and overload")
    parser.add_argument("--rate", type=float, default=20, help="visitors a second that are to be sustained")
    parser.add_argument("--overload", type=float, default=0, help="visitors a second (default: 10 x the most)")
    parser.add_argument("--only", default="idle,sustained,most,overload", help="what to measure")
    return parser.parse_args()


def measure(scene: Scene, asked: argparse.Namespace) -> words.Measured:
    """Measure what was asked for, in order; the first visitors, who find everything cold, are left out."""
    idle(scene, WARM_UP)
    only, found = asked.only.split(","), words.Measured(rate=asked.rate)
    if "idle" in only:
        found.idle = idle(scene, asked.count)
        found.pictures = pictures(scene)
    if "sustained" in only:
        found.sustained = at_rate(scene, asked.rate, asked.seconds)
    if "most" in only:
        found.steps = most(scene, min(STEP_SECONDS, asked.seconds))
        found.most = sustained_most(found.steps)
    if "overload" in only:
        found.overload_rate = asked.overload or 10 * (found.most or asked.rate)
        found.overload = at_rate(scene, found.overload_rate, asked.seconds, "--opened", "--patience", "30")
    return found


def main() -> None:
    asked = arguments()
    with tempfile.TemporaryDirectory(prefix="load-") as kept:
        files = write_files(Path(kept) / "files")
        (var := Path(kept) / "var").mkdir()
        with running(var) as site:
            found = measure(Scene(site, files), asked)
    part = words.part(found)
    save(part)
    print(words.printed(part))


if __name__ == "__main__":
    main()
