"""Draw the pages of a resume when its page is first looked at: by a worker, in the sandbox, once."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import structlog
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from resumes import limits, queueing, sandbox
from resumes.drawings import Drawing, PagePicture
from resumes.models import Resume, State
from resumes.reading.errors import ReadingError
from resumes.reading.picture import Picture
from resumes.storing import store, undone

log = structlog.get_logger(__name__)

TASK = "resumes.tasks.draw_pages"
ATTEMPTS = 2
LOST = timedelta(seconds=15)
"""After so long without an end a worker is told again: the broker may have lost it."""


class Gone(Exception):
    """The drawing is not ours any more, or its resume was deleted."""


def draw(resume_id: UUID) -> None:
    """Draw the pages of a resume that was read; nothing where they are drawn, are being drawn, or the row is gone.

    What cannot be drawn once can be drawn no other time, but for a child that was stopped from outside.
    """
    drawing = claim(resume_id)
    if drawing is None:
        return
    with structlog.contextvars.bound_contextvars(resume=str(resume_id)):
        try:
            keep(drawing, drawn(drawing.resume))
        except Gone:
            log.info("pictures_came_late")
        except sandbox.Interrupted as error:
            log.warning("drawing_interrupted", reason=error.reason)
            end(drawing, ended=drawing.attempts >= ATTEMPTS)
        except (ReadingError, FileNotFoundError) as error:
            log.info("pages_not_drawn", reason=getattr(error, "code", "file missing"))
            end(drawing, ended=True)


def claim(resume_id: UUID) -> Drawing | None:
    """Take a drawing for one attempt; of several deliveries one conditional update lets exactly one win."""
    now = timezone.now()
    free = Drawing.objects.free(now).filter(resume=resume_id, attempts__lt=ATTEMPTS, resume__expires_at__gt=now)
    if Drawing.objects.filter(pk__in=free.values("pk")).update(**held()) != 1:
        return None
    return Drawing.objects.select_related("resume").filter(resume=resume_id).first()


def held() -> dict[str, object]:
    return {"attempts": F("attempts") + 1, "lease_until": timezone.now() + limits.longest_attempt()}


def drawn(resume: Resume) -> tuple[Picture, ...]:
    """Run the sandbox on the stored file. Raises `ReadingError`, `FileNotFoundError` and `sandbox.Interrupted`."""
    with resume.file.open("rb") as file:
        data = file.read()
    return sandbox.draw(data, limits=limits.reading_limits(), bounds=limits.confinement())


def keep(drawing: Drawing, pictures: Sequence[Picture]) -> None:
    """Store the pictures and end the drawing, both or neither. Raises `Gone`: what was deleted stays deleted."""
    rows = [row_of(drawing, one) for one in pictures]
    with undone(*(row.file for row in rows)), transaction.atomic():
        if not end(drawing, ended=True):
            raise Gone
        for row, one in zip(rows, pictures, strict=True):
            store(row.file, ContentFile(one.webp))
        PagePicture.objects.bulk_create(rows)
    log.info("pages_drawn", pages=len(rows), size=sum(len(one.webp) for one in pictures))


def row_of(drawing: Drawing, one: Picture) -> PagePicture:
    return PagePicture(resume=drawing.resume, page=one.page, width=one.width, height=one.height, shows=one.shows)


def end(drawing: Drawing, *, ended: bool) -> bool:
    """Give up the lease; return whether it was still ours."""
    held = Drawing.objects.filter(pk=drawing.pk, attempts=drawing.attempts, ended_at=None)
    return held.update(lease_until=None, ended_at=timezone.now() if ended else None) == 1


def ask(resume: Resume) -> bool:
    """See that the pages of a resume that was read will be drawn; return whether to wait for that.

    False where they are drawn or cannot be. Tells a worker the first time, and again where nothing came of it.
    """
    if not can_be_drawn(resume):
        return False
    drawing, is_new = Drawing.objects.get_or_create(resume=resume)
    if drawing.ended_at or is_hopeless(drawing):
        return False
    if is_new or ask_again(drawing):
        transaction.on_commit(lambda: queueing.send(TASK, resume.pk))
    return True


def is_hopeless(drawing: Drawing) -> bool:
    """Return whether the last attempt is over, one way or another."""
    free = drawing.lease_until is None or drawing.lease_until <= timezone.now()
    return free and drawing.attempts >= ATTEMPTS


def ask_again(drawing: Drawing) -> bool:
    """Return whether it is this request's turn to tell a worker again."""
    now = timezone.now()
    lost = Drawing.objects.free(now).filter(pk=drawing.pk, attempts__lt=ATTEMPTS, asked_at__lt=now - LOST)
    return lost.update(asked_at=now) == 1


def can_be_drawn(resume: Resume) -> bool:
    """Return whether the resume is a PDF that was read: others have no pages to draw, nor has a restored resume."""
    if resume.state != State.DONE or resume.is_restored or not resume.file:
        return False
    return resume.reading.format == "pdf"
