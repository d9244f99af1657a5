"""Read one resume: claim it, run the sandbox, save the result. Safe to run twice, late, or for a row that is gone."""

from dataclasses import dataclass
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from resumes import limits, measures, sandbox
from resumes.child import Analysed
from resumes.exchange.keeping import columns_of_restored
from resumes.lexicon.adoption import ADOPTED
from resumes.models import Reading, Resume, State
from resumes.reading.errors import ReadingError, Unreadable

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt's hold on a resume: it is ours as long as the row is being read in this, its `number`th attempt."""

    resume: Resume
    number: int

    def end(self, state: State, code: str = "", **changes: object) -> bool:
        """End the resume in that state; return False, and change nothing, where the hold or the row is gone."""
        return self.release(state=state, code=code, ended_at=timezone.now(), **changes)

    def hand_back(self) -> bool:
        """Put the resume back among the waiting, for the sweep to queue after a while."""
        return self.release(state=State.QUEUED, next_turn=timezone.now() + self.resume.queue_delay)

    def release(self, **changes: object) -> bool:
        """Write the changes and give up the lease, if it is still ours."""
        held = Resume.objects.filter(pk=self.resume.pk, state=State.READING, attempts=self.number)
        return held.update(lease_until=None, **changes) == 1


def analyse(resume_id: UUID) -> None:
    """Bring a waiting resume to its end, or back among the waiting; nothing where it is not ours to read."""
    attempt = claim(resume_id)
    if attempt is None:
        return
    with structlog.contextvars.bound_contextvars(resume=str(resume_id), attempt=attempt.number):
        try:
            analysed = read(attempt.resume)
        except sandbox.Interrupted as error:
            try_again(attempt, error.reason)
        except ReadingError as error:
            fail(attempt, error)
        else:
            save(attempt, analysed)


def claim(resume_id: UUID) -> Attempt | None:
    """Take a queued or lapsed resume for one attempt; None where another has it, it has ended, or it is gone.

    One conditional update decides, so that of several deliveries exactly one wins.
    """
    now = timezone.now()
    free = Resume.objects.claimable(now).filter(pk=resume_id)
    held = {"attempts": F("attempts") + 1, "lease_until": now + limits.lease(), "begun_at": Coalesce("begun_at", now)}
    if free.update(state=State.READING, **held) != 1:
        return None
    resume = Resume.objects.filter(pk=resume_id).first()
    return Attempt(resume, resume.attempts) if resume else None


def read(resume: Resume) -> Analysed:
    """Run the sandbox on the stored file. Raises `ReadingError` and `sandbox.Interrupted`."""
    try:
        with resume.file.open("rb") as file:
            data = file.read()
    except FileNotFoundError as error:
        raise Unreadable("file missing") from error
    return sandbox.analyse(
        data,
        as_of=resume.as_of,
        limits=limits.reading_limits(),
        bounds=limits.confinement(),
        amendments=ADOPTED.amendments(),
    )


def save(attempt: Attempt, analysed: Analysed) -> None:
    """Store the result and end the resume as done, both or neither."""
    with transaction.atomic():
        kept = columns_of_restored(analysed.restored) if analysed.restored else {}
        if not attempt.end(State.DONE, **kept):
            log.info("resume_result_came_late")
            return
        Reading.objects.update_or_create(resume=attempt.resume, version=analysed.version, defaults=columns_of(analysed))
    measures.done(attempt.resume, analysed, timezone.now())
    told = {"warm": analysed.warm, "filtered": analysed.filtered, "peak_mib": analysed.peak_mib}
    log.info("resume_done", seconds=round(analysed.seconds, 3), **told)


def columns_of(analysed: Analysed) -> dict[str, object]:
    """Return a result as the columns of its row."""
    document = analysed.document
    return {
        "text": document.text,
        "lines": document.lines,
        "format": document.format,
        "pages": document.pages,
        "remarks": document.remarks,
        "facts": analysed.facts,
        "seconds_reading": analysed.seconds_reading,
        "seconds_extracting": analysed.seconds_extracting,
        "peak_mib": analysed.peak_mib,
    }


def fail(attempt: Attempt, error: ReadingError) -> None:
    """End the resume as failed, with the error's code."""
    if attempt.end(State.FAILED, error.code):
        measures.failed(error.code)
        log.info("resume_failed", code=error.code, reason=getattr(error, "reason", ""))


def try_again(attempt: Attempt, reason: str) -> None:
    """Hand the resume back for another attempt, or fail it where this was the last.

    Not at once: what held this attempt up would hold up the next. The sweep queues it when its turn has come.
    """
    if attempt.number >= limits.attempts():
        fail(attempt, Unreadable(reason))
    elif attempt.hand_back():
        measures.HANDED_BACK.inc()
        log.warning("resume_handed_back", reason=reason)
