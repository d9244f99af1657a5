"""How often one visitor may do what costs work, counted in windows of the clock.

Counting is the cache's atomic increment, so that requests that come at once get a number each. Decision: while the
cache does not answer, each process counts alone. Limits then hold process by process, where failing open would hold
nobody and failing closed would let nobody in; and a cache that hangs is left alone for a while, or every request would
wait for it.
"""

import threading
import time
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import structlog
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from redis.exceptions import RedisError

from resumes.views.addresses import address_of
from resumes.views.ownership import owner_of

log = structlog.get_logger(__name__)

HOUR = 3600
REST = 5.0
"""Seconds for which a cache that did not answer is not asked again."""

Limit = tuple[str, int]
"""The key that something is counted under, and how often it may be done within the window."""


def retry_after(request: HttpRequest) -> datetime | None:
    """Count one upload; return when the visitor may come back, None where they need not wait.

    Counted by clock hour, for the address it comes from and for the session: a new session alone resets nothing, and
    an office behind one address is no single visitor, so that an address may send more. An address over its limit is
    turned away before a session is begun for it.
    """
    if later := counted(of_address(request)):
        return later
    return counted([(f"session:{owner_of(request)}", settings.UPLOADS_PER_HOUR)])


def of_address(request: HttpRequest) -> list[Limit]:
    """Return the limit of uploads of the address that the request comes from, none where it has no address."""
    address = address_of(request)
    return [(f"address:{address}", settings.UPLOADS_PER_HOUR_FROM_ADDRESS)] if address else []


def counted(visitors: Iterable[Limit], kind: str = "uploads", seconds: int = HOUR) -> datetime | None:
    """Count one more under each key; return when they may come again, None where all are within their limits."""
    now = timezone.now()
    over = [count(f"{kind}:{key}", seconds, now) > limit for key, limit in visitors]
    return end_of_window(seconds, now) if any(over) else None


def next_hour(now: datetime) -> datetime:
    """Return when the next clock hour begins."""
    return end_of_window(HOUR, now)


def end_of_window(seconds: int, now: datetime) -> datetime:
    """Return when the window of so many seconds that `now` lies in ends."""
    return datetime.fromtimestamp(window(seconds, now) * seconds, UTC) + timedelta(seconds=seconds)


def window(seconds: int, now: datetime) -> int:
    """Return the number of the window, counted since 1970, that `now` lies in."""
    return int(now.timestamp()) // seconds


def count(key: str, seconds: int, now: datetime) -> int:
    """Count one more under a key in this window and return how many there are."""
    name = f"{key}:{seconds}:{window(seconds, now)}"
    if not alone.resting():
        try:
            return alone.note(name, incremented(name, seconds))
        except (OSError, RedisError) as error:
            log.warning("counting_without_cache", error=type(error).__name__)
            alone.rest()
    return alone.count(name)


def incremented(name: str, seconds: int) -> int:
    """Count one more in the cache and return how many there are."""
    cache.add(name, 0, timeout=seconds)
    try:
        return int(cache.incr(name))
    except ValueError:  # forgotten in between: the cache was emptied
        return 1


class Alone:
    """Counts of this process, while the cache does not answer."""

    MOST = 10_000
    """Keys at most; beyond them all are forgotten, so that many addresses do not fill the memory."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.until = 0.0
        self.lock = threading.Lock()

    def resting(self) -> bool:
        """Return whether the cache is left alone just now."""
        return time.monotonic() < self.until

    def rest(self) -> None:
        """Leave the cache alone for a while."""
        self.until = time.monotonic() + REST

    def count(self, name: str) -> int:
        """Count one more under a name and return how many there are."""
        with self.lock:
            if len(self.counts) >= self.MOST:
                self.counts.clear()
            self.counts[name] += 1
            return self.counts[name]

    def note(self, name: str, number: int) -> int:
        """Keep what the cache says, to count on from it when it falls silent; return the larger of both counts."""
        with self.lock:
            if len(self.counts) >= self.MOST:
                self.counts.clear()
            self.counts[name] = max(self.counts[name], number)
            return self.counts[name]

    def forget(self) -> None:
        """Begin anew, and ask the cache again."""
        with self.lock:
            self.counts.clear()
            self.until = 0.0


alone = Alone()
