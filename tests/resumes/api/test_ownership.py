"""What a key sent exists for that key alone: not for another, not for a browser; nor the other way round."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from resumes.models import Resume
from tests.resumes.api.conftest import BASE, Program, told
from tests.resumes.api.test_keys import CALLS
from tests.resumes.written import expired, read_resume

pytestmark = pytest.mark.django_db

OF_A_RESUME = [(method, path) for method, path in CALLS if "{id}" in path]


@pytest.mark.parametrize(("method", "path"), OF_A_RESUME)
def test_another_key_finds_nothing(sam: Program, done: Resume, method: str, path: str) -> None:
    answer = sam.send_json(method, path.format(id=done.pk), {"years": 20})
    assert (answer.status_code, told(answer)["code"]) == (404, "not_found")
    done.refresh_from_db()
    assert not done.corrections.any


@pytest.mark.parametrize(("method", "path"), OF_A_RESUME)
def test_a_key_finds_nothing_of_a_browsers(ana: Program, owner: Client, method: str, path: str) -> None:
    resume = read_resume(owner)
    assert ana.send_json(method, path.format(id=resume.pk), {}).status_code == 404
    assert Resume.objects.filter(pk=resume.pk).exists()


def test_an_absent_resume_is_answered_word_for_word_like_a_strangers(sam: Program, done: Resume) -> None:
    strangers, absent = sam.get(f"/resumes/{done.pk}"), sam.get(f"/resumes/{uuid4()}")
    assert strangers.content == absent.content


def test_a_browser_finds_nothing_of_a_keys(owner: Client, done: Resume) -> None:
    assert owner.get(reverse("resumes:detail", args=[done.pk])).status_code == 404
    assert done.filename.encode() not in owner.get(reverse("resumes:list")).content


def test_a_session_that_claims_to_be_a_key_cannot_be_made(owner: Client, done: Resume) -> None:
    assert ":" not in owner.session["owner"]
    assert done.owner.startswith("key:")


def test_a_browsers_cookie_opens_nothing_here(owner: Client) -> None:
    resume = read_resume(owner)
    assert owner.get(f"{BASE}/resumes/{resume.pk}").status_code == 401


def test_staff_who_are_logged_in_need_a_key_too(client: Client) -> None:
    client.force_login(User.objects.create_superuser("eve"))
    assert client.get(f"{BASE}/editions/current").status_code == 401


def test_an_expired_resume_is_gone_before_it_is_swept(ana: Program, done: Resume) -> None:
    expired(done)
    assert ana.get(f"/resumes/{done.pk}/result").status_code == 404


def test_no_session_begins(ana: Program) -> None:
    answer = ana.upload()
    assert answer.status_code == 202
    assert not answer.cookies
