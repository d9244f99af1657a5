"""What would move a range: within the resume's page to htmx, whole without."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from resumes.extraction.facts import Facts
from resumes.models import Resume
from salaries.models import Edition
from tests.resumes.written import expired, read_resume

pytestmark = pytest.mark.django_db

VIEWS = ("moves", "what_if", "offers")


@pytest.fixture
def resume(owner: Client, edition: Edition) -> Resume:
    return read_resume(owner)


def test_the_page_tells_the_moves_and_the_metros(owner: Client, resume: Resume) -> None:
    page = owner.get(reverse("resumes:moves", args=[resume.pk])).content.decode()
    assert "What would raise your range most: LLMs and generative AI in production, in a paid role, +$71,000" in page
    assert "The same you in San Jose: $209,000 to $270,000" in page


def test_htmx_gets_the_parts_alone(owner: Client, resume: Resume) -> None:
    address = reverse("resumes:moves", args=[resume.pk])
    part = owner.get(address, headers={"HX-Request": "true"})
    assert b'id="metros"' in part.content
    assert b"<h1" not in part.content


def test_the_estimate_leads_there_without_htmx(owner: Client, resume: Resume) -> None:
    page = owner.get(reverse("resumes:detail", args=[resume.pk])).content.decode()
    for view in VIEWS:
        assert reverse(f"resumes:{view}", args=[resume.pk]) in page


def test_without_an_estimate_it_leads_to_the_question(owner: Client, edition: Edition) -> None:
    address = reverse("resumes:moves", args=[read_resume(owner, facts=Facts()).pk])
    assert owner.get(address).status_code == 302


def test_it_asks_the_database_few_times(owner: Client, resume: Resume, django_assert_max_num_queries: Any) -> None:
    address = reverse("resumes:moves", args=[resume.pk])
    owner.get(address)  # freezes the edition
    with django_assert_max_num_queries(8):
        owner.get(address)


@pytest.mark.parametrize("view", VIEWS)
def test_a_stranger_finds_nothing(stranger: Client, resume: Resume, view: str) -> None:
    assert stranger.get(reverse(f"resumes:{view}", args=[resume.pk])).status_code == 404


@pytest.mark.parametrize("view", VIEWS)
def test_an_expired_resume_is_gone(owner: Client, resume: Resume, view: str) -> None:
    assert owner.get(reverse(f"resumes:{view}", args=[expired(resume).pk])).status_code == 404


@pytest.mark.parametrize("view", VIEWS)
def test_it_is_kept_out_of_indexes_and_caches(owner: Client, resume: Resume, view: str) -> None:
    answer = owner.get(reverse(f"resumes:{view}", args=[resume.pk]))
    assert answer["X-Robots-Tag"] == "noindex"
    assert "no-store" in answer["Cache-Control"]
