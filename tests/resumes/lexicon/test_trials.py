"""A text is tried out by a worker, and is gone afterwards."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from resumes import sandbox, sweep
from resumes.extraction.amendments import UNAMENDED, Amendments, SkillRow
from resumes.lexicon import trials
from resumes.models import Trial
from resumes.reading.errors import Unreadable

pytestmark = pytest.mark.django_db

QUILL = Amendments((SkillRow("QuillDB", "database"),))


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the worker's part happen when it is queued."""
    monkeypatch.setattr(trials.queueing, "send", lambda _task, key, **_options: trials.answer(key))


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no worker be there."""
    monkeypatch.setattr(trials.queueing, "send", lambda *_arguments, **_options: False)
    monkeypatch.setattr(trials, "PATIENCE", 0.05)


@pytest.mark.usefixtures("at_once")
def test_an_answer_tells_both_and_leaves_no_text() -> None:
    tried = trials.ask("Moved orders to QuillDB with Python", "job", QUILL)
    assert [find.name for find in tried.now.skills] == ["Python"]
    assert [find.name for find in tried.then.skills] == ["QuillDB", "Python"]
    assert not Trial.objects.exists()


@pytest.mark.usefixtures("at_once")
def test_a_text_that_cannot_be_read_is_refused_by_its_code() -> None:
    with pytest.raises(trials.Refused) as caught:
        trials.ask(" ", "resume", QUILL)
    assert caught.value.code == "empty"


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("error", [Unreadable("broke"), sandbox.Interrupted("held up")])
def test_a_child_that_fails_is_told(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(sandbox, "try_out", fail)
    with pytest.raises(trials.Refused):
        trials.ask("Python", "job", QUILL)


@pytest.mark.usefixtures("nobody")
def test_without_a_worker_the_page_gives_up_and_the_text_is_gone() -> None:
    with pytest.raises(trials.NoAnswer):
        trials.ask("Python", "job", QUILL)
    assert not Trial.objects.exists()


def test_a_trial_that_is_gone_is_nothing_to_answer() -> None:
    trials.answer(uuid4())


@pytest.mark.django_db(transaction=True)
def test_the_sweep_removes_texts_that_nobody_came_back_for() -> None:
    old = timezone.now() - timedelta(seconds=61)
    Trial.objects.create(text="Python", stands_as="job", amendments=UNAMENDED, created_at=old)
    fresh = Trial.objects.create(text="Python", stands_as="job", amendments=UNAMENDED)
    sweep.sweep()
    assert list(Trial.objects.all()) == [fresh]
