import os
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from resumes import sweep
from resumes.deletion import delete
from resumes.models import FIRST_TURN, Reading, Resume, State
from resumes.queueing import queue_length
from tests.processes import Broker

Store = Callable[..., Resume]

pytestmark = pytest.mark.django_db(transaction=True)


def ago(**distance: float) -> object:
    return timezone.now() - timedelta(**distance)


def canary_in(directory: Path, canary: bytes) -> list[str]:
    return [path.name for path in directory.rglob("*") if path.is_file() and canary in path.read_bytes()]


def test_what_waits_past_its_turn_is_queued_again(store: Store, broker: Broker) -> None:
    store(next_turn=ago(seconds=1))
    sweep.sweep()
    assert queue_length() == 1


def test_what_has_just_come_is_left_to_its_first_message(store: Store, broker: Broker) -> None:
    store()
    sweep.sweep()
    assert queue_length() == 0


def test_the_second_turn_takes_longer(store: Store, broker: Broker) -> None:
    resume = store(next_turn=ago(seconds=1))
    sweep.sweep()
    sweep.sweep()
    resume.refresh_from_db()
    assert resume.queue_delay == timedelta(seconds=15)
    assert resume.next_turn > timezone.now() + FIRST_TURN
    assert queue_length() == 1


def test_no_delay_grows_past_a_quarter_of_a_minute(store: Store, broker: Broker) -> None:
    resume = store(next_turn=ago(seconds=1), queue_delay=timedelta(seconds=14))
    sweep.sweep()
    resume.refresh_from_db()
    assert resume.queue_delay == timedelta(seconds=15)


def test_a_lapsed_lease_is_queued_again(store: Store, broker: Broker) -> None:
    store(state=State.READING, attempts=1, lease_until=ago(seconds=1), next_turn=ago(seconds=1))
    sweep.sweep()
    assert queue_length() == 1


def test_a_running_lease_is_left_alone(store: Store, broker: Broker) -> None:
    later = timezone.now() + timedelta(minutes=1)
    store(state=State.READING, attempts=1, lease_until=later, next_turn=ago(seconds=1))
    sweep.sweep()
    assert queue_length() == 0


def test_a_pass_queues_at_most_a_hundred(store: Store, broker: Broker) -> None:
    for _ in range(120):
        store(next_turn=ago(seconds=1))
    sweep.sweep()
    assert queue_length() == 100


def test_a_long_queue_is_not_made_longer(store: Store, broker: Broker) -> None:
    broker.client.rpush("celery", *range(100))
    store(next_turn=ago(seconds=1))
    sweep.sweep()
    assert queue_length() == 100


def test_a_broker_that_is_down_costs_no_turn(store: Store) -> None:
    resume = store(next_turn=ago(seconds=1))
    sweep.sweep()
    resume.refresh_from_db()
    assert resume.queue_delay == FIRST_TURN


def test_the_third_lapsed_lease_ends_a_resume(store: Store, broker: Broker) -> None:
    resume = store(state=State.READING, attempts=3, lease_until=ago(seconds=1))
    sweep.sweep()
    resume.refresh_from_db()
    assert (resume.state, resume.code, resume.lease_until) == (State.FAILED, "unreadable", None)
    assert queue_length() == 0


def test_the_second_lapsed_lease_does_not(store: Store) -> None:
    resume = store(state=State.READING, attempts=2, lease_until=ago(seconds=1))
    sweep.sweep()
    resume.refresh_from_db()
    assert resume.state == State.READING


def test_what_has_expired_goes_with_its_file(store: Store) -> None:
    resume = store(created_at=ago(days=2), expires_at=ago(seconds=1))
    sweep.sweep()
    assert not Resume.objects.exists()
    assert not default_storage.exists(resume.file.name)


def test_a_pass_removes_more_than_a_batch_while_there_is_time(
    store: Store, broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweep, "ROWS_A_PASS", 2)
    for _ in range(5):
        store(created_at=ago(seconds=9), expires_at=ago(seconds=1))
    sweep.sweep()
    assert not Resume.objects.exists()


def test_removing_ends_with_its_time(store: Store, broker: Broker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sweep, "REMOVING_SECONDS", 0.0)
    store(created_at=ago(seconds=9), expires_at=ago(seconds=1))
    sweep.sweep()
    assert Resume.objects.exists()


def test_old_sessions_go_and_others_stay() -> None:
    for key, days in (("o" * 32, -1), ("n" * 32, 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=ago(seconds=-days * 86_400))
    sweep.remove_old_sessions()
    assert [one.session_key for one in Session.objects.all()] == ["n" * 32]


def test_what_has_not_expired_stays(store: Store) -> None:
    resume = store(created_at=ago(hours=23))
    sweep.sweep()
    assert default_storage.exists(resume.file.name)


def test_an_old_file_that_no_row_names_goes(store: Store) -> None:
    kept = store()
    orphan = default_storage.save("orphan", ContentFile(b"left behind"))
    for name in (orphan, kept.file.name):
        os.utime(default_storage.path(name), (time.time() - 4000,) * 2)
    sweep.remove_orphans()
    assert not default_storage.exists(orphan)
    assert default_storage.exists(kept.file.name)


def test_a_file_of_an_upload_in_progress_stays() -> None:
    fresh = default_storage.save("fresh", ContentFile(b"row to come"))
    sweep.remove_orphans()
    assert default_storage.exists(fresh)


def test_no_orphans_are_found_before_the_first_upload() -> None:
    sweep.remove_orphans()
    assert not default_storage.exists("")


def test_deletion_takes_row_results_and_file(store: Store) -> None:
    resume = store()
    delete(resume)
    delete(resume)
    assert not Resume.objects.exists()
    assert not Reading.objects.exists()
    assert not default_storage.exists(resume.file.name)


def test_nothing_of_a_deleted_resume_stays_on_disk(store: Store, var: Path) -> None:
    database = Path(connection.settings_dict["NAME"]).parent
    resume = store(b"canary-in-the-file", filename="canary-in-the-row.txt")
    assert canary_in(database, b"canary-in-the-row")
    delete(resume)
    sweep.sweep()
    assert canary_in(database, b"canary-in") == []
    assert canary_in(var, b"canary-in") == []


def test_a_part_that_fails_stops_no_other(store: Store, broker: Broker, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_resume: Resume) -> None:
        raise OSError

    monkeypatch.setattr(sweep, "delete", broken)
    store(created_at=ago(days=2), expires_at=ago(seconds=1))
    hopeless = store(state=State.READING, attempts=3, lease_until=ago(seconds=1))
    sweep.sweep()
    hopeless.refresh_from_db()
    assert hopeless.state == State.FAILED
