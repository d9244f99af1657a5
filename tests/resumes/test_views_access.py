"""Whose resume it is decides what exists: for everyone but its sender there is nothing."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from resumes.models import Resume
from tests.resumes.written import expired, failed_resume, read_resume, waiting_resume

pytestmark = pytest.mark.django_db

VIEWS = ("detail", "correct", "undo", "edition", "delete")
METHODS = ("get", "post", "put", "delete", "head", "options")


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("view", VIEWS)
def test_a_stranger_finds_nothing(owner: Client, stranger: Client, view: str, method: str) -> None:
    resume = read_resume(owner)
    answer = getattr(stranger, method)(reverse(f"resumes:{view}", args=[resume.pk]))
    assert answer.status_code in (404, 405)
    assert b"ana.pdf" not in answer.content
    assert Resume.objects.filter(pk=resume.pk).exists()


@pytest.mark.parametrize(
    ("view", "method"),
    [("detail", "get"), ("correct", "post"), ("undo", "post"), ("edition", "post"), ("delete", "post")],
)
def test_the_methods_that_show_or_change_answer_a_stranger_with_404(
    owner: Client, stranger: Client, view: str, method: str
) -> None:
    address = reverse(f"resumes:{view}", args=[read_resume(owner).pk])
    assert getattr(stranger, method)(address, {"years": "3", "field": "all"}).status_code == 404


def test_a_browser_without_a_session_finds_nothing(owner: Client) -> None:
    assert Client().get(reverse("resumes:detail", args=[read_resume(owner).pk])).status_code == 404


def test_a_strangers_correction_changes_nothing(owner: Client, stranger: Client) -> None:
    resume = read_resume(owner)
    stranger.post(reverse("resumes:correct", args=[resume.pk]), {"years": "20"})
    resume.refresh_from_db()
    assert not resume.corrections.any


def test_a_resume_stays_its_senders_when_they_log_in(owner: Client, django_user_model: type[User]) -> None:
    resume = read_resume(owner)
    owner.force_login(django_user_model.objects.create_user("ana"))
    assert owner.get(reverse("resumes:delete", args=[resume.pk])).status_code == 200


def test_the_row_does_not_name_the_session(owner: Client) -> None:
    assert read_resume(owner).owner != owner.session.session_key


def test_waiting_and_failed_resumes_are_hidden_from_strangers_too(owner: Client, stranger: Client) -> None:
    for resume in (waiting_resume(owner), failed_resume(owner, "damaged")):
        assert stranger.get(reverse("resumes:detail", args=[resume.pk])).status_code == 404


def test_an_expired_resume_is_gone_for_its_owner_before_it_is_swept(owner: Client) -> None:
    resume = expired(read_resume(owner))
    answer = owner.get(reverse("resumes:detail", args=[resume.pk]))
    assert answer.status_code == 404
    assert b"expired" in answer.content


def test_an_address_that_never_was_answers_alike(owner: Client) -> None:
    assert owner.get(reverse("resumes:detail", args=[uuid4()])).status_code == 404


def test_the_list_shows_this_browsers_resumes_only(owner: Client, stranger: Client) -> None:
    read_resume(owner, filename="mine.pdf")
    read_resume(stranger, filename="theirs.pdf")
    page = owner.get(reverse("resumes:list")).content
    assert b"mine.pdf" in page
    assert b"theirs.pdf" not in page


def test_the_empty_list_says_what_would_stand_there(owner: Client) -> None:
    assert b"has no resumes here" in owner.get(reverse("resumes:list")).content


def test_the_list_asks_the_database_once_however_long_it_is(
    owner: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(5):
        read_resume(owner, filename=f"{number}.pdf")
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        owner.get(reverse("resumes:list"))


def test_no_page_of_a_resume_is_kept_by_a_cache(owner: Client) -> None:
    answer = owner.get(reverse("resumes:detail", args=[waiting_resume(owner).pk]))
    assert "no-store" in answer["Cache-Control"]


def test_resume_pages_do_not_leak_their_address(owner: Client) -> None:
    assert owner.get(reverse("resumes:list"))["Referrer-Policy"] == "same-origin"
