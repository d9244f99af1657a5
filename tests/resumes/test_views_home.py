"""The home page takes a resume, says why it cannot, and holds nobody up for want of a cache."""

import time
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import StopUpload
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from resumes.models import Resume
from resumes.views.quota import SizeLimit
from salaries.models import Edition
from tests.processes import Broker

pytestmark = pytest.mark.django_db

HOME = "/"
TEXT = b"Ana Example\nMachine Learning Engineer\n"


def send(client: Client, data: bytes = TEXT, name: str = "ana.txt") -> Any:
    return client.post(HOME, {"file": SimpleUploadedFile(name, data)})


def test_the_home_page_says_what_is_taken_and_until_when(client: Client) -> None:
    page = client.get(HOME).content.decode()
    for words in (
        "PDF, Word (.docx), plain text or JSON Resume",
        "up to 5 MB",
        "Free, no account",
        "Deleted after 24 hours",
    ):
        assert words in page


def test_the_example_is_worked_out_on_the_current_guide(client: Client, edition: Edition) -> None:
    page = client.get(HOME).content.decode()
    assert "The sample resume: Senior ML engineer, computer vision, Seattle." in page
    assert "$199,000 to $258,000 a year, base" in page


def test_without_an_edition_the_home_page_shows_no_example_and_still_takes_resumes(client: Client) -> None:
    page = client.get(HOME).content.decode()
    assert "The sample resume" not in page
    assert 'type="file"' in page


def test_an_upload_belongs_to_the_session_that_sent_it(client: Client) -> None:
    answer = send(client)
    resume = Resume.objects.get()
    assert answer["Location"] == reverse("resumes:detail", args=[resume.pk])
    assert resume.owner == client.session["owner"]


def test_two_uploads_of_one_browser_have_one_owner(client: Client) -> None:
    send(client)
    send(client)
    assert len(set(Resume.objects.values_list("owner", flat=True))) == 1


def test_the_sample_is_read_like_any_upload(client: Client) -> None:
    client.post(reverse("resumes:sample"))
    resume = Resume.objects.get()
    assert resume.is_sample
    with resume.file.open() as file:
        assert file.read(5) == b"%PDF-"


def test_the_sample_is_not_sent_by_a_mere_link(client: Client) -> None:
    assert client.get(reverse("resumes:sample")).status_code == 405


@pytest.mark.parametrize(
    ("data", "title"),
    [(b"", "The file is empty"), (b"<!doctype html><p>resume", "We cannot read this kind of file")],
)
def test_a_file_that_cannot_be_taken_comes_back_on_the_same_page_in_words(
    client: Client, data: bytes, title: str
) -> None:
    answer = send(client, data)
    assert answer.status_code == 422
    assert title in answer.content.decode()
    assert not Resume.objects.exists()


def test_a_form_without_a_file_says_so(client: Client) -> None:
    answer = client.post(HOME)
    assert answer.status_code == 422
    assert "No file came with the form" in answer.content.decode()


def test_a_file_over_the_limit_is_refused(client: Client, settings: Settings) -> None:
    settings.RESUME_MAX_BYTES = 10
    assert "The file is too large" in send(client).content.decode()


def test_what_is_over_the_limit_is_not_even_kept_while_it_streams_in(settings: Settings) -> None:
    settings.RESUME_MAX_BYTES = 100_000
    handler = SizeLimit()
    handler.receive_data_chunk(bytes(64_000), 0)
    with pytest.raises(StopUpload):
        handler.receive_data_chunk(bytes(64_000), 64_000)
    assert handler.cut


def test_an_upload_that_was_cut_is_answered_in_words(client: Client, settings: Settings) -> None:
    settings.RESUME_MAX_BYTES = 100_000
    assert "The file is too large" in send(client, b"word " * 50_000).content.decode()
    assert not Resume.objects.exists()


def test_a_form_from_elsewhere_is_refused_in_words() -> None:
    answer = Client(enforce_csrf_checks=True).post(HOME)
    assert answer.status_code == 403
    assert "This form has gone stale" in answer.content.decode()


class TestTheLimitOfUploads:
    """Counted by clock hour, for session and address."""

    @pytest.fixture(autouse=True)
    def few(self, broker: Broker, settings: Settings) -> None:
        settings.UPLOADS_PER_HOUR = 2

    def test_uploads_over_it_get_429_and_are_told_when_to_come_back(self, client: Client) -> None:
        with time_machine.travel(datetime(2026, 11, 1, 10, 50, tzinfo=UTC), tick=False):
            answers = [send(client) for _ in range(3)]
        assert [a.status_code for a in answers] == [302, 302, 429]
        assert answers[-1]["Retry-After"] == "600"
        assert "11:00 UTC" in answers[-1].content.decode()

    def test_the_next_hour_begins_anew(self, client: Client) -> None:
        with time_machine.travel(datetime(2026, 11, 1, 10, 50, tzinfo=UTC), tick=False):
            for _ in range(3):
                send(client)
        with time_machine.travel(datetime(2026, 11, 1, 11, 1, tzinfo=UTC), tick=False):
            assert send(client).status_code == 302

    def test_a_new_session_from_the_same_address_may_send_too(self, client: Client) -> None:
        assert [send(client).status_code for _ in range(3)] == [302, 302, 429]
        assert send(Client()).status_code == 302

    def test_new_sessions_do_not_escape_the_limit_of_their_address(self, settings: Settings) -> None:
        settings.UPLOADS_PER_HOUR_FROM_ADDRESS = 2
        assert [send(Client()).status_code for _ in range(3)] == [302, 302, 429]

    def test_the_sample_counts_too(self, client: Client) -> None:
        codes = [client.post(reverse("resumes:sample")).status_code for _ in range(3)]
        assert codes == [302, 302, 429]

    def test_reading_pages_is_not_limited(self, client: Client) -> None:
        assert [client.get(HOME).status_code for _ in range(4)] == [200] * 4


def test_without_a_cache_uploads_are_taken_and_counted_by_the_process(client: Client, settings: Settings) -> None:
    settings.UPLOADS_PER_HOUR = 2
    begun = time.perf_counter()
    assert [send(client).status_code for _ in range(3)] == [302, 302, 429]
    assert time.perf_counter() - begun < 6
