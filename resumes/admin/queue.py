"""The queue's page: what waits, what fails, how long it takes, and whether worker and beat do their work."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from resumes import heartbeat, workload
from resumes.models import Resume
from resumes.queueing import QUEUE, UPKEEP, BrokerDown, queue_length


@dataclass(frozen=True, slots=True)
class Running:
    """Whether the parts behind the site run: a sentence, whether all is well, and what waits in the broker."""

    well: bool
    words: str
    ids: int | None = None
    upkeep: int | None = None


def queue_page(request: HttpRequest) -> HttpResponse:
    """Show the figures as they are now."""
    if not request.user.has_perm("resumes.view_resume"):
        raise PermissionDenied
    now = timezone.now()
    sums, codes = workload.ended(now)
    figures = {
        "now": now,
        "running": running(now),
        "waiting": workload.waiting(),
        "being_read": workload.being_read(now),
        "sums": sums,
        "codes": codes,
        "most": workload.MOST,
        "newest_failed": workload.NEWEST_FAILED,
        "recent": workload.recent(now),
    }
    context = {**admin.site.each_context(request), "opts": Resume._meta, "title": "Queue", **figures}
    return render(request, "admin/resumes/queue.html", context)


def running(now: datetime) -> Running:
    """Return what the last sweep and the broker's queues tell of broker, beat and worker."""
    try:
        ids, upkeep = queue_length(QUEUE), queue_length(UPKEEP)
        last = heartbeat.last()
    except BrokerDown:
        return Running(False, "The broker does not answer. Uploads are still taken and wait in the database.")
    late = None if last is None else now - last
    if late is not None and late <= heartbeat.patience():
        return Running(True, f"Worker and beat do their work: the last sweep was {seconds(late)} ago.", ids, upkeep)
    since = f"The last sweep was {seconds(late)} ago." if late else "No sweep is known since the broker started."
    return Running(False, f"{since} {suspect(upkeep)}", ids, upkeep)


def suspect(upkeep: int) -> str:
    """Return who is to be looked at: what beat has sent and nobody took tells."""
    if upkeep:
        return "Beat sends, and no worker takes what it sends: look after the worker."
    return "Beat has sent nothing that is left: look after beat first, then the worker."


def seconds(distance: Any) -> str:
    whole = int(distance.total_seconds())
    return f"{whole} second{'s' if whole != 1 else ''}" if whole < 120 else f"{whole // 60:,} minutes"
