"""Whether this process lives, and whether it can do its work.

`/healthz` asks nobody: a process that answers it lives, whatever hangs elsewhere. Restart what does not answer.

`/readyz` asks database, broker and storage, in two seconds at most (`probes.PATIENCE`), and answers

- 200 when an upload would be accepted: the database answers and has every migration of this version, the storage takes
  a file. A broker that is down delays reading and loses nothing, so it is told and does not count.
- 503 when it would not. Send visitors elsewhere and do not restart: a part is missing, not this process.

The age of the oldest waiting resume is for an alarm, not for routing: visitors can still upload, and are told to wait.
"""

import time
from concurrent.futures import Future
from typing import TypeVar

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from config import probes
from resumes import landlock
from resumes.confinement import can_filter
from resumes.queueing import BrokerDown

Answer = TypeVar("Answer")


@never_cache
def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer that the process is alive."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
def readyz(_request: HttpRequest) -> JsonResponse:
    """Answer what works: 200 when an upload would be accepted, 503 when it would not.

    What the sandbox can do beside its limits, which hold everywhere, is told for this machine.
    """
    asked = probes.DATABASE.ask(), probes.BROKER.ask(), probes.STORAGE.ask()
    deadline = time.monotonic() + probes.PATIENCE
    database = answer_of(asked[0], deadline)
    parts = {
        "database": database is not None,
        "migrated": database is not None and database.migrated,
        "broker": answer_of(asked[1], deadline) is not None,
        "storage": answer_of(asked[2], deadline) is not None,
        "oldest_waiting_seconds": database.oldest_seconds if database else None,
        "sandbox_filters_system_calls": can_filter(),
        "sandbox_hides_files": landlock.version() > 0,
    }
    ready = parts["migrated"] and parts["storage"]
    return JsonResponse(parts, status=200 if ready else 503)


def answer_of(asked: "Future[Answer]", deadline: float) -> Answer | None:
    """Return what a part answers, None where it fails or owes its answer when time is up."""
    try:
        return asked.result(max(0.0, deadline - time.monotonic()))
    except (DatabaseError, OSError, BrokerDown):  # a TimeoutError is an OSError
        return None
