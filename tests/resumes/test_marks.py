"""What was marked as wrong outlives the resume as a count, and says nothing of whose it was."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from resumes import corrections, marks, sweep
from resumes.deletion import delete
from resumes.marks import KINDS, DoneResumes, Mark, Marked
from resumes.models import Reading, Resume
from resumes.profile import Corrections
from salaries.models import Edition
from tests.resumes.written import failed_resume, read_resume

pytestmark = pytest.mark.django_db

PAGE = reverse("admin:resumes_mark_changelist")
NLP = Marked("specialization", "computer-vision", "nlp", "low")


@pytest.fixture
def resume(owner: Client, edition: Edition) -> Resume:
    return read_resume(owner)


def counted() -> list[tuple[str, str, str, int]]:
    return list(Mark.objects.values_list("kind", "was", "became", "count").order_by("kind"))


def test_nothing_is_counted_while_the_resume_is_there(resume: Resume) -> None:
    corrections.correct(resume, Corrections(specialization="nlp"))
    assert not Mark.objects.exists()


def test_what_stands_when_the_resume_goes_is_counted(resume: Resume) -> None:
    corrections.correct(resume, Corrections(specialization="nlp", tier="staff"))
    delete(resume)
    assert counted() == [("specialization", "computer-vision", "nlp", 1), ("tier", "senior", "staff", 1)]
    assert DoneResumes.objects.values_list("count", "marked").get() == (1, 1)


def test_what_was_taken_back_is_not(resume: Resume) -> None:
    corrections.correct(resume, Corrections(specialization="nlp"))
    corrections.undo(resume, "specialization")
    delete(resume)
    assert (counted(), DoneResumes.objects.get().marked) == ([], 0)


def test_an_expired_resume_is_counted_as_it_goes(resume: Resume) -> None:
    corrections.correct(resume, Corrections(specialization="nlp"))
    long_ago = timezone.now() - timedelta(days=2)
    Resume.objects.filter(pk=resume.pk).update(created_at=long_ago, expires_at=long_ago + timedelta(days=1))
    sweep.remove_expired(timezone.now())
    assert Mark.objects.get().version == DoneResumes.objects.get().version != ""


def test_who_deletes_twice_is_counted_once(resume: Resume) -> None:
    delete(resume)
    delete(resume)
    assert DoneResumes.objects.get().count == 1


def test_samples_and_failures_are_not_counted(resume: Resume, owner: Client) -> None:
    Resume.objects.filter(pk=resume.pk).update(is_sample=True)
    resume.refresh_from_db()
    delete(resume)
    delete(failed_resume(owner, "unreadable"))
    assert not DoneResumes.objects.exists()


def test_facts_that_cannot_be_read_any_more_keep_no_resume(resume: Resume) -> None:
    corrections.correct(resume, Corrections(specialization="nlp"))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE resumes_reading SET facts = '[]'")
    delete(resume)
    assert not Resume.objects.exists()
    assert not Mark.objects.exists()


def test_like_marks_of_a_day_are_one_row() -> None:
    for _ in range(3):
        marks.count("2026.2+abc", [NLP])
    assert Mark.objects.get().count == 3
    assert DoneResumes.objects.values_list("count", "marked").get() == (3, 3)


def test_no_column_could_hold_whose_it_was() -> None:
    assert {field.name for field in Mark._meta.fields} == {
        *("id", "day", "version", "kind", "was", "became", "confidence", "count", "resumes")
    }


def test_nothing_of_the_visitor_is_kept(resume: Resume) -> None:
    place = corrections.us_place("Spokane, WA")
    corrections.correct(resume, Corrections(place=place, years=Decimal("7.77")))
    delete(resume)
    kept = str(list(Mark.objects.values())) + str(list(DoneResumes.objects.values()))
    assert not [secret for secret in ("Spokane", "7.77", str(resume.pk), resume.filename) if secret in kept]
    assert not Reading.objects.exists()


def page(client: Client, **asked: str) -> Any:
    return client.get(PAGE, asked)


def test_the_page_counts_by_kind_by_version_and_by_change(admin_client: Client) -> None:
    for marked in ([NLP], [NLP, Marked("years", "counted", "more", "high")], [], []):
        marks.count("2026.2+abc", marked)
    shown = page(admin_client).content.decode()
    for words in (
        "2 of 4",
        "50.0 %",
        "25.0 %",
        "computer vision",
        "natural language processing",
        "2 low",
        "2026.2+abc",
    ):
        assert words in shown


def test_the_page_is_limited_to_a_period_a_version_and_a_kind(admin_client: Client) -> None:
    marks.count("old", [NLP])
    Mark.objects.update(day=date(2020, 1, 1))
    DoneResumes.objects.update(day=date(2020, 1, 1))
    marks.count("new", [Marked("degree", "master", "phd", "high")])
    assert page(admin_client).context["done"] == 1
    assert page(admin_client, period="").context["done"] == 2
    assert [one.slug for one in page(admin_client, period="", version="old").context["kinds"]] == ["specialization"]
    assert len(page(admin_client, period="", kind="degree").context["changes"]) == 1


@pytest.mark.parametrize("asked", [{"period": "x"}, {"kind": "x"}, {"version": "x"}, {"period": "7", "kind": "'"}])
def test_odd_choices_are_left_out(admin_client: Client, asked: dict[str, str]) -> None:
    assert page(admin_client, **asked).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_words(admin_client: Client, kind: str) -> None:
    marks.count("2026.2+abc", [Marked(kind, "none", "none")])
    assert f">{kind}<" not in page(admin_client).content.decode()


def test_the_page_asks_a_fixed_number_of_questions(
    admin_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        marks.count(f"2026.{number}", [NLP, Marked("degree", "master", "phd", "high")])
    with django_assert_max_num_queries(9):
        page(admin_client)


def test_two_marks_of_one_kind_are_one_resume(admin_client: Client) -> None:
    marks.count("2026.2+abc", [Marked("skill_added", "none", name) for name in ("PyTorch", "Rust")])
    (kind,) = page(admin_client).context["kinds"]
    assert (kind.count, kind.share) == (2, 100.0)
