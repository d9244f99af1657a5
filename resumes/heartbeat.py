"""When the sweep last ran, which beat sends and a worker takes: a recent one shows that both live.

Kept in the cache, which is the broker: no write to the database every few seconds, and where the broker is gone the
sweep is too. The price: after a broker has lost everything nothing is known until the next pass.
"""

from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from redis.exceptions import RedisError

from resumes.queueing import BrokerDown

log = structlog.get_logger(__name__)

KEY = "last_sweep"
KEPT_SECONDS = 7 * 24 * 3600


def beat() -> None:
    """Note that a sweep ran now; without a cache nothing is noted."""
    try:
        cache.set(KEY, timezone.now().isoformat(), KEPT_SECONDS)
    except (OSError, RedisError) as error:
        log.warning("sweep_not_noted", error=type(error).__name__)


def last() -> datetime | None:
    """Return when the last sweep ended, None where nothing is known of one. Raises `BrokerDown`."""
    try:
        noted = cache.get(KEY)
    except (OSError, RedisError) as error:
        raise BrokerDown from error
    return datetime.fromisoformat(noted) if noted else None


def patience() -> timedelta:
    """Return how old the last sweep may be while all is well: a few turns, behind a resume that takes all its time."""
    return timedelta(seconds=3 * settings.SWEEP_SECONDS + settings.RESUME_MAX_SECONDS)
