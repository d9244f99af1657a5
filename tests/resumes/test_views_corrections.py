"""What the visitor says counts at once, is marked as theirs, and can be taken back."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from resumes.corrections import ABROAD, UNKNOWN
from resumes.models import Resume
from resumes.profile import Corrections
from salaries.models import Edition
from tests.resumes.written import failed_resume, read_resume

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture
def resume(owner: Client, edition: Edition) -> Resume:
    return read_resume(owner)


def correct(client: Client, resume: Resume, **fields: str) -> Any:
    return client.post(reverse("resumes:correct", args=[resume.pk]), fields)


def undo(client: Client, resume: Resume, field: str) -> Any:
    return client.post(reverse("resumes:undo", args=[resume.pk]), {"field": field})


def kept(resume: Resume) -> Corrections:
    return Resume.objects.get(pk=resume.pk).corrections


def page(client: Client, resume: Resume) -> str:
    return client.get(reverse("resumes:detail", args=[resume.pk])).content.decode()


def test_corrected_years_give_a_new_estimate(owner: Client, resume: Resume) -> None:
    answer = correct(owner, resume, years="4")
    assert answer.status_code == 302
    assert "Mid-level ML engineer, computer vision, Seattle" in page(owner, resume)


@pytest.mark.parametrize(
    ("fields", "headline"),
    [
        ({"tier": "staff"}, "Staff ML engineer, computer vision, Seattle"),
        ({"specialization": "mlops"}, "Senior ML engineer, MLOps and ML platforms, Seattle"),
        ({"place": "Austin, TX"}, "Senior ML engineer, computer vision, Austin"),
        ({"where": "us", "place": "Colorado"}, "Senior ML engineer, computer vision, Colorado"),
        ({"where": "abroad"}, "Senior ML engineer, computer vision, outside the US"),
        ({"where": "unknown"}, "Senior ML engineer, computer vision<"),
        ({"rung": "director"}, "Director of ML, Seattle"),
    ],
)
def test_each_correction_shows_in_the_headline(
    owner: Client, resume: Resume, fields: dict[str, str], headline: str
) -> None:
    correct(owner, resume, **fields)
    assert f">{headline}" in page(owner, resume)


def test_the_form_says_what_was_read(owner: Client, resume: Resume) -> None:
    shown = page(owner, resume)
    for words in ("Counted: 7.33.", "As it was read: computer vision", "As it was read: Seattle, WA"):
        assert words in shown


def test_the_form_still_says_what_was_read_after_a_correction(owner: Client, resume: Resume) -> None:
    correct(owner, resume, specialization="mlops", years="4")
    shown = page(owner, resume)
    assert "Counted: 7.33." in shown
    assert "As it was read: computer vision" in shown


def test_a_form_with_errors_says_what_was_read(owner: Client, resume: Resume) -> None:
    assert "Counted: 7.33." in correct(owner, resume, place="Nowhereville").content.decode()


def test_the_total_at_the_visitors_kind_of_employer_leads(owner: Client, resume: Resume) -> None:
    assert "at a major AI company; elsewhere" in page(owner, resume)
    correct(owner, resume, employer="public-tech")
    assert "at your kind of employer" in page(owner, resume)


def test_a_degree_and_an_employer_count_too(owner: Client, resume: Resume) -> None:
    correct(owner, resume, degree="phd", employer="public-tech")
    shown = page(owner, resume)
    assert "Finished PhD" in shown
    assert "(your employer&#x27;s kind)" in shown or "(your employer's kind)" in shown


def test_a_range_that_the_guide_does_not_call_base_is_not_called_so(owner: Client, resume: Resume) -> None:
    correct(owner, resume, rung="director")
    shown = page(owner, resume)
    assert "a year, base" not in shown
    assert "does not say whether this role" in shown


def test_llm_work_in_a_paid_role_earns_the_premium(owner: Client, resume: Resume) -> None:
    correct(owner, resume, specialization="llm-genai")
    assert "With the premium it would be" in page(owner, resume)
    correct(owner, resume, llm_production="yes")
    assert "x 1.2500 to 1.4000" in page(owner, resume)


def test_a_field_that_is_not_sent_stays_as_it_is(owner: Client, resume: Resume) -> None:
    correct(owner, resume, years="4")
    correct(owner, resume, specialization="nlp")
    assert kept(resume).years == Decimal(4)


def test_a_field_that_is_sent_blank_is_taken_back(owner: Client, resume: Resume) -> None:
    correct(owner, resume, years="4", specialization="nlp")
    correct(owner, resume, years="")
    assert kept(resume) == Corrections(specialization="nlp")


def test_corrections_are_marked_as_the_visitors(owner: Client, resume: Resume) -> None:
    assert "yours</span>" not in page(owner, resume)
    correct(owner, resume, years="4")
    assert "yours</span>" in page(owner, resume)


def test_one_correction_is_undone_alone(owner: Client, resume: Resume) -> None:
    correct(owner, resume, years="4", specialization="nlp")
    undo(owner, resume, "years")
    assert kept(resume) == Corrections(specialization="nlp")


def test_all_corrections_are_undone_together(owner: Client, resume: Resume) -> None:
    before = page(owner, resume)
    correct(owner, resume, years="4", specialization="nlp", where="abroad")
    undo(owner, resume, "all")
    assert kept(resume) == Corrections()
    assert before.count("7.33 relevant years") == page(owner, resume).count("7.33 relevant years")


def test_an_unknown_correction_cannot_be_undone(owner: Client, resume: Resume) -> None:
    assert undo(owner, resume, "owner").status_code == 404


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"years": "many"}, "Write the years as a number"),
        ({"years": "-1"}, "Years cannot be below 0"),
        ({"years": "NaN"}, "Write the years as a number"),
        ({"years": "99"}, "Years above 60 are not taken"),
        ({"tier": "royal"}, "royal"),
        ({"place": "Wakanda"}, "No US city or state goes by that name"),
        ({"place": "New York"}, "Is that the city or the state?"),
        ({"where": "us", "place": ""}, "Name the city or state"),
    ],
)
def test_what_cannot_be_used_is_said_beside_the_field_and_changes_nothing(
    owner: Client, resume: Resume, fields: dict[str, str], words: str
) -> None:
    answer = correct(owner, resume, **fields)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert kept(resume) == Corrections()


def test_htmx_gets_the_new_estimate_in_place(owner: Client, resume: Resume) -> None:
    address = reverse("resumes:correct", args=[resume.pk])
    answer = owner.post(address, {"years": "4"}, headers=HTMX)
    assert answer.status_code == 200
    assert "Mid-level ML engineer" in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_the_form_shows_what_was_corrected(owner: Client, resume: Resume) -> None:
    correct(owner, resume, place="Portland, OR")
    assert 'value="Portland, OR"' in page(owner, resume)


def test_a_correction_can_be_sent_only_by_a_form(owner: Client, resume: Resume) -> None:
    assert owner.get(reverse("resumes:correct", args=[resume.pk])).status_code == 405


def test_a_failed_resume_cannot_be_corrected(owner: Client, edition: Edition) -> None:
    assert correct(owner, failed_resume(owner, "damaged"), years="4").status_code == 404


@pytest.mark.parametrize(("where", "place"), [("abroad", ABROAD), ("unknown", UNKNOWN)])
def test_being_abroad_and_not_saying_are_kept_apart(owner: Client, resume: Resume, where: str, place: object) -> None:
    correct(owner, resume, where=where)
    assert kept(resume).place == place


class TestDeleting:
    """Gone at once, for good."""

    def test_it_asks_before_it_deletes(self, owner: Client, resume: Resume) -> None:
        answer = owner.get(reverse("resumes:delete", args=[resume.pk]))
        assert b"Delete ana.pdf?" in answer.content
        assert Resume.objects.filter(pk=resume.pk).exists()

    def test_deleting_says_so_on_the_list(self, owner: Client, resume: Resume) -> None:
        answer = owner.post(reverse("resumes:delete", args=[resume.pk]), follow=True)
        assert "ana.pdf is gone" in answer.content.decode()
        assert not Resume.objects.exists()

    def test_a_deleted_resume_is_not_found_any_more(self, owner: Client, resume: Resume) -> None:
        owner.post(reverse("resumes:delete", args=[resume.pk]))
        assert owner.get(reverse("resumes:detail", args=[resume.pk])).status_code == 404
