"""Have a failed resume read once more, as if it had just come."""

from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from resumes.models import FIRST_TURN, Resume, State, first_turn
from resumes.queueing import queue
from resumes.reading.errors import TooSlow, Unreadable

WORTH_IT = frozenset({TooSlow.code, Unreadable.code})
"""Failures that a crowded machine or a fault of ours may have caused; all others lie in the file itself."""


class FileGone(Exception):
    """There is nothing left to read."""


class NotFailed(Exception):
    """The resume has not failed (any more), has expired, or is gone."""


def retry(resume: Resume) -> None:
    """Put a failed resume back among the waiting, with all its attempts before it, and tell a worker on commit.

    One conditional update decides, so that asking twice queues once. An attempt that still runs from before cannot
    spoil anything: until another takes the resume nothing is being read, and then another is its holder. Raises
    `FileGone` and `NotFailed`.
    """
    if not default_storage.exists(str(resume.file)):
        raise FileGone
    failed = Resume.objects.filter(pk=resume.pk, state=State.FAILED, expires_at__gt=timezone.now())
    turn = {"next_turn": first_turn(), "queue_delay": FIRST_TURN}
    with transaction.atomic():
        if failed.update(state=State.QUEUED, code="", attempts=0, ended_at=None, **turn) != 1:
            raise NotFailed
        transaction.on_commit(partial(queue, resume.pk))
