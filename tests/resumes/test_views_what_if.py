"""What if: a changed person's estimate beside one's own, which stays as it is until the visitor says otherwise."""

import re
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from resumes.extraction.facts import Facts
from resumes.models import Resume
from resumes.profile import Corrections
from salaries.models import Edition
from salaries.places.options import ABROAD, REMOTE
from tests.resumes.written import read_resume

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
HIDDEN = re.compile(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)">')


@pytest.fixture
def resume(owner: Client, edition: Edition) -> Resume:
    return read_resume(owner)


def ask(client: Client, resume: Resume, htmx: bool = False, **query: str) -> Any:
    headers = HTMX if htmx else None
    return client.get(reverse("resumes:what_if", args=[resume.pk]), query, headers=headers)


def text(client: Client, resume: Resume, **query: str) -> str:
    return ask(client, resume, **query).content.decode()


def test_nothing_asked_shows_the_form_alone(owner: Client, resume: Resume) -> None:
    page = text(owner, resume)
    assert "As it is: computer vision" in page
    assert 'id="result"' not in page


def test_a_change_is_told_beside_ones_own(owner: Client, resume: Resume) -> None:
    page = text(owner, resume, place="San Jose, CA")
    assert "Compared with yours: +$10,000 (+5 %)" in page
    assert "Senior ML engineer, computer vision, San Jose, CA" in page


@pytest.mark.parametrize(
    ("query", "name", "other", "alone"),
    [
        ({"place": "Austin, TX"}, "Place", "Austin, TX", "$21,000 less (-10 %)"),
        ({"specialization": "mlops"}, "Specialization", "MLOps and ML platforms", "$17,000 less (-8 %)"),
        ({"specialization": "llm-genai", "llm": "on"}, "Specialization", "in production", "+$71,000 (+32 %)"),
        ({"years": "11"}, "Years", "11.00 relevant years", "+$48,000 (+22 %)"),
        ({"degree": "phd"}, "Degree", "A PhD", "the base stays"),
        ({"employer": "major-ai"}, "Kind of employer", "A major AI company", "the base stays"),
        ({"rung": "director"}, "Leadership role", "Director of ML", "+"),
    ],
)
def test_each_thing_that_changes_is_named_with_what_it_does_alone(
    owner: Client, resume: Resume, query: dict[str, str], name: str, other: str, alone: str
) -> None:
    page = text(owner, resume, **query)
    assert f'<th scope="row">{name}</th>' in page
    row = page.partition(f'<th scope="row">{name}</th>')[2].partition("</tr>")[0]
    assert other in row
    assert alone in row


def test_what_is_already_so_is_no_change(owner: Client, resume: Resume) -> None:
    page = text(owner, resume, specialization="computer-vision", degree="master")
    assert 'id="result"' not in page


def test_a_kind_of_employer_leaves_the_base_and_tells_the_total(owner: Client, resume: Resume) -> None:
    page = text(owner, resume, employer="public-tech")
    assert "The base is the same as yours. In all: $300,000 to $500,000 a year" in page


def test_two_changes_are_told_apart_and_together(owner: Client, resume: Resume) -> None:
    page = text(owner, resume, place="Austin, TX", years="11")
    changes = page.partition("what each does alone")[2].partition("</table>")[0]
    assert changes.count("As it is") == 2
    assert f"{reverse('resumes:what_if', args=[resume.pk])}?years=11" in changes


def test_the_answer_changes_nothing_that_is_kept(owner: Client, resume: Resume) -> None:
    ask(owner, resume, years="11")
    assert not Resume.objects.get(pk=resume.pk).corrections.any


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ({"years": "11"}, {"years": Decimal(11)}),
        ({"specialization": "llm-genai", "llm": "on"}, {"specialization": "llm-genai", "llm_production": True}),
        ({"degree": "phd", "employer": "other"}, {"degree": "phd", "employer": "other"}),
        ({"rung": "lead"}, {"rung": "lead"}),
    ],
)
def test_it_is_really_me_turns_it_into_corrections(
    owner: Client, resume: Resume, query: dict[str, str], kept: dict[str, Any]
) -> None:
    fields = dict(HIDDEN.findall(text(owner, resume, **query)))
    owner.post(reverse("resumes:correct", args=[resume.pk]), fields)
    assert Resume.objects.get(pk=resume.pk).corrections == Corrections(**kept)


@pytest.mark.parametrize("place", ["Austin, TX", "Texas (state)", REMOTE.name, ABROAD.name])
def test_a_place_that_is_really_ones_own_gives_the_same_estimate(owner: Client, resume: Resume, place: str) -> None:
    page = text(owner, resume, place=place)
    told = page.partition('<span class="range">')[2].partition("</span>")[0]
    owner.post(reverse("resumes:correct", args=[resume.pk]), dict(HIDDEN.findall(page)))
    after = owner.get(reverse("resumes:detail", args=[resume.pk])).content.decode()
    assert f'<span class="range">{told}</span>' in after


def test_a_leader_can_ask_for_an_engineers_role(owner: Client, edition: Edition) -> None:
    resume = read_resume(owner, corrections=Corrections(rung="director"))
    page = text(owner, resume, rung="none")
    assert "Senior ML engineer, computer vision, Seattle" in page
    owner.post(reverse("resumes:correct", args=[resume.pk]), dict(HIDDEN.findall(page)))
    assert not Resume.objects.get(pk=resume.pk).corrections.any


def test_odd_values_get_words_and_no_answer(owner: Client, resume: Resume) -> None:
    page = text(owner, resume, years="many", place="Wakanda")
    assert "2 fields need another look" in page
    assert 'id="result"' not in page


def test_a_place_that_several_fit_is_asked_for(owner: Client, resume: Resume) -> None:
    assert "place=Portland%2C+ME" in text(owner, resume, place="Portland")


def test_htmx_gets_the_answer_alone_and_the_address_to_keep(owner: Client, resume: Resume) -> None:
    answer = ask(owner, resume, htmx=True, years="11", place="")
    assert b"<html" not in answer.content
    assert answer["HX-Push-Url"] == f"{reverse('resumes:what_if', args=[resume.pk])}?years=11"


def test_without_an_estimate_it_leads_to_the_question(owner: Client, edition: Edition) -> None:
    resume = read_resume(owner, facts=Facts())
    assert ask(owner, resume)["Location"] == reverse("resumes:detail", args=[resume.pk])


def test_it_asks_the_database_few_times(owner: Client, resume: Resume, django_assert_max_num_queries: Any) -> None:
    ask(owner, resume)  # freezes the edition
    with django_assert_max_num_queries(8):
        ask(owner, resume, years="11", place="Austin, TX", specialization="mlops")
