"""Questions to the parts that may hang: each is asked in a thread of its own and waited for so long, and no longer.

A part that still owes an answer is not asked again, so that a hanging one holds one thread of a process, not all.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connections
from django.utils import timezone

from config.schema import unapplied
from resumes import heartbeat, queueing, workload

Answer = TypeVar("Answer")

PATIENCE = 2.0
"""Seconds that all parts together may take to answer."""


class Probe(Generic[Answer]):
    """A question that can be asked again and again, by several threads at once."""

    def __init__(self, question: Callable[[], Answer]) -> None:
        self.question = question
        self._lock = threading.Lock()
        self._asked: Future[Answer] | None = None

    def ask(self) -> "Future[Answer]":
        """Ask, or join whoever waits for an answer already."""
        with self._lock:
            if self._asked is None or self._asked.done():
                self._asked = Future()
                threading.Thread(target=self.answer, args=(self._asked,), daemon=True).start()
            return self._asked

    def answer(self, asked: "Future[Answer]") -> None:
        """Answer, or hand the error to those who wait; give back the connections that this thread has opened."""
        try:
            answer = self.question()
        except BaseException as error:  # noqa: BLE001  (they raise it again)
            asked.set_exception(error)
        else:
            asked.set_result(answer)
        finally:
            connections.close_all()


@dataclass(frozen=True, slots=True)
class Rows:
    """What the database says: what waits, what is being read, and whether it has every table of this version."""

    waiting: workload.Waiting
    being_read: workload.BeingRead
    migrated: bool

    @property
    def oldest_seconds(self) -> float:
        """How long the oldest resume that nobody reads has waited, 0 where none waits."""
        oldest = self.waiting.oldest
        return round((timezone.now() - oldest).total_seconds(), 1) if oldest else 0.0


UNMIGRATED = Rows(workload.Waiting(0, None), workload.BeingRead(0, None, 0), migrated=False)
"""What can be said before the migrations have run: the tables may not be there."""


@dataclass(frozen=True, slots=True)
class Messages:
    """What the broker says: how many messages wait in each queue, and when the sweep last ran, if that is known."""

    lengths: dict[str, int]
    last_sweep: datetime | None


def rows() -> Rows:
    """Ask the database. Raises `DatabaseError`."""
    if unapplied():
        return UNMIGRATED
    return Rows(workload.waiting(), workload.being_read(timezone.now()), migrated=True)


def messages() -> Messages:
    """Ask the broker, which is the cache too. Raises `BrokerDown`."""
    queues = (queueing.QUEUE, queueing.UPKEEP)
    return Messages({name: queueing.queue_length(name) for name in queues}, heartbeat.last())


def stored() -> bool:
    """Write a small file and remove it: a full or read-only disk takes none. Raises `OSError`.

    One that a crash leaves behind is an orphan like any, which the sweep removes.
    """
    name = default_storage.save(uuid4().hex, ContentFile(b"ready?"))
    default_storage.delete(name)
    return True


DATABASE, BROKER, STORAGE = Probe(rows), Probe(messages), Probe(stored)
