"""A resume keeps the edition that answered it; its page says what the current one would answer."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from resumes.extraction.facts import Facts
from resumes.models import Resume
from salaries.drafts import clone
from salaries.models import Edition, Metro, Rung, State
from salaries.publishing import publish
from tests.resumes.written import FACTS, read_resume

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
OLD, NEW = "$199,000 to $258,000, about $219,000", "$210,000 to $272,000, about $230,000"


@pytest.fixture(autouse=True)
def first(edition: Edition) -> Edition:
    return edition


@pytest.fixture
def resume(owner: Client) -> Resume:
    """A resume that edition 2026 has answered."""
    resume = read_resume(owner)
    shown(owner, resume)
    return resume


def shown(client: Client, resume: Resume) -> str:
    return " ".join(client.get(reverse("resumes:detail", args=[resume.pk])).content.decode().split())


def take(client: Client, resume: Resume, name: str) -> str:
    answer = client.post(reverse("resumes:edition", args=[resume.pk]), {"edition": name}, follow=True)
    return " ".join(answer.content.decode().split())


def published(edition: Edition, name: str, **means: int) -> Edition:
    """Publish a clone in which some metros' means are others."""
    draft = clone(edition, name)
    for slug, mean in means.items():
        Metro.objects.filter(edition=draft, slug=slug).update(mean=mean)
    draft.refresh_from_db()
    publish(draft, note="New wages.", by=None, now=timezone.now())
    return draft


def test_the_first_answer_keeps_its_edition(resume: Resume, first: Edition) -> None:
    resume.refresh_from_db()
    assert resume.edition == first


def test_without_another_edition_nothing_is_said(owner: Client, resume: Resume) -> None:
    assert "current one since" not in shown(owner, resume)


def test_a_newer_edition_that_answers_otherwise_is_told_with_both_ranges(
    owner: Client, resume: Resume, first: Edition
) -> None:
    published(first, "2027", seattle=180000)
    page = shown(owner, resume)
    assert "Edition 2027 has become the guide's current one since." in page
    assert f'It would answer otherwise: <span class="guide">{NEW}</span>, in place of {OLD}.' in page
    assert '<span class="range">$199,000 to $258,000 a year, base</span>' in page


def test_a_newer_edition_that_answers_the_same_is_told_so(owner: Client, resume: Resume, first: Edition) -> None:
    published(first, "2027", austin=150000)
    assert f"It gives the same answer, {OLD}." in shown(owner, resume)


def test_the_visitor_takes_the_newer_edition_and_goes_back(owner: Client, resume: Resume, first: Edition) -> None:
    published(first, "2027", seattle=180000)
    page = take(owner, resume, "2027")
    assert '<span class="range">$210,000 to $272,000 a year, base</span>' in page
    assert f"Edition 2026, which answered first, gave {OLD}." in page
    page = take(owner, resume, "2026")
    assert '<span class="range">$199,000 to $258,000 a year, base</span>' in page
    assert "It would answer otherwise" in page


def test_htmx_gets_the_other_answer_in_place(owner: Client, resume: Resume, first: Edition) -> None:
    published(first, "2027", seattle=180000)
    answer = owner.post(reverse("resumes:edition", args=[resume.pk]), {"edition": "2027"}, headers=HTMX)
    assert "<html" not in answer.content.decode()
    assert "$210,000 to $272,000 a year" in answer.content.decode()


@pytest.mark.parametrize("name", ["2028", "2099", ""])
def test_no_draft_and_no_unknown_edition_can_be_taken(owner: Client, resume: Resume, first: Edition, name: str) -> None:
    clone(first, "2028")
    take(owner, resume, name)
    resume.refresh_from_db()
    assert resume.taken_edition is None


def test_corrections_stay(owner: Client, resume: Resume, first: Edition) -> None:
    owner.post(reverse("resumes:correct", args=[resume.pk]), {"years": "12"})
    published(first, "2027", seattle=180000)
    page = take(owner, resume, "2027")
    assert "You changed 1 thing." in page
    assert "Staff" in page


def test_an_edition_that_lacks_the_corrected_rung_is_not_offered(owner: Client, resume: Resume, first: Edition) -> None:
    owner.post(reverse("resumes:correct", args=[resume.pk]), {"rung": "vp"})
    draft = clone(first, "2027")
    Rung.objects.filter(edition=draft, slug="vp").delete()
    draft.refresh_from_db()
    publish(draft, note="No such rung.", by=None, now=timezone.now())
    page = shown(owner, resume)
    assert "it would give no answer" in page
    assert "Use edition 2027" not in page


def test_going_back_to_an_older_edition_is_told_once(owner: Client, resume: Resume, first: Edition) -> None:
    published(first, "2027", seattle=180000)
    take(owner, resume, "2027")
    first.refresh_from_db()
    publish(first, note="The new wages were wrong.", by=None, now=timezone.now())
    page = shown(owner, resume)
    assert "Edition 2026 has become the guide's current one since." in page
    assert "which answered first" not in page


def test_a_question_keeps_no_edition(owner: Client) -> None:
    resume = read_resume(owner, Facts())
    shown(owner, resume)
    resume.refresh_from_db()
    assert resume.edition is None


def test_a_figure_of_a_draft_moves_no_answer(owner: Client, resume: Resume, first: Edition) -> None:
    State.objects.filter(edition=clone(first, "2027")).update(mean=1)
    assert "$199,000 to $258,000 a year" in shown(owner, resume)


def test_the_other_answer_costs_two_queries_more(
    owner: Client, resume: Resume, first: Edition, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    shown(owner, resume)
    with django_assert_max_num_queries(7):
        shown(owner, resume)
    published(first, "2027", seattle=180000)
    shown(owner, resume)
    with django_assert_max_num_queries(9):
        shown(owner, resume)


def test_a_waiting_resume_takes_nothing(owner: Client, first: Edition) -> None:
    waiting = read_resume(owner, FACTS, state="queued", ended_at=None)
    assert owner.post(reverse("resumes:edition", args=[waiting.pk]), {"edition": "2026"}).status_code == 404
