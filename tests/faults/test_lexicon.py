"""A real worker takes up changes of the lexicon while it runs."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from resumes.extraction.amendments import Amendments, SkillRow
from resumes.intake import receive
from resumes.lexicon import stored, trials
from resumes.models import Resume, SkillEntry, State, Trial
from tests.conftest import RESUME
from tests.processes import Worker, wait_until

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

TEXT = RESUME.replace(b"in PyTorch", b"in PyTorch on QuillDB")
SECONDS = 10
"""From saving a change to a result that knows it."""


def read() -> Resume:
    """Send a resume, and wait for its end."""
    resume = receive(data_file=SimpleUploadedFile("cv", TEXT), owner="ana")
    wait_until(lambda: Resume.objects.get(pk=resume.pk).has_ended)
    return Resume.objects.get(pk=resume.pk)


def skills_of(resume: Resume) -> list[str]:
    return [skill.name for skill in resume.facts().skills]


def test_a_worker_finds_a_skill_within_ten_seconds_of_its_being_added(worker: Worker) -> None:
    worker.start()
    pid = worker.pid
    assert "QuillDB" not in skills_of(read())
    begun = time.monotonic()
    SkillEntry.objects.create(name="QuillDB", category="database")
    assert "QuillDB" in skills_of(read())
    assert time.monotonic() - begun < SECONDS
    SkillEntry.objects.all().delete()
    assert "QuillDB" not in skills_of(read())
    assert (worker.pid, worker.alive) == (pid, True)


def test_no_resume_fails_while_changes_come_and_go(worker: Worker) -> None:
    worker.start()
    read()
    sent = [receive(data_file=SimpleUploadedFile("cv", TEXT), owner="ana") for _ in range(8)]
    for number in range(5):
        SkillEntry.objects.create(name=f"Quill{number}", category="database")
        time.sleep(0.1)
    wait_until(lambda: all(Resume.objects.get(pk=one.pk).has_ended for one in sent))
    ended = Resume.objects.filter(pk__in=[one.pk for one in sent])
    assert {(one.state, one.attempts) for one in ended} == {(State.DONE, 1)}


def test_a_worker_answers_a_trial_and_its_text_is_nowhere_afterwards(worker: Worker) -> None:
    worker.start()
    read()
    begun = time.monotonic()
    tried = trials.ask("Inkhorn moved orders to QuillDB", "job", Amendments((SkillRow("QuillDB", "database"),)))
    assert time.monotonic() - begun < 2
    assert [find.name for find in tried.then.skills] == ["QuillDB"]
    assert not Trial.objects.exists()
    assert "Inkhorn" not in worker.text()
    assert stored.amendments() == Amendments()
