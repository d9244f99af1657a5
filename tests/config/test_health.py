from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone

from resumes import landlock
from resumes.confinement import can_filter
from resumes.models import Resume
from tests.processes import Broker

pytestmark = pytest.mark.django_db


def test_a_live_process_says_ok(client: Client) -> None:
    assert client.get("/healthz").content == b"ok"


def test_readiness_tells_of_every_part(client: Client, broker: Broker) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {
        "database": True,
        "broker": True,
        "oldest_waiting_seconds": 0.0,
        "sandbox_filters_system_calls": can_filter(),
        "sandbox_hides_files": landlock.version() > 0,
    }


def test_without_a_broker_uploads_are_still_accepted(client: Client) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["broker"]) == (200, False)


def test_the_age_of_the_oldest_waiting_resume_is_told(client: Client, store: Callable[..., Resume]) -> None:
    store(created_at=timezone.now() - timedelta(minutes=2))
    store()
    assert client.get("/readyz").json()["oldest_waiting_seconds"] == pytest.approx(120, abs=2)


def test_without_a_database_a_process_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> object:
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", gone)
    assert client.get("/readyz").status_code == 503
