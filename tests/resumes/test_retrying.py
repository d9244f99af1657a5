"""A failed resume can be read once more, once per asking, by those who may."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from resumes.analysis import analyse
from resumes.models import Resume, State
from resumes.queueing import queue_length
from resumes.retrying import FileGone, NotFailed, retry
from tests.processes import Broker

pytestmark = pytest.mark.django_db(transaction=True)

Store = Callable[..., Resume]


@pytest.fixture
def failed(store: Store) -> Resume:
    return store(state="failed", code="unreadable", attempts=3, ended_at=timezone.now())


def ask(client: Client, resume: Resume, **fields: str) -> Any:
    return client.post(reverse("admin:resumes_resume_retry", args=[resume.pk]), fields)


def test_it_waits_like_a_new_one_and_a_worker_is_told(failed: Resume, broker: Broker) -> None:
    retry(failed)
    failed.refresh_from_db()
    assert (failed.state, failed.code, failed.attempts, failed.ended_at) == (State.QUEUED, "", 0, None)
    assert queue_length() == 1


def test_it_is_read_after_that(failed: Resume) -> None:
    retry(failed)
    analyse(failed.pk)
    failed.refresh_from_db()
    assert failed.state == State.DONE


def test_asking_twice_queues_once(failed: Resume, broker: Broker) -> None:
    retry(failed)
    with pytest.raises(NotFailed):
        retry(failed)
    assert queue_length() == 1


def test_without_its_file_nothing_is_tried(failed: Resume) -> None:
    default_storage.delete(failed.file.name)
    with pytest.raises(FileGone):
        retry(failed)
    failed.refresh_from_db()
    assert failed.state == State.FAILED


@pytest.mark.parametrize("columns", [{}, {"state": "reading", "lease_until": timezone.now()}])
def test_what_has_not_failed_is_left_alone(store: Store, columns: dict[str, Any]) -> None:
    with pytest.raises(NotFailed):
        retry(store(**columns))


def test_what_has_expired_is_left_alone(failed: Resume) -> None:
    past = timezone.now() - timedelta(days=2)
    Resume.objects.filter(pk=failed.pk).update(created_at=past, expires_at=past + timedelta(days=1))
    with pytest.raises(NotFailed):
        retry(failed)


def test_in_the_admin_it_is_logged_who_did(admin_client: Client, failed: Resume) -> None:
    assert ask(admin_client, failed).status_code == 302
    entry = LogEntry.objects.get()
    assert (entry.object_id, entry.change_message) == (str(failed.pk), "Tried again after unreadable in 3 attempts.")
    assert Resume.objects.get().state == State.QUEUED


def test_what_lies_in_the_file_needs_a_tick(admin_client: Client, store: Store) -> None:
    resume = store(state="failed", code="not_a_resume", attempts=1, ended_at=timezone.now())
    assert "Tick that you want it" in ask(admin_client, resume).content.decode()
    assert Resume.objects.get().state == State.FAILED
    ask(admin_client, resume, sure="on")
    assert Resume.objects.get().state == State.QUEUED


def test_a_file_that_is_gone_is_told(admin_client: Client, failed: Resume) -> None:
    default_storage.delete(failed.file.name)
    address = reverse("admin:resumes_resume_change", args=[failed.pk])
    assert "Its file is gone" in admin_client.get(ask(admin_client, failed).url or address).content.decode()
    assert not LogEntry.objects.exists()


def test_several_are_tried_and_the_others_told(admin_client: Client, failed: Resume, store: Store) -> None:
    others = [store(), store(state="failed", code="no_text", attempts=1, ended_at=timezone.now())]
    chosen = [str(one.pk) for one in (failed, *others)]
    address = reverse("admin:resumes_resume_changelist")
    page = admin_client.post(address, {"action": "try_again", "_selected_action": chosen}, follow=True)
    told = page.content.decode()
    for words in ("1 waits again.", "1 not tried. Only failed ones", "1 not tried. &quot;We found no text in it&quot;"):
        assert words in told
    assert set(Resume.objects.values_list("state", flat=True)) == {"queued", "failed"}


def test_the_button_is_on_failed_ones_only(admin_client: Client, failed: Resume, store: Store) -> None:
    pages = [reverse("admin:resumes_resume_change", args=[one.pk]) for one in (failed, store())]
    assert ["/retry/" in admin_client.get(page).content.decode() for page in pages] == [True, False]
