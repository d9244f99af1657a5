"""Pages drawn by a real worker, in a real sandbox."""

from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from resumes import deletion, pictures, sandbox
from resumes.drawings import Drawing, PagePicture
from resumes.intake import receive
from resumes.models import Resume, State
from tests.faults import documents
from tests.processes import Worker, wait_until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

SAMPLE = (Path(sandbox.__file__).parent / "samples" / "sample-resume.pdf").read_bytes()


def sent(data: bytes = SAMPLE) -> Resume:
    return receive(data_file=SimpleUploadedFile("cv", data), owner="ana")


def read(resume: Resume) -> bool:
    resume.refresh_from_db()
    return resume.state == State.DONE


def has_ended() -> bool:
    return Drawing.objects.exclude(ended_at=None).exists()


def test_the_first_look_has_the_pages_drawn_once(worker: Worker) -> None:
    worker.start()
    resume = sent()
    wait_until(lambda: read(resume))
    assert pictures.ask(resume)
    for _ in range(5):
        pictures.queueing.send(pictures.TASK, resume.pk)
    wait_until(has_ended)
    assert [(row.page, row.width) for row in resume.pictures.all()] == [(1, 1000)]
    with resume.pictures.get().file.open("rb") as file:
        assert file.read()[8:12] == b"WEBP"
    assert Drawing.objects.get().attempts == 1
    assert not pictures.ask(resume)


def test_a_message_that_was_lost_is_made_good_by_the_next_look(worker: Worker) -> None:
    worker.start()
    resume = sent()
    wait_until(lambda: read(resume))
    Drawing.objects.create(resume=resume)
    Drawing.objects.update(asked_at=resume.created_at - pictures.LOST)
    assert pictures.ask(resume)
    wait_until(has_ended)
    assert resume.pictures.count() == 1


def test_a_file_that_swells_fails_its_drawing_and_no_worker(worker: Worker) -> None:
    worker.start()
    resume = sent()
    wait_until(lambda: read(resume))
    with default_storage.open(resume.file.name, "wb") as file:
        file.write(documents.doubling_pdf())
    pictures.ask(resume)
    wait_until(has_ended)
    assert worker.alive
    assert not PagePicture.objects.exists()


def test_a_resume_deleted_while_it_is_drawn_leaves_no_file(worker: Worker) -> None:
    worker.start()
    resume = sent()
    wait_until(lambda: read(resume))
    with default_storage.open(resume.file.name, "wb") as file:
        file.write(documents.doubling_pdf())
    pictures.ask(resume)
    wait_until(lambda: Drawing.objects.exclude(lease_until=None).exists())
    deletion.delete(resume)
    wait_until(lambda: not worker.at_work())
    assert default_storage.listdir("")[1] == []
    assert not PagePicture.objects.exists()
