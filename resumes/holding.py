"""Keep hold of a resume while it is read: a lease is short, so that a killed worker's is soon over, and is renewed."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog
from django.db import DatabaseError, connection

from resumes import limits

log = structlog.get_logger(__name__)


@contextmanager
def held(renew: Callable[[], bool]) -> Iterator[None]:
    """Call `renew` every quarter of a lease until the block ends, as long as it returns True.

    A thread of its own does so, which dies with the process, and gives up where the block takes longer than any attempt
    may: whoever hangs loses hold.
    """
    over = threading.Event()
    keeper = threading.Thread(target=keep, args=(renew, over), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join()


def keep(renew: Callable[[], bool], over: threading.Event) -> None:
    """Renew until it is over, too late or no use."""
    turn = limits.lease().total_seconds() / 4
    deadline = time.monotonic() + limits.longest_attempt().total_seconds()
    try:
        while not over.wait(turn) and time.monotonic() < deadline and renewed(renew):
            pass
    finally:
        connection.close()


def renewed(renew: Callable[[], bool]) -> bool:
    """Return what `renew` says; True where the database cannot be asked: another try may come in time."""
    try:
        return renew()
    except DatabaseError as error:
        log.warning("lease_not_renewed", error=type(error).__name__)
        connection.close()
        return True
