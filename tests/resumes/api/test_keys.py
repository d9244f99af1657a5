"""A key is shown once and kept as a hash; who has none in force gets nowhere."""

from datetime import date

import pytest
import time_machine

from resumes.api import keys
from resumes.api.rows import ApiKey
from resumes.models import Resume
from tests.resumes.api.conftest import Program, told

pytestmark = pytest.mark.django_db

CALLS = [
    ("POST", "/resumes"),
    ("GET", "/resumes/{id}"),
    ("GET", "/resumes/{id}/result"),
    ("GET", "/resumes/{id}/text"),
    ("PATCH", "/resumes/{id}/corrections"),
    ("DELETE", "/resumes/{id}/corrections"),
    ("DELETE", "/resumes/{id}"),
    ("POST", "/estimates"),
    ("GET", "/editions/current"),
]


def refuse(program: Program, resume: Resume) -> None:
    """Assert that a program gets nowhere with any call."""
    for method, path in CALLS:
        answer = program.call(method, path.format(id=resume.pk))
        assert (answer.status_code, told(answer)["code"]) == (401, "no_key"), path
        assert answer["WWW-Authenticate"].startswith("Bearer")
    assert Resume.objects.count() == 1


def test_without_a_key_no_call_is_answered(keyless: Program, done: Resume) -> None:
    refuse(keyless, done)


def test_with_a_wrong_key_no_call_is_answered(ana: Program, done: Resume) -> None:
    refuse(Program(ana.key, ana.secret[:-1] + ("a" if ana.secret[-1] != "a" else "b")), done)


def test_the_hash_is_no_key(ana: Program, done: Resume) -> None:
    assert ana.key
    refuse(Program(ana.key, ana.key.digest), done)


def test_a_revoked_key_is_none_and_its_resumes_are_gone(ana: Program, sam: Program, done: Resume) -> None:
    assert ana.key
    kept = told(sam.upload())["id"]
    file = done.file.path
    assert keys.revoke(ana.key) == 1
    assert [str(one.pk) for one in Resume.objects.all()] == [kept]
    assert ana.get("/editions/current").status_code == 401
    assert sam.get(f"/resumes/{kept}").status_code == 200
    assert file


def test_a_key_that_is_removed_takes_its_resumes_along(ana: Program, done: Resume) -> None:
    assert ana.key
    assert keys.remove(ana.key) == 1
    assert not Resume.objects.exists()
    assert not ApiKey.objects.exists()


def test_what_is_stored_does_not_hold_the_key(ana: Program) -> None:
    row = ApiKey.objects.values().get()
    assert ana.secret.startswith(row["prefix"])
    assert ana.secret not in str(row)
    assert len(ana.secret) - len(row["prefix"]) > 30


def test_no_two_keys_are_alike() -> None:
    assert len({keys.make("one")[1] for _ in range(20)}) == 20


def test_only_the_day_of_the_last_call_is_kept(ana: Program) -> None:
    with time_machine.travel("2026-11-20T23:30:00Z", tick=False):
        ana.get("/resumes/0")
        assert ApiKey.objects.get().last_used is None
        ana.get("/editions/current")
    assert ApiKey.objects.get().last_used == date(2026, 11, 20)


def test_a_day_is_written_once(ana: Program, django_assert_num_queries: object) -> None:
    keys.holder_of(ana.secret)
    with django_assert_num_queries(1):  # type: ignore[operator]
        keys.holder_of(ana.secret)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer  ", "Basic {key}", "{key}", "Bearer {key} more"])
def test_a_key_comes_as_a_bearer_or_not_at_all(ana: Program, header: str) -> None:
    answer = Program(None).call("GET", "/editions/current", HTTP_AUTHORIZATION=header.format(key=ana.secret))
    assert answer.status_code == 401
