"""How many resumes a second workers read, from a backlog that waits for them; the same for any deployment."""

import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import msgspec
import psutil

FILL = """
from itertools import cycle, islice
from pathlib import Path
from django.core.files.uploadedfile import SimpleUploadedFile
from resumes.intake import receive
files = [(file.name, file.read_bytes()) for file in sorted(Path({folder!r}).iterdir())]
for name, data in islice(cycle(files), {count}):
    receive(data_file=SimpleUploadedFile(name, data), owner={owner!r})
"""
"""What puts a backlog in, as uploads would, before any worker is there."""

EDGES = (0.15, 0.9)
"""Of the backlog between these shares it is measured: before, workers warm up; behind, the last of them work alone."""
PATIENCE = 3600
LOOKED = 0.25


class Deployment(Protocol):
    """Where workers read; `owner` tells the backlogs apart."""

    def fill(self, folder: Path, count: int, owner: str) -> None:
        """Put a backlog in, while there is no worker."""

    def start(self, workers: int, at_once: int) -> None:
        """Start so many workers that read so many resumes at once each."""

    def stop(self) -> None:
        """Stop all workers."""

    def ended(self, owner: str) -> list[float]:
        """Return when each resume of that backlog that has ended did, in seconds since 1970, in order."""

    def processor(self) -> dict[str, float]:
        """Return the seconds of processor time that each kind of process has taken."""


class Run(msgspec.Struct, frozen=True):
    """What so many workers did: resumes a second, and milliseconds of processor time a resume by kind of process."""

    workers: int
    at_once: int
    count: int
    rate: float
    processor: dict[str, float]

    @property
    def busy(self) -> float:
        """How many cores were busy."""
        return self.rate * sum(self.processor.values()) / 1000


def run(deployment: Deployment, folder: Path, count: int, workers: int, at_once: int = 1) -> Run:
    """Fill, start the workers, wait until all is read, and return what was measured in between."""
    owner = f"scale-{workers}-{at_once}-{time.monotonic_ns()}"
    deployment.fill(folder, count, owner)
    deployment.start(workers, at_once)
    try:
        first, begun = watched(deployment, owner, int(EDGES[0] * count))
        last, ended = watched(deployment, owner, int(EDGES[1] * count))
        watched(deployment, owner, count)
    finally:
        deployment.stop()
    spent = {kind: 1000 * (ended[kind] - begun.get(kind, 0.0)) / (last - first) for kind in ended}
    return Run(workers, at_once, count, rate(deployment.ended(owner)), spent)


def watched(deployment: Deployment, owner: str, until: int) -> tuple[int, dict[str, float]]:
    """Wait until so many have ended; return how many had, and the processor time until then. Raises `TimeoutError`."""
    deadline = time.monotonic() + PATIENCE
    while (count := len(deployment.ended(owner))) < until:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{count} of {until} resumes after {PATIENCE} s")
        time.sleep(LOOKED)
    return count, deployment.processor()


def rate(ended: Sequence[float]) -> float:
    """Return how many ended a second between the edges, 0.0 for too few to tell."""
    first, last = (int(edge * len(ended)) for edge in EDGES)
    if last - first < 2 or ended[last - 1] <= ended[first]:
        return 0.0
    return (last - 1 - first) / (ended[last - 1] - ended[first])


def efficiency(runs: Iterable[Run]) -> dict[int, float]:
    """Return for each number of workers with one resume at a time: resumes a second over so many times one's."""
    found = {one.workers: one.rate for one in runs if one.at_once == 1}
    return {workers: each / (workers * found[1]) for workers, each in found.items() if found.get(1)}


def family(pid: int) -> list[psutil.Process]:
    """Return a process and all that descend from it, none where it has ended."""
    with suppress(psutil.NoSuchProcess):
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    return []
