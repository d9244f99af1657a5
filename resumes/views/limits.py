"""How many uploads an hour one visitor may send; without a cache nobody is held back."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from redis.exceptions import RedisError

from resumes.views.ownership import owner_of

log = structlog.get_logger(__name__)

HOUR = 3600


Limit = tuple[str, int]
"""The key that uploads are counted under, and how many an hour it may send."""


def retry_after(request: HttpRequest) -> datetime | None:
    """Count one upload; return when the visitor may come back, None where they need not wait.

    Counted by clock hour, for the session and for the address it comes from: a new session alone resets nothing, and
    an office behind one address is no single visitor, so that an address may send more.
    """
    return counted(((f"session:{owner_of(request)}", settings.UPLOADS_PER_HOUR), *of_address(request)))


def counted(visitors: Iterable[Limit]) -> datetime | None:
    """Count one upload under each key; return when they may send again, None where all are within their limits."""
    now = timezone.now()
    try:
        over = [count(key, now) > limit for key, limit in visitors]
    except (OSError, RedisError) as error:
        log.warning("uploads_not_counted", error=type(error).__name__)
        return None
    return next_hour(now) if any(over) else None


def of_address(request: HttpRequest) -> list[Limit]:
    """Return the limit of the address that the request comes from, none where it has no address."""
    address = address_of(request)
    return [(f"address:{address}", settings.UPLOADS_PER_HOUR_FROM_ADDRESS)] if address else []


def next_hour(now: datetime) -> datetime:
    """Return when the next clock hour begins."""
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def address_of(request: HttpRequest) -> str | None:
    """Return the address that the connection comes from; None behind a proxy on a socket.

    Headers such as X-Forwarded-For are not looked at: anyone can write them, and a limit would hold nobody.
    """
    return request.META.get("REMOTE_ADDR") or None


def count(key: str, now: datetime) -> int:
    """Count one more under a key in this clock hour and return how many there are."""
    window = f"uploads:{now:%Y%m%d%H}:{key}"
    cache.add(window, 0, timeout=HOUR)
    return int(cache.incr(window))
