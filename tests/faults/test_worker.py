"""A real worker, a real broker, and what goes wrong between them."""

import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta

import psutil
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import F
from django.utils import timezone

from resumes import sweep
from resumes.deletion import delete
from resumes.intake import receive
from resumes.models import Reading, Resume, State
from resumes.queueing import queue
from tests.conftest import RESUME
from tests.faults import documents
from tests.faults.conftest import sized
from tests.processes import Broker, Worker, wait_until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

Figure = Callable[[int, str], None]


def send(data: bytes = RESUME, count: int = 1) -> list[Resume]:
    return [receive(data_file=SimpleUploadedFile("cv", data), owner="ana") for _ in range(count)]


def ended() -> int:
    return Resume.objects.filter(state__in=(State.DONE, State.FAILED)).count()


def state_of(resume: Resume) -> str:
    resume.refresh_from_db()
    return resume.state


def wait_for_attempt(worker: Worker, resume: Resume, number: int = 1) -> None:
    """Wait until a child is at work on the resume, in its attempt of that number."""
    wait_until(lambda: state_of(resume) == State.READING and resume.attempts == number)
    wait_until(worker.at_work)


def sweep_as_time_passes() -> None:
    """Do what the beat does, with every turn due."""
    Resume.objects.update(next_turn=timezone.now() - timedelta(seconds=1))
    sweep.sweep()


def all_end(count: int, seconds: float = 90) -> None:
    """Sweep now and then until so many resumes have ended."""
    deadline = time.monotonic() + seconds
    while ended() < count:
        assert time.monotonic() < deadline, f"{ended()} of {count} have ended"
        sweep_as_time_passes()
        time.sleep(0.5)


def test_an_upload_is_read_by_the_worker(worker: Worker) -> None:
    worker.start()
    (resume,) = send()
    wait_until(lambda: state_of(resume) == State.DONE)
    assert resume.facts()
    wait_until(lambda: '"warm": true' in worker.text())


def test_ten_queued_resumes_end_although_the_worker_is_killed_and_started_again(worker: Worker) -> None:
    worker.start()
    (poison,) = send(documents.doubling_pdf())
    wait_for_attempt(worker, poison)
    send(count=9)
    worker.kill()
    worker.start()
    all_end(10)
    assert Resume.objects.filter(state=State.DONE).count() == 9


def test_ten_queued_resumes_end_although_the_broker_forgets_them(worker: Worker, broker: Broker) -> None:
    send(count=10)
    broker.flush()
    worker.start()
    all_end(10)
    assert Reading.objects.count() == 10


def test_a_lost_message_is_made_good_by_the_beat(worker: Worker, broker: Broker) -> None:
    worker.environment["SWEEP_SECONDS"] = "1"
    worker.options += ("--beat", "--schedule", worker.environment["VAR_DIR"] + "/schedule")
    send()
    broker.flush()
    Resume.objects.update(next_turn=timezone.now())
    worker.start()
    wait_until(lambda: ended() == 1)
    assert Resume.objects.get().state == State.DONE


def test_ten_deliveries_make_one_attempt_and_one_result(worker: Worker) -> None:
    (resume,) = send()
    for _ in range(9):
        queue(resume.pk)
    send()
    worker.start()
    wait_until(lambda: ended() == 2)
    resume.refresh_from_db()
    assert (resume.state, resume.attempts, Reading.objects.count()) == (State.DONE, 1, 2)


def test_a_resume_deleted_while_it_is_read_stays_deleted(worker: Worker) -> None:
    worker.start()
    (resume,) = send(documents.doubling_pdf())
    wait_for_attempt(worker, resume)
    delete(resume)
    wait_until(lambda: not worker.at_work())
    assert not Resume.objects.exists()
    assert worker.alive


def test_hostile_documents_end_and_neither_hurt_the_worker_nor_block_the_next(worker: Worker) -> None:
    worker.start()
    pid = worker.pid
    for data in hostile():
        send(data)
    (good,) = send()
    wait_until(lambda: ended() == Resume.objects.count(), 180)
    assert state_of(good) == State.DONE
    assert (worker.alive, worker.pid) == (True, pid)
    assert not Reading.objects.exclude(resume=good).exists()


def hostile() -> list[bytes]:
    return [
        documents.twice_deflated_pdf(),
        documents.doubling_pdf(),
        documents.looping_pages_pdf(),
        documents.swelling_docx(),
        documents.laughing_docx(),
        documents.peeping_docx("/etc/hostname"),
        documents.binary_text(),
    ]


def test_a_worker_that_is_asked_to_stop_lets_its_document_end(worker: Worker) -> None:
    worker.start()
    (resume,) = send(documents.doubling_pdf())
    wait_for_attempt(worker, resume)
    worker.stop()
    assert state_of(resume) != State.READING


def test_a_worker_killed_alone_leaves_no_child_behind(worker: Worker) -> None:
    worker.start()
    (resume,) = send(documents.doubling_pdf())
    wait_for_attempt(worker, resume)
    family = worker.family()
    os.kill(worker.pid, signal.SIGKILL)
    _, alive = psutil.wait_procs(family, timeout=10)
    assert alive == []


def test_a_document_that_takes_its_worker_along_stops_after_three_attempts(worker: Worker, figure: Figure) -> None:
    count = sized(10, 1)
    attempts = [until_it_stops(worker) for _ in range(count)]
    figure(9, f"{count} documents that take their worker along, each of its attempts: at most {max(attempts)} attempts")
    assert set(attempts) == {3}


def until_it_stops(worker: Worker) -> int:
    """Send a document whose worker is killed whenever it is at work; return after how many attempts it failed."""
    (resume,) = send(documents.doubling_pdf())
    while state_of(resume) != State.FAILED:
        assert resume.attempts < 10
        worker.start()
        wait_for_attempt(worker, resume, resume.attempts + 1)
        worker.kill()
        Resume.objects.filter(pk=resume.pk).update(lease_until=F("created_at"))
        sweep_as_time_passes()
    assert resume.code == "unreadable"
    return resume.attempts
