"""A role is corrected in its place: the estimate follows, survives a reload, and can be taken back."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from resumes.models import Resume
from resumes.said import Corrections, RoleCorrection
from salaries.models import Edition
from tests.resumes.written import FACTS, TEXT, expired, failed_resume, read_resume

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
KEY = str(TEXT.index("Software Engineer"))


@pytest.fixture
def resume(owner: Client, edition: Edition) -> Resume:
    return read_resume(owner)


def address(resume: Resume, key: str = KEY) -> str:
    return reverse("resumes:role", args=[resume.pk, key])


def send(client: Client, resume: Resume, key: str = KEY, **fields: str) -> Any:
    return client.post(address(resume, key), fields)


def undo(client: Client, resume: Resume, field: str) -> Any:
    return client.post(reverse("resumes:undo", args=[resume.pk]), {"field": field, "at": f"role-{KEY}"})


def kept(resume: Resume) -> Corrections:
    return Resume.objects.get(pk=resume.pk).corrections


def page(client: Client, resume: Resume) -> str:
    return client.get(reverse("resumes:detail", args=[resume.pk])).content.decode()


def test_another_kind_changes_the_years_and_the_tier(owner: Client, resume: Resume) -> None:
    answer = send(owner, resume, kind="other")
    assert (answer.status_code, answer["Location"]) == (302, f"/resumes/{resume.pk}/#role-{KEY}")
    shown = page(owner, resume)
    assert "Mid-level ML engineer" in shown
    assert "Read as: software or data" in shown


def test_dates_are_taken_as_people_write_them(owner: Client, resume: Resume) -> None:
    send(owner, resume, start="March 2016", end="12/2020")
    assert kept(resume).roles == (RoleCorrection(KEY, start="2016-03"),)
    assert "8.25 relevant years" in page(owner, resume)


def test_a_role_is_left_out_and_brought_back(owner: Client, resume: Resume) -> None:
    send(owner, resume, do="remove")
    assert "Removed by you" in page(owner, resume)
    undo(owner, resume, f"role:{KEY}")
    assert kept(resume) == Corrections()
    assert "Removed by you" not in page(owner, resume)


def test_a_missing_role_is_added_and_taken_back(owner: Client, resume: Resume) -> None:
    answer = send(owner, resume, "new", kind="ml", start="2015-01", end="2017-12", title="Early Researcher")
    assert answer["Location"].endswith("#role-new-1")
    assert "10.33 relevant years" in page(owner, resume)
    undo(owner, resume, "role:new-1")
    assert "Early Researcher" not in page(owner, resume)


def test_every_change_is_listed_with_its_way_back(owner: Client, resume: Resume) -> None:
    send(owner, resume, kind="other")
    send(owner, resume, "new", kind="ml", start="2015", title="Early Researcher")
    shown = page(owner, resume)
    for words in (
        "You changed 2 things",
        "role changed: Software Engineer",
        "role added: Early Researcher",
        "undo all",
    ):
        assert words in shown


def test_an_uncertain_role_is_confirmed_by_one_click(owner: Client, edition: Edition) -> None:
    unsure = replace(FACTS, roles=(FACTS.roles[0], replace(FACTS.roles[1], confidence="low")))
    resume = read_resume(owner, unsure)
    assert "We are not certain of the years" in page(owner, resume)
    send(owner, resume, kind="adjacent")
    assert "We are not certain" not in page(owner, resume)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": "2021", "end": "2019"}, "It cannot end before it began"),
        ({"start": "Dec 2026"}, "This lies in the future"),
        ({"start": "1926"}, "more than 60 years ago"),
        ({"start": "soon"}, "“soon” is no date that we can read"),
        ({"kind": "royal"}, "royal"),
        ({"title": "x" * 200}, "120"),
    ],
)
def test_what_cannot_be_used_is_said_beside_its_field(
    owner: Client, resume: Resume, fields: dict[str, str], words: str
) -> None:
    answer = send(owner, resume, **fields)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert kept(resume) == Corrections()


def test_htmx_gets_the_form_in_its_row_and_the_estimate_in_the_whole(owner: Client, resume: Resume) -> None:
    form = owner.get(address(resume), headers=HTMX)
    assert "<html" not in form.content.decode()
    assert 'value="Jan 2018"' in form.content.decode()
    saved = owner.post(address(resume), {"kind": "other"}, headers=HTMX)
    assert saved["HX-Retarget"] == "#main"
    assert "5.83 relevant years now: mid" in saved.content.decode()


def test_htmx_gets_a_form_with_errors_in_its_row(owner: Client, resume: Resume) -> None:
    answer = owner.post(address(resume), {"start": "soon"}, headers=HTMX)
    assert (answer.status_code, answer.get("HX-Retarget")) == (200, None)


def test_the_form_has_a_page_of_its_own(owner: Client, resume: Resume) -> None:
    shown = owner.get(address(resume)).content.decode()
    assert "Change Software Engineer" in shown
    assert "<html" in shown


def test_years_of_the_visitors_own_are_said_to_stand_before_the_roles(owner: Client, resume: Resume) -> None:
    owner.post(reverse("resumes:correct", args=[resume.pk]), {"years": "4"})
    shown = page(owner, resume)
    assert "The estimate uses the years you gave, not this count" in shown
    assert "Let the roles decide" in shown


def test_a_role_with_dates_answers_the_question_for_years(owner: Client, edition: Edition) -> None:
    resume = read_resume(owner, replace(FACTS, roles=()))
    assert "How many years have you worked" in page(owner, resume)
    send(owner, resume, "new", kind="ml", start="2020", end="present")
    assert "relevant years come from 1 of 1 role" in page(owner, resume)


def test_roles_without_dates_are_named_where_the_page_asks_for_years(owner: Client, edition: Edition) -> None:
    undated = replace(FACTS, roles=(replace(FACTS.roles[1], start=None, end=None),))
    resume = read_resume(owner, undated)
    assert f'href="{address(resume)}">Software Engineer</a>' in page(owner, resume)
    send(owner, resume, start="2019-01", end="present")
    assert "relevant years come from 1 of 1 role" in page(owner, resume)


@pytest.mark.parametrize("key", ["7", "new-3", "nothing"])
def test_a_role_that_is_not_there_is_not_found(owner: Client, resume: Resume, key: str) -> None:
    assert owner.get(address(resume, key)).status_code == 404
    assert send(owner, resume, key, kind="ml").status_code == 404


class TestAccess:
    """Nobody else's, and nothing that has gone."""

    @pytest.mark.parametrize("key", [KEY, "new"])
    def test_a_stranger_gets_nothing(self, stranger: Client, resume: Resume, key: str) -> None:
        assert stranger.get(address(resume, key)).status_code == 404
        assert send(stranger, resume, key, kind="ml", start="2015").status_code == 404
        assert kept(resume) == Corrections()

    def test_an_expired_resume_is_gone(self, owner: Client, resume: Resume) -> None:
        expired(resume)
        assert owner.get(address(resume)).status_code == 404

    def test_a_failed_resume_has_no_roles(self, owner: Client, edition: Edition) -> None:
        assert owner.get(address(failed_resume(owner, "damaged"))).status_code == 404

    def test_a_deleted_resume_stays_gone(self, owner: Client, resume: Resume) -> None:
        owner.post(reverse("resumes:delete", args=[resume.pk]))
        assert send(owner, resume, kind="other").status_code == 404
