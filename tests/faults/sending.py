"""Documents on their way: sent as a visitor sends them, waited for while the beat's work is done."""

import time

from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from resumes import analysis, sweep
from resumes.intake import receive
from resumes.models import Resume, State
from resumes.reading.errors import ReadingError
from tests.conftest import RESUME
from tests.processes import Worker

ENDS = (State.DONE, State.FAILED)


def send(data: bytes, owner: str = "ana", name: str = "cv") -> Resume:
    """Upload a document. Raises the `ReadingError` of one that is refused at the door."""
    return receive(data_file=SimpleUploadedFile(name, data), owner=owner)


def outcome(data: bytes, name: str = "cv") -> str:
    """Upload a document and have it read here and now; return why it failed, at the door or later, or "done"."""
    try:
        resume = send(data, name=name)
    except ReadingError as error:
        return error.code
    analysis.analyse(resume.pk)
    resume.refresh_from_db()
    return resume.code or str(resume.state)


def let_work_take(worker: Worker, settings: LazySettings, seconds: int, threads: int = 2) -> None:
    """Set, before its start, how long a child of the worker may take and how many are at work at once."""
    settings.RESUME_MAX_SECONDS = seconds
    worker.environment |= {"RESUME_MAX_SECONDS": str(seconds), "WORKER_CONCURRENCY": str(threads)}


def start_warm(worker: Worker, data: bytes = RESUME) -> None:
    """Start a worker and have it read one document: the first one finds the server of children still starting."""
    worker.start()
    send(data)
    wait_for_all(120)
    Resume.objects.all().delete()


def wait_for_all(seconds: float) -> list[Resume]:
    """Return all resumes once they have ended, doing what the beat does; those handed back get their turn at once."""
    deadline = time.monotonic() + seconds
    while left := Resume.objects.exclude(state__in=ENDS).count():
        assert time.monotonic() < deadline, f"{left} of {Resume.objects.count()} have not ended"
        Resume.objects.filter(state=State.QUEUED, attempts__gt=0).update(next_turn=timezone.now())
        sweep.sweep()
        time.sleep(1)
    return list(Resume.objects.order_by("created_at"))


def seconds_of(resume: Resume) -> float:
    """Return how long a resume that has ended was at work, all attempts and the time between them included."""
    assert resume.ended_at
    assert resume.begun_at
    return (resume.ended_at - resume.begun_at).total_seconds()
