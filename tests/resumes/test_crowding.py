"""With as many resumes waiting as may, the next is turned away before it is stored."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from resumes.crowding import is_crowded
from resumes.models import Resume, State
from tests.conftest import RESUME
from tests.processes import Broker

pytestmark = pytest.mark.django_db

Store = Callable[..., Resume]


@pytest.fixture(autouse=True)
def few(settings: Settings) -> None:
    settings.RESUMES_WAITING = 2


def send(client: Client) -> HttpResponse:
    return client.post(reverse("resumes:home"), {"file": SimpleUploadedFile("cv.txt", RESUME)})


def test_it_is_crowded_with_as_many_waiting_as_may(store: Store) -> None:
    store()
    assert not is_crowded()
    store()
    assert is_crowded()


def test_what_is_read_or_ended_does_not_wait(store: Store) -> None:
    store()
    store(state=State.FAILED, code="damaged", ended_at="2026-11-20T00:00Z")
    store(state=State.READING, attempts=1, lease_until="2030-01-01T00:00Z")
    assert not is_crowded()


@pytest.mark.worker
def test_an_upload_beyond_that_is_refused_in_words_and_stored_nowhere(client: Client, broker: Broker) -> None:
    codes = [send(client).status_code for _ in range(3)]
    answer = send(client)
    assert (codes, answer["Retry-After"], Resume.objects.count()) == ([302, 302, 503], "15", 2)
    assert "Many resumes are waiting just now" in answer.content.decode()


@pytest.mark.worker
def test_the_sample_waits_its_turn_too(client: Client, broker: Broker) -> None:
    codes = [client.post(reverse("resumes:sample")).status_code for _ in range(3)]
    assert codes == [302, 302, 503]


def test_pages_are_shown_as_ever(client: Client, store: Store) -> None:
    for _ in range(3):
        store()
    assert client.get(reverse("resumes:home")).status_code == 200
