"""What tasks write into the logs, and what of it is left out.

Celery would give all of a process's logs the level of its own `--loglevel`, and what a worker says of each resume would
be lost. The level is LOG_LEVEL's alone.
"""

from collections.abc import MutableMapping
from typing import Any

import structlog
from celery.signals import setup_logging, worker_ready
from django.dispatch import receiver
from django_structlog.celery.signals import bind_extra_task_metadata

UPKEEP = "upkeep"
ROUTINE = frozenset({"task_enqueued", "task_started", "task_succeeded"})
"""What the logs say of every task. Of upkeep, which runs every few seconds, only what goes wrong is of interest."""

ECHOES = ("celery.worker.strategy", "celery.app.trace", "celery.beat")
"""Loggers of Celery that say once more, without ids, what `ROUTINE` says; their warnings stay."""

log = structlog.get_logger(__name__)


@setup_logging.connect
def as_the_settings_say(**_signal: object) -> None:
    """Keep Celery, which looks for who is connected here, from setting logs up again."""


@worker_ready.connect
def say_ready(**_signal: object) -> None:
    """Say that the worker takes tasks, at any level that shows warnings: whoever started it may wait for this."""
    log.warning("The worker is ready.")


@receiver(bind_extra_task_metadata)
def name_task(task: Any, **_signal: object) -> None:
    """Put the task's name and queue on every line that it writes."""
    queue = (task.request.delivery_info or {}).get("routing_key")
    structlog.contextvars.bind_contextvars(task=task.name, queue=queue)


def without_routine(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Leave out that upkeep was sent, begun and done."""
    if event.get("event") in ROUTINE and UPKEEP in (event.get("queue"), event.get("routing_key")):
        raise structlog.DropEvent
    return event
