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
UPKEEP = "upkeep"
SECONDS = 0.2
"""How long the broker may take to connect, and again to answer: an upload does not wait for it."""

IMPATIENT = {"socket_timeout": SECONDS, "socket_connect_timeout": SECONDS, "max_retries": 0}


class BrokerDown(Exception):
    """The broker does not answer; what waits is still in the database."""


def queue(resume_id: UUID) -> bool:
    """Send a resume's id to the workers; return whether the broker took it: else the sweep will send it again."""
    return send(TASK, resume_id)


def send(task: str, key: UUID, *, queue: str = QUEUE) -> bool:
    """Send a task with the id that it is about; return whether the broker took it.

    Never raises and never blocks for more than about a second.
    """
    try:
        with current_app.connection_for_write(transport_options=IMPATIENT) as connection:
            current_app.send_task(task, args=[str(key)], queue=queue, connection=connection, retry=False)
    except (OperationalError, RedisError, OSError) as error:
        log.warning("not_queued", task=task, id=str(key), broker=type(error).__name__)
        return False
    return True


def queue_length(name: str = QUEUE) -> int:
    """Return how many messages wait in a queue of the broker: by default ids of resumes. Raises `BrokerDown`."""
    options = {"socket_timeout": SECONDS, "socket_connect_timeout": SECONDS, "retry": Retry(NoBackoff(), 0)}
    try:
        with Redis.from_url(settings.REDIS_URL, **options, **settings.REDIS_TLS) as redis:
            return int(redis.llen(name))
    except (RedisError, OSError) as error:
        raise BrokerDown from error
