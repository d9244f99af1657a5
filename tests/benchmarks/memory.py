"""What the processes hold in memory, and that it stays so.

    python -m tests.benchmarks.memory [--count 200] [--analyses 20000] [--every 500]

- A site of its own is started as `make run` starts it and asked for everything it has, the API included; then its
  processes are measured: resident memory (RSS), and the part of it that falls to each where they share (PSS).
- A child's own pages are measured in children forked from the same preloaded code (`memory_child`).
- The leak test analyses in the sandbox over and over (`memory_leak`). Memory is flat where a line through the samples
  behind the first 1,000 analyses climbs by less than 5 MiB over all of them; so 20,000 analyses may cost 5 MiB, and one
  0.26 KiB. Of a shorter run the first quarter is left out instead.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from tests.benchmarks.documents import BESIDE
from tests.benchmarks.load_site import Site, running, write_files
from tests.benchmarks.load_told import slope
from tests.benchmarks.memory_requests import asks
from tests.benchmarks.parts import ROOT, Bars, Cell, Curve, Part, Table, Target, median, save

MIB = 2**20
WARM_UP = 1000
"""Analyses at first, in which memory may still grow: what is built on first use, the allocator's own reserves."""
FLAT = 5.0

Sample = tuple[int, float, float, float]
Child = tuple[float, int]


@dataclass(frozen=True)
class Held:
    """What one process of the site holds, MiB."""

    kind: str
    rss: float
    pss: float


@dataclass(frozen=True)
class Measured:
    """Processes of the site; children by corpus; samples of the leak test."""

    held: list[Held]
    requests: int
    children: dict[str, list[Child]]
    samples: list[Sample]

    def of(self, kind: str) -> list[Held]:
        return [one for one in self.held if one.kind == kind]


def held_by(site: Site) -> list[Held]:
    """Return what each process of the site holds; the web server's first process, which answers nothing, apart."""
    found = []
    for kind in ("web", "worker", "server of children", "beat", "broker", "honcho"):
        ours = site.of_kind(kind)
        parents = {one.ppid() for one in ours}
        for one in ours:
            memory = one.memory_full_info()
            name = "web's parent" if kind == "web" and one.pid in parents else kind
            found.append(Held(name, memory.rss / MIB, memory.pss / MIB))
    return found


def of_site(count: int) -> list[Held]:
    """Start a site, ask it so many things of each web process, and return what its processes hold."""
    with tempfile.TemporaryDirectory(prefix="memory-") as kept:
        files = write_files(Path(kept) / "files")
        (var := Path(kept) / "var").mkdir()
        with running(var) as site:
            webs = sum(one.kind == "web" for one in held_by(site))
            for ask in islice(asks(site, files), count * webs):
                ask()
            site.calm()
            return held_by(site)


def told_by(module: str, *arguments: str) -> object:
    """Run a module of this folder and return the JSON that it prints."""
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def children() -> dict[str, list[Child]]:
    """Return what children hold, document by document, for each corpus there is."""
    with tempfile.TemporaryDirectory(prefix="memory-") as kept:
        folders = {"own resumes": write_files(Path(kept) / "files")}
        if BESIDE.is_dir():
            folders["resumes kept elsewhere"] = BESIDE
        return {name: told_by("memory_child", str(folder)) for name, folder in folders.items()}  # type: ignore[misc]


def leak(analyses: int, every: int) -> list[Sample]:
    with tempfile.TemporaryDirectory(prefix="memory-") as kept:
        files = write_files(Path(kept) / "files")
        found = told_by("memory_leak", str(files), "--count", str(analyses), "--every", str(every))
        return [tuple(one) for one in found]  # type: ignore[misc, attr-defined]


def grown(samples: Sequence[Sample], column: int) -> float:
    """Return by how many MiB a line through the samples behind the warm-up climbs from its first to its last."""
    last = samples[-1][0] if samples else 0
    behind = WARM_UP if last > 4 * WARM_UP else last / 4
    steady = [(float(one[0]), float(one[column])) for one in samples if one[0] >= behind]
    return slope(steady) * (steady[-1][0] - steady[0][0]) if steady else 0.0


def targets(found: Measured) -> list[Target]:
    """Return the promises and what was measured of them."""
    web = found.of("web")
    working = [*found.of("worker"), *found.of("server of children")]
    own = [one for children in found.children.values() for one, _ in children]
    last = found.samples[-1][0] if found.samples else 0
    asked = f"after {found.requests} requests to each"
    return [
        Target(what=f"web process, resident, {asked}", target=110, measured=most(web, "rss"), unit="MiB"),
        Target(what=f"web process, proportional, {asked}", target=110, measured=most(web, "pss"), unit="MiB"),
        Target(what="worker and server of children, resident", target=320, measured=total(working), unit="MiB"),
        Target(what="a child's own pages at their peak, the most", target=60, measured=max(own), unit="MiB"),
        Target(what=f"growth of the worker over {last:,} analyses", target=FLAT, measured=grew(found, 1), unit="MiB"),
        Target(what=f"growth of the server over {last:,} analyses", target=FLAT, measured=grew(found, 2), unit="MiB"),
    ]


def grew(found: Measured, column: int) -> float | None:
    return grown(found.samples, column) if found.samples else None


def most(held: Sequence[Held], measure: str) -> float:
    return max(float(getattr(one, measure)) for one in held)


def total(held: Sequence[Held]) -> float:
    return sum(one.rss for one in held)


def child_row(name: str, children: Sequence[Child]) -> list[Cell]:
    own, peak = [one for one, _ in children], [float(peak) for _, peak in children]
    return [name, len(children), median(own), max(own), median(peak), max(peak)]


def part(found: Measured) -> Part:
    """Return the part "memory" of the report."""
    processes: list[list[Cell]] = [[one.kind, one.rss, one.pss] for one in found.held]
    columns = ["documents", "number", "own, median MiB", "own, most MiB", "peak, median MiB", "peak, most MiB"]
    rows = [child_row(*one) for one in found.children.items()]
    every = [Table(caption="Processes of the site, MiB", columns=["process", "RSS", "PSS"], rows=processes)]
    every.append(Table(caption="Children, one a document", columns=columns, rows=rows))
    return Part(
        part="memory",
        title="Memory",
        targets=targets(found),
        tables=every,
        text=list(text(found)),
        curves=[curve("worker", found, 1), curve("server of children", found, 2)] if found.samples else [],
        bars=[Bars(title="Resident memory", unit="MiB", bars=[(one.kind, one.rss) for one in found.held])],
    )


def text(found: Measured) -> list[str]:
    said = [
        "Of a child only its own pages count: the rest of its peak (what readings keep as `peak_mib`) it shares with"
        " the server of children. Own pages are bounded from above: the peak of resident memory less what is shared at"
        " the end. Scans, which an extra reads, are not among the documents where it is not installed."
    ]
    if found.samples:
        said.append(
            f"Leak test: {found.samples[-1][0]:,} analyses in the sandbox, two at a time, on one server of children."
            f" Flat means that a line through the samples behind the first {WARM_UP:,} climbs by less than {FLAT:g} MiB"
            f" in all; the server's pages that are its alone climb by {grown(found.samples, 3):.2f} MiB."
        )
    return said


def curve(name: str, found: Measured, column: int) -> Curve:
    points = [(float(one[0]), float(one[column])) for one in found.samples]
    return Curve(title=f"Memory of the {name} over analyses", x="analyses", y="MiB", points=points)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200, help="requests to each web process")
    parser.add_argument("--analyses", type=int, default=20_000, help="of the leak test; 0 leaves it out")
    parser.add_argument("--every", type=int, default=500, help="analyses from one sample to the next")
    asked = parser.parse_args()
    held = of_site(asked.count)
    samples = leak(asked.analyses, asked.every) if asked.analyses else []
    measured = part(Measured(held, asked.count, children(), samples))
    save(measured)
    for target in measured.targets:
        print(target.what, "not measured" if target.measured is None else f"{target.measured:.1f} {target.unit}")


if __name__ == "__main__":
    main()
