"""Send a resume, ask where it stands, delete it."""

import json
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from resumes.models import Resume, State
from tests.processes import Broker
from tests.resumes.api.conftest import BASE, Program, told
from tests.resumes.written import failed_resume, waiting_resume

pytestmark = pytest.mark.django_db


def test_an_upload_is_taken_and_tells_where_to_ask(ana: Program) -> None:
    answer = ana.upload()
    status = told(answer)
    assert (answer.status_code, status["state"], status["error"]) == (202, "queued", None)
    assert told(ana.get(status["status_url"].removeprefix(BASE))) == status
    assert Resume.objects.get().owner == ana.owner


def test_it_goes_after_a_day_like_any_other(ana: Program, settings: Settings) -> None:
    ana.upload()
    resume = Resume.objects.get()
    assert round((resume.expires_at - resume.created_at).total_seconds() / 3600) == settings.RESUME_KEPT_HOURS


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"", 422, "empty"),
        (b"{\\rtf1 Ana Example}", 415, "unsupported_type"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), 415, "legacy_doc"),
    ],
)
def test_what_can_be_refused_at_a_glance_is(ana: Program, data: bytes, status: int, code: str) -> None:
    answer = ana.upload(data)
    assert (answer.status_code, told(answer)["code"]) == (status, code)
    assert not Resume.objects.exists()


def test_a_file_over_the_limit_is_cut_while_it_streams_in(ana: Program, settings: Settings) -> None:
    settings.RESUME_MAX_BYTES = 100_000
    answer = ana.upload(b"resume " * 60_000)
    assert (answer.status_code, told(answer)["code"]) == (413, "too_large")


def test_a_form_without_the_file_is_told_its_field(ana: Program) -> None:
    answer = ana.upload(field="resume")
    assert answer.status_code == 422
    assert told(answer)["errors"] == [{"field": "file", "detail": "Field required"}]


def test_a_body_that_is_no_form_is_told_the_same(ana: Program) -> None:
    answer = ana.call("POST", "/resumes", data=b"%PDF-1.7", content_type="application/pdf")
    assert [one["field"] for one in told(answer)["errors"]] == ["file"]


def test_a_waiting_resume_has_no_result_yet(ana: Program, owner: Client) -> None:
    resume = waiting_resume(owner, owner=ana.owner)
    for part in ("result", "text"):
        answer = ana.get(f"/resumes/{resume.pk}/{part}")
        assert (answer.status_code, told(answer)["code"], answer["Retry-After"]) == (409, "not_ready", "1")


def test_a_failed_one_says_why_in_the_words_of_the_pages(ana: Program, owner: Client) -> None:
    resume = failed_resume(owner, "no_text")
    Resume.objects.update(owner=ana.owner)
    status, result = ana.get(f"/resumes/{resume.pk}"), ana.get(f"/resumes/{resume.pk}/result")
    assert told(status)["state"] == State.FAILED
    assert told(status)["error"]["code"] == told(result)["code"] == "no_text"
    assert result.status_code == 422
    assert told(status)["error"]["message"] == told(result)["detail"]


def test_deleting_removes_row_and_file_at_once(
    ana: Program, done: Resume, django_capture_on_commit_callbacks: object
) -> None:
    file = Path(done.file.path)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert ana.delete(f"/resumes/{done.pk}").status_code == 204
    assert not file.exists()
    assert ana.get(f"/resumes/{done.pk}").status_code == 404


@pytest.mark.usefixtures("edition")
def test_nothing_of_a_resume_stands_in_the_log(ana: Program, done: Resume, caplog: pytest.LogCaptureFixture) -> None:
    ana.upload(name="anas-private-name.txt")
    ana.get(f"/resumes/{done.pk}/result")
    ana.send_json("PATCH", f"/resumes/{done.pk}/corrections", {"place": "Gondolin", "tier": "anas-private-name"})
    logged = caplog.text
    assert str(done.pk) in logged
    for words in ("anas-private-name", "Robotics", "Seattle", "Gondolin", ana.secret):
        assert words not in logged


@pytest.mark.worker
def test_uploads_beyond_the_limit_of_a_key_are_told_when_to_come_back(
    ana: Program, sam: Program, broker: Broker, settings: Settings
) -> None:
    settings.UPLOADS_PER_HOUR = 2
    with time_machine.travel("2026-11-20T10:50:00Z", tick=False):
        assert [ana.upload().status_code for _ in range(3)] == [202, 202, 429]
        answer = ana.upload()
        assert (told(answer)["code"], answer["Retry-After"]) == ("too_many_uploads", "600")
        assert "2 uploads" in told(answer)["title"]
        assert sam.upload().status_code == 202


def test_while_too_many_wait_a_call_is_told_when_to_come_back(ana: Program, settings: Settings) -> None:
    settings.RESUMES_WAITING = 0
    answer = ana.upload()
    assert (answer.status_code, told(answer)["code"], answer["Retry-After"]) == (503, "many_waiting", "15")


@pytest.mark.worker
def test_an_address_has_a_limit_of_its_own(ana: Program, sam: Program, broker: Broker, settings: Settings) -> None:
    settings.UPLOADS_PER_HOUR_FROM_ADDRESS = 2
    assert [one.upload().status_code for one in (ana, sam, ana)] == [202, 202, 429]


@pytest.mark.worker
def test_asking_is_not_limited(ana: Program, done: Resume, broker: Broker, settings: Settings) -> None:
    settings.UPLOADS_PER_HOUR = 1
    assert {ana.get(f"/resumes/{done.pk}").status_code for _ in range(5)} == {200}


def test_times_are_utc(ana: Program) -> None:
    status = json.loads(ana.upload().content)
    assert status["received_at"].endswith("Z")
    assert status["received_at"][:10] == f"{timezone.now():%Y-%m-%d}"
