"""What the children of a worker use, seen from outside: the only way to know it of those that die without a word."""

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

import psutil

from resumes import sandbox
from tests.processes import Worker

PAUSE = 0.005
"""Seconds between two looks: memory of a child that dies between them can have grown by some MiB more."""


@dataclass
class Seen:
    """One child: from when to when it was there, and its largest resident memory (MiB), its server's share included."""

    first: float
    last: float
    peak_mib: int = 0

    @property
    def seconds(self) -> float:
        return self.last - self.first


@dataclass
class Watch:
    """Looks at the children of a worker until the block ends. `gap`: longest wait for a look of its own, seconds."""

    worker: Worker
    children: dict[int, Seen] = field(default_factory=dict)
    gap: float = 0.0
    server_mib: int = 0

    def __enter__(self) -> "Watch":
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    @property
    def slowest(self) -> float:
        return max((seen.seconds for seen in self.children.values()), default=0.0)

    @property
    def peak_mib(self) -> int:
        return max((seen.peak_mib for seen in self.children.values()), default=0)

    def _run(self) -> None:
        server, looked = 0, time.monotonic()
        while not self._over.wait(PAUSE):
            now = time.monotonic()
            self.gap, looked = max(self.gap, now - looked), now
            server = server if Path(f"/proc/{server}").exists() else self._server()
            self.server_mib = max(self.server_mib, resident_mib(server))
            for pid in children_of(server):
                self._note(pid, now)

    def _server(self) -> int:
        with suppress(psutil.Error):
            for child in psutil.Process(self.worker.pid).children():
                if sandbox.lives(child):
                    return child.pid
        return 0

    def _note(self, pid: int, now: float) -> None:
        with suppress(OSError, ProcessLookupError):
            peak = status_mib(pid, "VmHWM")
            if peak:  # one that has ended and waits to be buried takes neither time nor memory
                seen = self.children.setdefault(pid, Seen(now, now))
                seen.last, seen.peak_mib = now, max(seen.peak_mib, peak)


def children_of(pid: int) -> list[int]:
    with suppress(OSError):
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    return []


def resident_mib(pid: int) -> int:
    with suppress(OSError):
        return status_mib(pid, "VmRSS")
    return 0


def status_mib(pid: int, name: str) -> int:
    """Return an amount of memory: VmHWM is the largest so far; 0 for a process that has ended. Raises `OSError`."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith(f"{name}:")), 0)
