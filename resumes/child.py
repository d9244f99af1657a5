"""What a disposable child does: confine itself, read and extract, answer with one complete message.

The worker imports this module to name its functions, so it must not import what the child needs at its top; that is
`resumes.preloaded`, in memory of the server the child is forked from.
"""

import os
import resource
import struct
import time
from collections.abc import Callable
from datetime import date
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

import msgspec

from resumes.confinement import Confinement, confine
from resumes.exchange.origin import Restored
from resumes.extraction.amendments import UNAMENDED, Amendments
from resumes.extraction.facts import Facts
from resumes.extraction.tried import Frame, Tried
from resumes.reading.document import Document
from resumes.reading.errors import ReadingError
from resumes.reading.limits import Limits
from resumes.reading.picture import Picture

HEADER = struct.Struct(">Q")
"""Length of the message in bytes, ahead of it: a message that is cut short is none."""


class Analysed(msgspec.Struct, frozen=True, tag=True):
    """What was read and found. `filtered`: the filter of system calls was in force; `warm`: code was preloaded.

    `restored` is what a download of this site says beside, None for all other files.
    """

    document: Document
    facts: Facts
    version: str
    seconds_reading: float
    seconds_extracting: float
    peak_mib: int = 0
    filtered: bool = False
    warm: bool = False
    restored: Restored | None = None

    @property
    def seconds(self) -> float:
        """Wall time inside the child from the bytes to the facts."""
        return self.seconds_reading + self.seconds_extracting


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The document gives no facts, for the reason that `code` names."""

    code: str


class Broke(msgspec.Struct, frozen=True, tag=True):
    """The code failed on the document: a defect of ours, which the log must lead to.

    Only the error's type and its `place` in the code are told: its words could hold some of the document's.
    """

    error: str
    place: str = ""


class TriedOut(msgspec.Struct, frozen=True, tag=True):
    """What is found in a text with and without a change to the lexicons."""

    tried: Tried


class Drawn(msgspec.Struct, frozen=True, tag=True):
    """The pages of a PDF as pictures."""

    pictures: tuple[Picture, ...]


Answer = Analysed | Refused | Broke | TriedOut | Drawn


def main(connection: Connection, bounds: Confinement, work: Callable[..., Answer], *arguments: object) -> None:
    """Confine this process, do the work, send its answer."""
    os.setpgid(0, 0)
    preloaded = import_module("resumes.preloaded")
    keep_only(connection.fileno())
    silence()
    filtered = confine(bounds)
    answer = attempt(work, *arguments)
    if isinstance(answer, Analysed):
        warm = os.getpid() != preloaded.SERVER
        answer = msgspec.structs.replace(answer, peak_mib=peak_mib(), filtered=filtered, warm=warm)
    send(connection, msgspec.json.encode(answer))


def keep_only(descriptor: int) -> None:
    """Close what was inherited beside the pipe: with the server's own pipes a child could end the server or keep it."""
    os.closerange(3, descriptor)
    os.closerange(descriptor + 1, resource.getrlimit(resource.RLIMIT_NOFILE)[0])


def silence() -> None:
    """Send what parsers print nowhere: it could hold words of the document."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def attempt(work: Callable[..., Answer], *arguments: object) -> Answer:
    """Return the work's answer, or why there is none.

    One component of extraction that fails fails the whole resume. The components lean on each other's findings, and
    what a failed one leaves empty could not be told from "none found": a resume without its roles would be priced as
    a first job, which is a default estimate by another name. So the visitor is told that the file could not be read,
    and can fill the form by hand; the log tells developers where the code failed.
    """
    try:
        return work(*arguments)
    except ReadingError as error:
        return Refused(error.code)
    except Exception as error:  # noqa: BLE001  (whatever a parser raises on a hostile file ends this document only)
        return Broke(type(error).__name__, place_of(error.__traceback__))


def place_of(trace: TracebackType | None) -> str:
    """Return where an error arose: our own innermost line, and the line of a library's beyond it, if there is one.

    A file below this project's or a library's root, a number, a function: "resumes/reading/docx.py:74 read_docx".
    """
    frames = [(shortened(frame.filename), frame.lineno, frame.name) for frame in extract_tb(trace)]
    ours = [frame for frame in frames if frame[0].startswith("resumes/")]
    told = dict.fromkeys([*ours[-1:], *frames[-1:]])
    return " < ".join(f"{file}:{line} {name}" for file, line, name in told)


def shortened(filename: str) -> str:
    """Return the end of a file's path: from this package on, or the last two parts."""
    path = Path(filename)
    root = Path(__file__).parent.parent
    return str(path.relative_to(root)) if path.is_relative_to(root / "resumes") else "/".join(path.parts[-2:])


def analyse(data: bytes, limits: Limits, as_of: date, amendments: Amendments = UNAMENDED) -> Analysed:
    """Read the bytes and extract facts, with staff's changes to the lexicons, or restore them from a download.

    Raises `ReadingError`.
    """
    preloaded = import_module("resumes.preloaded")
    begun = time.perf_counter()
    if found := preloaded.restored(data, limits, as_of):
        download, kept = found
        version = download.versions.whole
        seconds = time.perf_counter() - begun
        return Analysed(download.document, download.facts, version, seconds, 0.0, restored=kept)
    document = preloaded.read(data, limits)
    read = time.perf_counter()
    facts = preloaded.extract(document, preloaded.amended(amendments), as_of)
    done = time.perf_counter()
    return Analysed(document, facts, preloaded.version(amendments), read - begun, done - read)


def try_out(text: str, frame: Frame, as_of: date, now: Amendments, then: Amendments) -> TriedOut:
    """Find skills and employers in a text, with either changes to the lexicons. Raises `ReadingError`."""
    preloaded = import_module("resumes.preloaded")
    return TriedOut(preloaded.try_out(text, frame, preloaded.PIPELINE, (now, then), as_of))


def draw(data: bytes, limits: Limits) -> Drawn:
    """Draw as many pages of a PDF as were read. Raises `ReadingError`."""
    return Drawn(tuple(import_module("resumes.preloaded").draw(data, limits.max_pages)))


def peak_mib() -> int:
    """Return the largest resident memory of this process so far, what it shares with its server included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def send(connection: Connection, message: bytes) -> None:
    """Write the whole message behind its length."""
    unsent = memoryview(HEADER.pack(len(message)) + message)
    while unsent:
        unsent = unsent[os.write(connection.fileno(), unsent) :]
