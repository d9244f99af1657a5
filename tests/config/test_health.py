"""What a process says of itself, and how soon, whatever hangs behind it."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from config import probes, schema
from resumes import landlock
from resumes.confinement import can_filter
from resumes.models import Resume
from tests.conftest import use_broker
from tests.processes import Broker

pytestmark = pytest.mark.django_db(transaction=True)
"""The parts are asked by threads of their own, which see what is committed."""


@pytest.fixture
def never() -> Iterator[Callable[[], None]]:
    """What a part does that hangs, until the test is over."""
    over = threading.Event()
    yield lambda: over.wait() and None
    over.set()


@pytest.fixture
def black_hole(settings: Settings, var: Path) -> Iterator[None]:
    """A broker that takes connections and never says a word."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(var / "hole.sock"))
        listening.listen(64)
        use_broker(settings, f"unix://{var / 'hole.sock'}")
        yield


def ready(client: Client) -> tuple[int, dict[str, object], float]:
    """Return status, parts and seconds of an answer."""
    begun = time.monotonic()
    answer = client.get("/readyz")
    return answer.status_code, answer.json(), time.monotonic() - begun


def test_a_live_process_says_ok(client: Client) -> None:
    assert client.get("/healthz").content == b"ok"


def test_a_live_process_says_so_without_asking_anybody(
    client: Client, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(0):  # type: ignore[attr-defined]
        client.get("/healthz")


def test_readiness_tells_of_every_part(client: Client, broker: Broker) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "database": True,
        "migrated": True,
        "broker": True,
        "storage": True,
        "oldest_waiting_seconds": 0.0,
        "sandbox_filters_system_calls": can_filter(),
        "sandbox_hides_files": landlock.version() > 0,
    }


def test_without_a_broker_uploads_are_still_accepted(client: Client) -> None:
    status, parts, _ = ready(client)
    assert (status, parts["broker"]) == (200, False)


def test_a_broker_that_never_answers_holds_nobody_up(client: Client, black_hole: None) -> None:
    status, parts, seconds = ready(client)
    assert (status, parts["broker"]) == (200, False)
    assert seconds < probes.PATIENCE + 1


def test_the_age_of_the_oldest_waiting_resume_is_told(client: Client, store: Callable[..., Resume]) -> None:
    store(created_at=timezone.now() - timedelta(minutes=2))
    store()
    assert ready(client)[1]["oldest_waiting_seconds"] == pytest.approx(120, abs=5)


def test_without_a_database_a_process_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> probes.Rows:
        raise DatabaseError

    monkeypatch.setattr(probes, "DATABASE", probes.Probe(gone))
    status, parts, _ = ready(client)
    assert (status, parts["database"], parts["oldest_waiting_seconds"]) == (503, False, None)


def test_a_database_that_never_answers_is_given_up_in_time(
    client: Client, monkeypatch: pytest.MonkeyPatch, never: Callable[[], None]
) -> None:
    monkeypatch.setattr(probes, "DATABASE", probes.Probe(never))
    status, _, seconds = ready(client)
    assert status == 503
    assert seconds < probes.PATIENCE + 1


def test_a_part_that_hangs_holds_one_thread_however_often_it_is_asked(never: Callable[[], None]) -> None:
    hanging = probes.Probe(never)
    before = threading.active_count()
    for _ in range(20):
        hanging.ask()
    assert threading.active_count() == before + 1


def test_a_part_that_has_answered_is_asked_anew() -> None:
    answers = iter((1, 2))
    part = probes.Probe(lambda: next(answers))
    assert [part.ask().result(5), part.ask().result(5)] == [1, 2]


def test_a_storage_that_takes_no_file_is_not_ready(client: Client, settings: Settings, var: Path) -> None:
    settings.MEDIA_ROOT = var / "a file"
    settings.MEDIA_ROOT.write_text("in the way")
    status, parts, _ = ready(client)
    assert (status, parts["storage"]) == (503, False)


def test_asking_the_storage_leaves_nothing_there(client: Client, settings: Settings) -> None:
    ready(client)
    assert list(Path(settings.MEDIA_ROOT).iterdir()) == []


def test_a_migration_that_the_database_has_not_had_keeps_a_process_from_being_ready(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "brought", lambda: {("resumes", "9999_tomorrow")})
    status, parts, _ = ready(client)
    assert (status, parts["database"], parts["migrated"]) == (503, True, False)


def test_all_migrations_of_this_version_are_known_by_name() -> None:
    assert ("resumes", "0001_initial") in schema.brought()
    assert schema.unapplied() == set()


def test_health_is_answered_without_tls_where_visitors_come_with_it(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
    assert client.get("/guide/").status_code == 301
