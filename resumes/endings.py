"""What to make of a child's answer, and of its end without one."""

import re
import signal
from multiprocessing.context import ForkServerProcess

import psutil
import structlog

from resumes.child import Answer, Broke, Refused
from resumes.confinement import Confinement
from resumes.reading.errors import ReadingError, TooSlow, Unreadable

UNKNOWN_END = 255
"""What multiprocessing reports when it cannot tell how a child ended: its server died too, or threads raced for it."""

LITTLE_CPU = 0.25
"""A child stopped by the clock with less than this share of it in processor time was held up, not busy."""

SECONDS_TO_DIE = 5.0

LONGEST_NAME = 80
"""Characters of an error's name, at most."""

PLACE = re.compile(r"(?:[\w./<>-]{1,80}:\d{1,6} [\w<>]{1,60}(?: < (?=\w))?){0,2}")
"""How a place in the code is told: a child that was taken over could put a line of the document there instead."""

log = structlog.get_logger(__name__)


class Interrupted(Exception):
    """The child was stopped by what lies outside its document; another attempt may succeed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def error_of(answer: Answer) -> ReadingError:
    """Return the error that a refusal names; `Unreadable` for codes and answers that only a broken child would send."""
    if isinstance(answer, Refused):
        known = {error.code: error for error in ReadingError.__subclasses__()}
        return known.get(answer.code, Unreadable)()
    return defect(answer) if isinstance(answer, Broke) else Unreadable("another answer")


def defect(answer: Broke) -> Unreadable:
    """Log where our code failed on the document, so that developers learn of it, and return what that means for it.

    Running out of memory is the limit at work, all else a defect.
    """
    error = answer.error if answer.error.isidentifier() and len(answer.error) <= LONGEST_NAME else "unnamed"
    place = answer.place if PLACE.fullmatch(answer.place) else ""
    (log.info if error == "MemoryError" else log.error)("reading_broke", error=error, place=place)
    return Unreadable(f"{error} at {place}" if place else error)


def out_of_time(process: ForkServerProcess, bounds: Confinement) -> Exception:
    """Return what to make of a child that is still at work when its time is up."""
    if cpu_seconds(process) < LITTLE_CPU * bounds.seconds:
        return Interrupted("held up until its time was over")
    return TooSlow()


def cpu_seconds(process: ForkServerProcess) -> float:
    """Return the processor time that a child has used, 0 where it is gone."""
    try:
        times = psutil.Process(process.pid).cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)


def ended_without_answer(process: ForkServerProcess) -> Exception:
    """Return what to make of a child that ended before its message was complete.

    A document cannot have its child killed: the limits end it otherwise. So that came from outside, be it the
    kernel, short of memory for all, and says nothing of the document.
    """
    process.join(SECONDS_TO_DIE)
    if process.exitcode == UNKNOWN_END:
        return Interrupted("ended in a way that nobody saw")
    if process.exitcode == -signal.SIGKILL:
        return Interrupted("killed from outside")
    if process.exitcode in (-signal.SIGXCPU, -signal.SIGALRM):
        return TooSlow()
    return Unreadable(f"child ended with {process.exitcode}")
