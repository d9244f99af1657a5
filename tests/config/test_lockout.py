"""Who guesses passwords is locked out, in words; who does not is let in."""

from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.config.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def attempt(password: str = "wrong", name: str = "ana", **headers: str) -> HttpResponse:
    address = reverse("admin:login")
    answer: HttpResponse = Client().post(address, {"username": name, "password": password}, **headers)  # type: ignore[arg-type]
    return answer


def fail(times: int = 5, **headers: str) -> HttpResponse:
    return [attempt(**headers) for _ in range(times)][-1]


def test_the_last_of_five_failures_locks_out_and_says_until_when(ana: User) -> None:
    with time_machine.travel("2026-11-22 12:00:00+00:00", tick=False):
        assert fail(4).status_code == 200
        answer = attempt()
    assert answer.status_code == 429
    assert answer["Retry-After"] == "900"
    assert "Come back at" in answer.content.decode()
    assert "12:15:00 UTC</time>, in 15 minutes" in answer.content.decode()


def test_the_right_password_does_not_help_while_locked_out(ana: User) -> None:
    fail()
    assert attempt(PASSWORD).status_code == 429


def test_trying_while_locked_out_does_not_make_it_longer(ana: User) -> None:
    begun = timezone.now()
    with time_machine.travel(begun, tick=False):
        fail()
    with time_machine.travel(begun + timedelta(minutes=10), tick=False):
        assert attempt()["Retry-After"] == "300"
    with time_machine.travel(begun + timedelta(minutes=16), tick=False):
        assert attempt(PASSWORD).status_code == 302


def test_another_address_is_not_locked_out(ana: User) -> None:
    fail()
    assert attempt(PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_another_name_is_not_locked_out(ana: User) -> None:
    User.objects.create_superuser("ben", password=PASSWORD)
    fail()
    assert attempt(PASSWORD, name="ben").status_code == 302


@pytest.mark.parametrize("header", ["HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_USER_AGENT"])
def test_a_forged_header_does_not_get_around_it(ana: User, header: str) -> None:
    for number in range(5):
        answer = attempt(**{header: f"192.0.2.{number}"})
    assert answer.status_code == 429
    assert attempt(PASSWORD, **{header: "192.0.2.99"}).status_code == 429


def test_without_an_address_the_name_alone_is_locked_out(ana: User) -> None:
    assert fail(REMOTE_ADDR="").status_code == 429
    assert attempt(PASSWORD, REMOTE_ADDR="").status_code == 429


def test_a_success_forgets_the_failures_before(ana: User) -> None:
    fail(4)
    assert attempt(PASSWORD).status_code == 302
    assert fail(4).status_code == 200


def test_neither_password_nor_log_of_successes_is_kept(ana: User) -> None:
    attempt("a-guess-to-find")
    kept = AccessAttempt.objects.values().get()
    assert "a-guess-to-find" not in str(kept)
    assert settings.AXES_DISABLE_ACCESS_LOG


def test_it_holds_without_a_broker(ana: User) -> None:
    assert fail().status_code == 429
