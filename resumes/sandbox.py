"""Run reading and extraction in a disposable child, so that no document can harm, block or outlive its worker.

Children are forked from a server (multiprocessing's forkserver) that has spaCy and the lexicons in memory; this process
imports none of it. What counts is a complete message from the child, never its exit code.
"""

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, suppress
from datetime import date
from multiprocessing import forkserver, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from types import ModuleType

import msgspec
import psutil

from resumes import child, measures
from resumes.child import HEADER, Analysed, Answer, Drawn, TriedOut
from resumes.confinement import Confinement
from resumes.endings import Interrupted, ended_without_answer, error_of, out_of_time
from resumes.extraction.amendments import UNAMENDED, Amendments
from resumes.extraction.tried import Frame, Tried
from resumes.reading.errors import Unreadable
from resumes.reading.limits import Limits
from resumes.reading.picture import Picture

__all__ = ["Interrupted", "analyse", "draw", "error_of", "lives", "run", "try_out", "warm"]

PROJECT = Path(__file__).resolve().parent.parent
PRELOADED = ["resumes.child", "resumes.preloaded"]
SECONDS_TO_DIE = 5.0

VARIABLES = frozenset({"PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONHOME", "PYTHONPATH", "TZ"})
"""What the server of children learns of the environment, which holds secrets."""

context = get_context("forkserver")
context.set_forkserver_preload(PRELOADED)
_starting = threading.Lock()
_server: psutil.Process | None = None


@measures.child("analyse")
def analyse(
    data: bytes, *, as_of: date, limits: Limits, bounds: Confinement, amendments: Amendments = UNAMENDED
) -> Analysed:
    """Read the bytes and extract facts in a child of their own; `as_of` is the day that "Present" means.

    `amendments` are staff's changes to the lexicons; they travel with the document, so that the server of children
    need not be started anew for them.

    Raises the `ReadingError` that names why there are no facts (`Unreadable` where the child died or failed, `TooSlow`
    where its time ran out), and `Interrupted` where it is worth another attempt.
    """
    answer = run(child.analyse, data, limits, as_of, amendments, bounds=bounds)
    if isinstance(answer, Analysed):
        return answer
    raise error_of(answer)


@measures.child("try_out")
def try_out(text: str, frame: Frame, *, as_of: date, now: Amendments, then: Amendments, bounds: Confinement) -> Tried:
    """Find skills and employers in a text in a child of its own, with the one and the other changes to the lexicons.

    Raises `ReadingError` where there is nothing to read or the child failed, and `Interrupted` like `analyse`.
    """
    answer = run(child.try_out, text, frame, as_of, now, then, bounds=bounds)
    if isinstance(answer, TriedOut):
        return answer.tried
    raise error_of(answer)


@measures.child("draw")
def draw(data: bytes, *, limits: Limits, bounds: Confinement) -> tuple[Picture, ...]:
    """Draw the pages of a PDF in a child of its own. Raises `ReadingError` and `Interrupted` like `analyse`."""
    answer = run(child.draw, data, limits, bounds=bounds)
    if isinstance(answer, Drawn):
        return answer.pictures
    raise error_of(answer)


def run(work: Callable[..., Answer], *arguments: object, bounds: Confinement) -> Answer:
    """Do the work in a confined child and return its answer.

    Raises `Unreadable`, `TooSlow` and `Interrupted` where there is none. The child is gone when this returns.
    """
    process, reader = start(work, *arguments, bounds=bounds)
    with reader:
        try:
            message = receive(process, reader, bounds)
        finally:
            end(process)
    try:
        answer: Answer = msgspec.json.decode(message, type=Answer)
    except msgspec.MsgspecError as error:
        raise Unreadable("garbled answer") from error
    return answer


def warm() -> None:
    """Start the server of children where none runs, so that the first document need not wait for it."""
    global _server
    with _starting:
        if not (_server and lives(_server)):
            with empty_main(), chdir(PROJECT), bare_environment():
                forkserver.ensure_running()
            _server = next(filter(lives, psutil.Process().children()), None)


def lives(process: psutil.Process) -> bool:
    """Return whether the process is a server of children and has not ended."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE and "multiprocessing.forkserver" in process.cmdline()[-1]
    except (psutil.Error, IndexError):
        return False


@contextmanager
def bare_environment() -> Iterator[None]:
    """Hide all variables but a few harmless ones: what is started meanwhile never learns them."""
    whole = dict(os.environ)
    os.environ.clear()
    os.environ.update({name: whole[name] for name in VARIABLES & whole.keys()})
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # numpy's threads would be forked along
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(whole)


def start(work: Callable[..., Answer], *arguments: object, bounds: Confinement) -> tuple[ForkServerProcess, Connection]:
    """Start a child; return it and the end of the pipe that its answer comes out of.

    Raises `Interrupted` where none can be started: no memory, no process left, or its server does not come up.
    """
    reader, writer = context.Pipe(duplex=False)
    try:
        with writer:
            warm()
            process = context.Process(target=child.main, args=(writer, bounds, work, *arguments), daemon=True)
            with _starting, empty_main(), chdir(PROJECT):
                process.start()
    except (OSError, EOFError) as error:
        reader.close()
        raise Interrupted(f"no child could be started: {type(error).__name__}") from error
    return process, reader


@contextmanager
def empty_main() -> Iterator[None]:
    """Show multiprocessing an empty `__main__`: it would have every child import the real one, Celery and all."""
    real = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = real


def receive(process: ForkServerProcess, reader: Connection, bounds: Confinement) -> bytes:
    """Return the child's complete message. Raises `Unreadable`, `TooSlow` and `Interrupted`."""
    deadline = time.monotonic() + bounds.seconds
    received = bytearray()
    while (missing := HEADER.size + announced(received, bounds) - len(received)) > 0:
        if not readable(reader, deadline):
            raise out_of_time(process, bounds)
        chunk = os.read(reader.fileno(), min(missing, 1 << 20))
        if not chunk:
            raise ended_without_answer(process)
        received += chunk
    return bytes(received[HEADER.size :])


def announced(received: bytearray, bounds: Confinement) -> int:
    """Return the length of the message as its header says, 0 before that is there. Raises `Unreadable`."""
    if len(received) < HEADER.size:
        return 0
    length: int = HEADER.unpack_from(received)[0]
    if length > bounds.max_output:
        raise Unreadable("answer too large")
    return max(length, 1)


def readable(reader: Connection, deadline: float) -> bool:
    """Return whether there is something to read, or an end, before the deadline."""
    poll = select.poll()
    poll.register(reader.fileno(), select.POLLIN)
    return bool(poll.poll(max(0.0, deadline - time.monotonic()) * 1000))


def end(process: ForkServerProcess) -> None:
    """Kill the child with all that it may have started, and give back what it held."""
    if process.pid:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join(SECONDS_TO_DIE)
    with suppress(ValueError):  # still not dead, stuck in the kernel: its descriptors go with the object
        process.close()
