"""Tell a worker that a resume waits. The broker carries ids and may lose them: the database remembers."""

from uuid import UUID

import structlog
from celery import current_app
from django.conf import settings
from kombu.exceptions import OperationalError
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

log = structlog.get_logger(__name__)

TASK = "resumes.tasks.analyse_resume"
QUEUE = "celery"
SECONDS = 0.2
"""How long the broker may take to connect, and again to answer: an upload does not wait for it."""

IMPATIENT = {"socket_timeout": SECONDS, "socket_connect_timeout": SECONDS, "max_retries": 0}


class BrokerDown(Exception):
    """The broker does not answer; what waits is still in the database."""


def queue(resume_id: UUID) -> bool:
    """Send the id to the workers; return whether the broker took it.

    Never raises and never blocks for more than about a second: where the broker does not answer, the sweep will send
    the id again.
    """
    try:
        with current_app.connection_for_write(transport_options=IMPATIENT) as connection:
            current_app.send_task(TASK, args=[str(resume_id)], queue=QUEUE, connection=connection, retry=False)
    except (OperationalError, RedisError, OSError) as error:
        log.warning("resume_not_queued", resume=str(resume_id), broker=type(error).__name__)
        return False
    return True


def queue_length() -> int:
    """Return how many ids wait in the broker. Raises `BrokerDown`."""
    options = {"socket_timeout": SECONDS, "socket_connect_timeout": SECONDS, "retry": Retry(NoBackoff(), 0)}
    try:
        with Redis.from_url(settings.REDIS_URL, **options) as redis:
            return int(redis.llen(QUEUE))
    except (RedisError, OSError) as error:
        raise BrokerDown from error
