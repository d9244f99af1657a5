"""Read one resume: claim it, run the sandbox, save the result. Safe to run twice, late, or for a row that is gone."""

from dataclasses import dataclass
from uuid import UUID, uuid4

import structlog
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from resumes import limits, measures, outages, sandbox, soundness
from resumes.child import Analysed
from resumes.exchange.keeping import columns_of_restored
from resumes.holding import held
from resumes.lexicon.adoption import ADOPTED
from resumes.models import FIRST_TURN, Reading, Resume, State
from resumes.reading.errors import ReadingError, Unreadable

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt's hold on a resume: it is ours while the row is being read and names us as its holder."""

    resume: Resume
    number: int
    """Counted from 1; it tells how often the resume was tried, not whose it is: a retry counts anew."""

    def end(self, state: State, code: str = "", **changes: object) -> bool:
        """End the resume in that state; return False, and change nothing, where the hold or the row is gone."""
        return self.release(state=state, code=code, ended_at=timezone.now(), **changes)

    def hand_back(self, *, counted: bool = True) -> bool:
        """Put the resume back among the waiting, for the sweep to queue after a while; as untried if not `counted`."""
        number = self.number if counted else self.number - 1
        return self.release(state=State.QUEUED, attempts=number, next_turn=timezone.now() + FIRST_TURN)

    def renew(self) -> bool:
        """Hold the resume for another lease; return whether it is still ours."""
        return self.change(lease_until=timezone.now() + limits.lease())

    def release(self, **changes: object) -> bool:
        """Write the changes and give up the lease, if it is still ours."""
        return self.change(lease_until=None, **changes)

    def change(self, **changes: object) -> bool:
        """Write the changes, if the resume is still ours; return whether it is."""
        ours = Resume.objects.filter(pk=self.resume.pk, state=State.READING, holder=self.resume.holder)
        return ours.update(**changes) == 1


def analyse(resume_id: UUID) -> None:
    """Bring a waiting resume to its end, or back among the waiting; nothing where it is not ours to read."""
    attempt = claim(resume_id)
    if attempt is None:
        return
    with structlog.contextvars.bound_contextvars(resume=str(resume_id), attempt=attempt.number):
        with held(attempt.renew):
            analysed = tried(attempt)
        if analysed:
            save(attempt, analysed)


def tried(attempt: Attempt) -> Analysed | None:
    """Return the result, None where there is none: the resume has then failed or waits again."""
    try:
        return read(attempt.resume)
    except (sandbox.Interrupted, Unreadable) as error:
        without_answer(attempt, error)
    except ReadingError as error:
        fail(attempt, error)
    except Exception as error:
        if not outages.passes(error):
            raise
        postpone(attempt, type(error).__name__)
    return None


def claim(resume_id: UUID) -> Attempt | None:
    """Take a queued or lapsed resume for one attempt; None where another has it, it has ended, or it is gone.

    One conditional update decides, so that of several deliveries exactly one wins.
    """
    now, us = timezone.now(), uuid4()
    free = Resume.objects.claimable(now).filter(pk=resume_id)
    count = {"attempts": F("attempts") + 1, "begun_at": Coalesce("begun_at", now)}
    hold = {"holder": us, "lease_until": now + limits.lease()}
    turn = {"next_turn": now + limits.lease(), "queue_delay": FIRST_TURN}  # whatever it waited: a lapse is made good
    if free.update(state=State.READING, **hold, **count, **turn) != 1:
        return None
    resume = Resume.objects.filter(pk=resume_id, holder=us).first()
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


def without_answer(attempt: Attempt, error: sandbox.Interrupted | Unreadable) -> None:
    """Fail the resume or hand it back, as the error says; but where our own sample gives no answer either, wait."""
    if not soundness.reads(ADOPTED.amendments()):
        postpone(attempt, error.reason)
    elif isinstance(error, sandbox.Interrupted):
        try_again(attempt, error.reason)
    else:
        fail(attempt, error)


def postpone(attempt: Attempt, reason: str) -> None:
    """Hand the resume back as if it had not been tried: nothing could be read, and it waits until that is mended."""
    measures.HANDED_BACK.inc()
    if attempt.hand_back(counted=False):
        log.error("nothing_can_be_read", reason=reason)


def try_again(attempt: Attempt, reason: str) -> None:
    """Hand the resume back for another attempt, or fail it where this was the last.

    Not at once: what held this attempt up would hold up the next. The sweep queues it when its turn has come.
    """
    if attempt.number >= limits.attempts():
        fail(attempt, Unreadable(reason))
    elif attempt.hand_back():
        measures.HANDED_BACK.inc()
        log.warning("resume_handed_back", reason=reason)
