"""Try a change to the lexicons out on a text, through a worker's sandbox: no text is read in a web process.

The text lies in a row of its own until its answer is fetched, a second or so; the broker carries its id.
"""

import time
from uuid import UUID

import structlog
from django.utils import timezone

from resumes import limits, queueing, sandbox
from resumes.extraction.amendments import Amendments
from resumes.extraction.tried import Tried
from resumes.lexicon.adoption import ADOPTED
from resumes.lexicon.rows import KEPT, Trial
from resumes.reading.errors import ReadingError

log = structlog.get_logger(__name__)

TASK = "resumes.tasks.try_lexicon"
QUEUE = "upkeep"
"""Not behind the resumes."""
PATIENCE = 6.0
GLANCE = 0.03
"""Seconds that a page waits for its answer, and between two looks."""


class NoAnswer(Exception):
    """No worker has answered in time."""


class Refused(Exception):
    """The text could not be read; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def ask(text: str, stands_as: str, amendments: Amendments) -> Tried:
    """Return what is found in a text now and with these changes. Raises `NoAnswer` and `Refused`."""
    trial = Trial.objects.create(text=text, stands_as=stands_as, amendments=amendments)
    try:
        queueing.send(TASK, trial.pk, queue=QUEUE)
        return wait(trial)
    finally:
        Trial.objects.filter(pk=trial.pk).delete()


def wait(trial: Trial) -> Tried:
    """Return the answer when it is there. Raises `NoAnswer` and `Refused`."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        trial.refresh_from_db(fields=("answer", "failure"))
        if trial.failure:
            raise Refused(trial.failure)
        if trial.answer is not None:
            return trial.answer
        time.sleep(GLANCE)
    raise NoAnswer


def answer(key: UUID) -> None:
    """Try one text out; nothing where it is gone."""
    trial = Trial.objects.filter(pk=key).first()
    if trial is None:
        return
    try:
        tried = sandbox.try_out(
            trial.text,
            trial.stands_as,  # type: ignore[arg-type]  # the form offers frames only
            as_of=timezone.now().date(),
            now=ADOPTED.amendments(),
            then=trial.amendments,
            bounds=limits.confinement(),
        )
    except sandbox.Interrupted as error:
        log.warning("trial_interrupted", reason=error.reason)
        Trial.objects.filter(pk=key).update(failure="unreadable")
    except ReadingError as error:
        Trial.objects.filter(pk=key).update(failure=error.code)
    else:
        Trial.objects.filter(pk=key).update(answer=tried)


def remove_old() -> None:
    """Remove texts whose page went away."""
    Trial.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
