"""Where the counters of one machine's processes lie: files in one folder, so that any of them can serve the sum.

Each process that counts takes a *slot*, the lowest that no living process holds (a lock on its file, which the kernel
releases however a process ends), and goes on where the slot's last holder stopped. So no file grows stale, their number
is that of the processes alive at once, and no counter ever falls, which a monitoring server would take for a new start.
This is prometheus_client's multiprocess mode with the slot in place of the process id.

The files are mapped into memory, and the first write to a page that a full disk cannot hold would end the process:
so their blocks are claimed when a slot is taken. Where that fails, the process counts for itself alone and says so.
"""

import fcntl
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import structlog
from prometheus_client import REGISTRY, Metric, values
from prometheus_client.multiprocess import MultiProcessCollector

log = structlog.get_logger(__name__)

SIZES = {"counter": 1 << 18, "histogram": 1 << 20}
"""Bytes claimed for each kind; about 200 a series, so that 5,000 buckets have room."""

MOST_SLOTS = 256
_held: dict[int, int] = {}
"""The slot of this process, by its id: a forked child must take one of its own."""

_shared: list[Path] = []
"""The folder, once values lie in it."""


def share(directory: Path) -> None:
    """Keep the values of all metrics made from now on in that folder; it is made where it does not exist.

    Nothing is opened before the first metric is made: a process that only starts others takes no slot.
    """
    kept: list[Any] = []

    def value(*arguments: Any, **named: Any) -> Any:
        if not kept:
            kept.append(shared_or_own(directory))
        return kept[0](*arguments, **named)

    values.ValueClass = value


def shared_or_own(directory: Path) -> Any:
    """Return the kind of value that lies in this process's slot, or one in its own memory where none can be had."""
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(directory)
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        kind = values.MultiProcessValue(lambda: slot(directory))  # type: ignore[no-untyped-call]
    except OSError as error:
        log.warning("metrics_not_shared", error=type(error).__name__)
        return values.MutexValue
    _shared.append(directory)
    return kind


def sums() -> Iterable[Metric]:
    """Return what all processes of the folder have counted; what this one has where it counts for itself alone.

    A file that a crash has left damaged is left out until a process takes it over.
    """
    if not _shared:
        return REGISTRY.collect()
    files = [str(file) for file in _shared[0].glob("*.db") if is_sound(file)]
    merged: Iterable[Metric] = MultiProcessCollector.merge(files)  # type: ignore[no-untyped-call]
    return merged


def slot(directory: Path) -> int:
    """Return the slot that this process holds, and take one where it holds none. Raises `OSError`."""
    if (mine := _held.get(os.getpid())) is None:
        _held.clear()
        mine = _held[os.getpid()] = take(directory)
    return mine


def take(directory: Path) -> int:
    """Take the lowest free slot for as long as this process lives. Raises `OSError`."""
    for number in range(MOST_SLOTS):
        lock = os.open(directory / f"slot-{number}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for kind, size in SIZES.items():
                claim(directory / f"{kind}_{number}.db", size)
        except BlockingIOError:
            os.close(lock)
        except OSError:
            os.close(lock)
            raise
        else:
            return number
    raise OSError("no slot is free")


def claim(file: Path, size: int) -> None:
    """See that the file is whole and holds its blocks; one that a crash has left damaged begins anew."""
    if not is_sound(file):
        file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        os.posix_fallocate(descriptor, 0, size)
    finally:
        os.close(descriptor)


def is_sound(file: Path) -> bool:
    """Return whether the file is there and can be read to its end."""
    try:
        MultiProcessCollector.merge([str(file)])  # type: ignore[no-untyped-call]
    except Exception:  # noqa: BLE001  (whatever a damaged file makes of its reader)
        return False
    return True
