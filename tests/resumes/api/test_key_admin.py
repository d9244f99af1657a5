"""API keys in the admin: made and shown once, revoked, removed; nobody but operators."""

import re
from pathlib import Path

import html5lib
import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from resumes.api import keys
from resumes.api.rows import ApiKey
from resumes.models import Resume
from tests.resumes.api.conftest import Program

pytestmark = pytest.mark.django_db

ADD, LIST = reverse("admin:resumes_apikey_add"), reverse("admin:resumes_apikey_changelist")


@pytest.fixture
def operator() -> Client:
    user = User.objects.create_user("otto", is_staff=True)
    user.groups.add(Group.objects.get(name="operator"))
    client = Client()
    client.force_login(user)
    return client


def test_a_new_key_is_shown_once_and_works(operator: Client) -> None:
    answer = operator.post(ADD, {"name": "Job board"})
    (secret,) = re.findall(r'<code id="secret">(bw_[\w-]{43})</code>', answer.content.decode())
    key = ApiKey.objects.get()
    assert keys.holder_of(secret) == key
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies.get("messages")
    for address in (LIST, reverse("admin:resumes_apikey_change", args=[key.pk])):
        page = operator.get(address).content.decode()
        assert key.prefix in page
        assert secret not in page
        assert key.digest not in page
    assert secret not in str(LogEntry.objects.values())


def test_the_page_of_a_new_key_is_valid_html(operator: Client) -> None:
    html5lib.HTMLParser(strict=True).parse(operator.post(ADD, {"name": "Job board"}).content.decode())


def test_a_key_without_a_name_is_not_made(operator: Client) -> None:
    operator.post(ADD, {"name": ""})
    assert not ApiKey.objects.exists()


def test_a_name_can_be_changed_and_the_key_stays(operator: Client, ana: Program) -> None:
    assert ana.key
    operator.post(reverse("admin:resumes_apikey_change", args=[ana.key.pk]), {"name": "Another"})
    assert keys.holder_of(ana.secret) == ana.key
    assert ApiKey.objects.get().name == "Another"


def test_revoking_removes_the_resumes_and_keeps_the_row(operator: Client, ana: Program, done: Resume) -> None:
    assert ana.key
    answer = operator.post(LIST, {"action": "revoke", "_selected_action": [ana.key.pk]}, follow=True)
    assert "Revoked: 1. Resumes removed with them: 1." in answer.content.decode()
    assert ApiKey.objects.get().revoked_at
    assert not Resume.objects.exists()
    assert LogEntry.objects.filter(change_message="Revoked.").count() == 1


def test_removing_says_before_that_the_resumes_go_too(
    operator: Client, ana: Program, done: Resume, django_capture_on_commit_callbacks: object
) -> None:
    assert ana.key
    file, address = Path(done.file.path), reverse("admin:resumes_apikey_delete", args=[ana.key.pk])
    assert "every resume that was sent with it" in operator.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        operator.post(address, {"post": "yes"})
    assert not ApiKey.objects.exists()
    assert not file.exists()


@pytest.mark.parametrize("role", ["editor", "publisher"])
def test_other_roles_find_no_keys(role: str) -> None:
    user = User.objects.create_user(role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    assert client.get(LIST).status_code == client.get(ADD).status_code == 403
