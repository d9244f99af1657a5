"""What runs every few seconds: queue again what was lost on the way, end what cannot be read, remove what is over."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from importlib import import_module

import structlog
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from resumes import heartbeat, limits, measures
from resumes.deletion import delete
from resumes.lexicon import trials
from resumes.models import PagePicture, Resume, State
from resumes.queueing import BrokerDown, queue, queue_length
from resumes.reading.errors import Unreadable

log = structlog.get_logger(__name__)

ROWS_A_PASS = 100
SHORT_QUEUE = 100
"""With more ids waiting in the broker than this, what waits in the database is not lost, only behind."""

LONGEST_DELAY = timedelta(seconds=15)
"""What a broker has lost waits no longer. Messages stay few all the same: none is sent while the queue is not short."""

CHECKPOINT_MS = 200
"""How long emptying the journal may wait for readers: it holds up writers meanwhile, and the next pass comes soon."""

REMOVING_SECONDS = 2.0
"""How long a pass removes what has expired: passes come every few seconds, and have other things to do."""

ORPHAN_AGE = timedelta(hours=1)
"""An upload in progress has a file and no row yet; none takes this long."""


def sweep() -> None:
    """Do one pass. Each part stands alone: one that finds nothing costs one query, one that fails stops no other."""
    now = timezone.now()
    done(queue_overdue, now)
    done(end_hopeless, now)
    done(remove_expired, now)
    done(trials.remove_old)
    done(empty_journal)
    heartbeat.beat()
    measures.SWEEPS.inc()


def done(part: Callable[..., object], *arguments: object) -> None:
    """Do one part; log what it fails with."""
    try:
        part(*arguments)
    except Exception as error:  # whatever it is, the next pass comes soon
        log.exception("sweep_part_failed", part=part.__name__, error=type(error).__name__)


def end_hopeless(now: datetime) -> None:
    """Fail what has used up its attempts, the last of which nobody ended."""
    hopeless = Resume.objects.lapsed(now).filter(attempts__gte=limits.attempts())
    count = hopeless.update(state=State.FAILED, code=Unreadable.code, lease_until=None, ended_at=now)
    if count:
        measures.failed(Unreadable.code, count)
        log.warning("resumes_failed_after_last_lease", count=count)


def remove_expired(now: datetime) -> None:
    """Remove what was kept long enough, for at most two seconds a pass."""
    ends = time.monotonic() + REMOVING_SECONDS
    while (expired := Resume.objects.expired(now)[:ROWS_A_PASS]) and time.monotonic() < ends:
        for resume in expired:
            delete(resume)
            measures.swept("expired")


def remove_orphans() -> None:
    """Remove files that no row names: what a crash between file and row, or between row and file, left behind."""
    try:
        _, names = default_storage.listdir("")
    except FileNotFoundError:  # nothing was ever stored
        return
    kept = set(Resume.objects.values_list("file", flat=True))
    kept |= set(PagePicture.objects.values_list("file", flat=True))
    for name in names:
        if name not in kept and is_old(name):
            default_storage.delete(name)
            measures.swept("orphan_removed")
            log.warning("orphan_removed")


def remove_old_sessions() -> None:
    """Remove the sessions whose time is up: nobody can come back with them."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def is_old(name: str) -> bool:
    """Return whether the stored file is older than any upload takes; False where it has just gone."""
    try:
        modified = default_storage.get_modified_time(name)
    except FileNotFoundError:
        return False
    return modified < timezone.now() - ORPHAN_AGE


def queue_overdue(now: datetime) -> int:
    """Queue again what waited past its turn, at most 100 a pass and only while the broker's queue is short."""
    overdue = list(Resume.objects.overdue(now)[:ROWS_A_PASS])
    if not overdue:
        return 0
    try:
        if queue_length() >= SHORT_QUEUE:
            return 0
    except BrokerDown:
        return 0
    return sum(queue_again(resume, now) for resume in overdue)


def queue_again(resume: Resume, now: datetime) -> bool:
    """Send one id again and put off its next turn to twice the distance; return whether it was sent."""
    delay = min(resume.queue_delay * 2, LONGEST_DELAY)
    turn = Resume.objects.filter(pk=resume.pk, next_turn=resume.next_turn)
    if turn.update(next_turn=now + delay, queue_delay=delay) != 1:
        return False
    measures.swept("queued_again")
    return queue(resume.pk)


def empty_journal() -> None:
    """Write SQLite's journal into the database and cut it to nothing: it still holds what was deleted."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {CHECKPOINT_MS}")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute(f"PRAGMA busy_timeout = {patience}")
