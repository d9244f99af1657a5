"""The page of a resume, by its state, with and without htmx."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from resumes import failures
from resumes.extraction.facts import Education, Facts, Remark
from resumes.models import Resume
from salaries.models import Edition
from tests.resumes.written import FACTS, ML, at, failed_resume, read_resume, role, waiting_resume

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def shown(client: Client, resume: Resume, **headers: str) -> str:
    answer = client.get(reverse("resumes:detail", args=[resume.pk]), headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


class TestWaiting:
    """While nobody has read it yet."""

    def test_the_page_says_what_is_done_and_how_long_it_takes(self, owner: Client) -> None:
        page = shown(owner, waiting_resume(owner))
        assert "Waiting for its turn" in page
        assert "about a second" in page

    def test_a_long_wait_is_not_said_to_be_short(self, owner: Client) -> None:
        page = shown(owner, waiting_resume(owner, created_at=timezone.now() - timedelta(seconds=20)))
        assert "about a second" not in page
        assert "longer than it should" in page

    def test_it_asks_again_by_htmx_and_without_javascript(self, owner: Client) -> None:
        resume = waiting_resume(owner)
        page = shown(owner, resume)
        assert f'hx-get="{reverse("resumes:detail", args=[resume.pk])}"' in page
        assert '<noscript><meta http-equiv="refresh"' in page

    def test_htmx_gets_the_changing_part_only(self, owner: Client) -> None:
        part = shown(owner, waiting_resume(owner), **HTMX)
        assert part.strip().startswith("<div")
        assert 'data-state="queued"' in part

    def test_the_guide_need_not_be_there(self, owner: Client) -> None:
        assert 'data-state="queued"' in shown(owner, waiting_resume(owner))


@pytest.mark.parametrize("code", sorted(failures.texts()))
def test_every_failure_says_what_happened_and_what_to_do(owner: Client, code: str) -> None:
    page = shown(owner, failed_resume(owner, code))
    words = failures.words(code)
    assert f'data-state="failed" data-code="{code}"' in page
    assert words.title in page
    assert words.advice.split(",")[0] in page
    assert 'type="file"' in page


class TestDone:
    """The estimate."""

    @pytest.fixture(autouse=True)
    def guide(self, edition: Edition) -> Edition:
        return edition

    def test_the_first_screen_says_who_what_and_about(self, owner: Client) -> None:
        page = shown(owner, read_resume(owner))
        assert "Senior ML engineer, computer vision, Seattle" in page
        assert "$199,000 to $258,000 a year, base" in page
        assert "about $219,000" in page

    def test_it_asks_the_database_few_times(self, owner: Client, django_assert_max_num_queries: Any) -> None:
        resume = read_resume(owner)
        shown(owner, resume)
        with django_assert_max_num_queries(6):
            shown(owner, resume)

    def test_each_reason_stands_with_the_words_of_the_resume(self, owner: Client) -> None:
        page = shown(owner, read_resume(owner))
        for words in ("7.33 relevant years", "senior (6 to 10)", "perception stack", "x 1.1729", "Seattle, WA", "p. 1"):
            assert words in page

    def test_the_steps_can_be_redone_and_cite_the_guide(self, owner: Client) -> None:
        page = shown(owner, read_resume(owner))
        assert "Rounded to the nearest $1,000" in page
        assert f'href="{reverse("salaries:part", args=["metros"])}#metro-seattle"' in page

    def test_what_was_not_counted_is_shown_as_such(self, owner: Client) -> None:
        assert "Not counted: an internship" in shown(owner, read_resume(owner))

    def test_a_certain_reading_is_told_as_a_statement(self, owner: Client) -> None:
        page = shown(owner, read_resume(owner))
        assert "is that right?" not in page
        assert "We are not certain" not in page

    def test_an_uncertain_reading_is_asked(self, owner: Client) -> None:
        facts = replace(FACTS, location=replace(FACTS.location, confidence="low"))  # type: ignore[type-var]
        page = shown(owner, read_resume(owner, facts))
        assert "We are not certain of the place" in page
        assert 'is that right? <a class="noprint" href="#id_where">' in page
        assert 'id="id_where"' in page

    def test_an_uncertain_role_is_asked_beside_its_dates(self, owner: Client) -> None:
        facts = replace(FACTS, roles=(replace(FACTS.roles[0], confidence="low"), *FACTS.roles[1:]))
        assert "Is that right?</span> <button" in shown(owner, read_resume(owner, facts))

    def test_markup_in_a_resume_is_shown_as_text(self, owner: Client) -> None:
        title = "<script>alert(1)</script>"
        text = f"Ana\n{title}\nSeattle, WA\n"
        hostile = replace(
            FACTS, roles=(replace(ML, title=title, evidence=()),), location=None, specialization=None, skills=()
        )
        hostile = replace(hostile, education=Education("none"), current_title=title)
        assert title not in shown(owner, read_resume(owner, hostile, text))

    def test_htmx_gets_the_answer_in_place_with_its_title(self, owner: Client) -> None:
        resume = read_resume(owner)
        answer = owner.get(reverse("resumes:detail", args=[resume.pk]), headers=HTMX)
        assert answer["HX-Retarget"] == "#main"
        assert "<title>Senior ML engineer" in answer.content.decode()
        assert "<html" not in answer.content.decode()

    def test_a_place_outside_the_us_is_said_to_be(self, owner: Client) -> None:
        abroad = replace(FACTS.location, city="Berlin", region=None, country="DE", metro=None, cbsa=None)  # type: ignore[type-var]
        page = shown(owner, read_resume(owner, replace(FACTS, location=abroad)))
        assert "US national range" in page
        assert "computer vision, Berlin" in page

    def test_a_title_that_claims_another_tier_is_offered_not_used(self, owner: Client) -> None:
        page = shown(owner, read_resume(owner, replace(FACTS, current_title="Staff Machine Learning Engineer")))
        assert "Use the staff tier" in page
        assert "Senior ML engineer" in page

    def test_a_title_that_agrees_offers_nothing(self, owner: Client) -> None:
        page = shown(owner, read_resume(owner, replace(FACTS, current_title="Senior Machine Learning Engineer")))
        assert "tier</button>" not in page

    def test_a_near_floor_shows_the_tier_beyond_it(self, owner: Client) -> None:
        facts = replace(FACTS, roles=(role("Machine Learning Engineer", "2021-03", "present"),))
        assert "Senior is close: it begins at 6 relevant years" in shown(owner, read_resume(owner, facts))

    def test_a_floor_just_passed_shows_the_tier_before_it(self, owner: Client) -> None:
        facts = replace(FACTS, roles=(role("Machine Learning Engineer", "2020-08", "present"),))
        assert "Mid is close: it ends at 6 relevant years" in shown(owner, read_resume(owner, facts))

    def test_a_remark_is_shown_with_its_quote(self, owner: Client) -> None:
        facts = replace(FACTS, remarks=(Remark("undated_role", at("Example Lab")),))
        page = shown(owner, read_resume(owner, facts))
        assert "has no date that we could read" in page
        assert "1 thing to check" in page


class TestQuestions:
    """No fact, no estimate."""

    @pytest.fixture(autouse=True)
    def guide(self, edition: Edition) -> Edition:
        return edition

    def test_without_work_and_study_it_asks_for_the_years(self, owner: Client) -> None:
        page = shown(owner, read_resume(owner, Facts()))
        assert 'data-question="no_history"' in page
        assert "a year, base" not in page

    def test_study_without_work_asks_for_the_years_and_shows_no_entry_level_number(self, owner: Client) -> None:
        page = shown(owner, read_resume(owner, Facts(education=Education("master", quantitative=True))))
        assert 'data-question="no_history"' in page
        assert "a year, base" not in page

    def test_no_years_are_an_answer(self, owner: Client) -> None:
        resume = read_resume(owner, Facts(education=Education("master", quantitative=True)))
        owner.post(reverse("resumes:correct", args=[resume.pk]), {"years": "0"})
        assert "Entry-level ML engineer" in shown(owner, resume)

    def test_work_without_dates_asks_for_the_years(self, owner: Client) -> None:
        undated = replace(FACTS.roles[0], start=None, end=None)
        page = shown(owner, read_resume(owner, Facts(roles=(undated,))))
        assert 'data-question="undated"' in page

    def test_a_question_shows_what_was_read_and_how_to_take_it_along(self, owner: Client) -> None:
        undated = replace(FACTS.roles[0], start=None, end=None)
        page = shown(owner, read_resume(owner, Facts(roles=(undated,))))
        assert "1 fact" in page
        assert "Download everything" in page
        assert "Make a share link" not in page

    def test_without_ml_work_it_says_what_the_guide_prices(self, owner: Client) -> None:
        gardener = role("Example Lab", "2015-03", "present", "other")
        page = shown(owner, read_resume(owner, Facts(roles=(gardener,))))
        assert 'data-question="not_ml"' in page

    def test_the_form_to_fill_by_hand_answers_both(self, owner: Client) -> None:
        resume = read_resume(owner, Facts())
        owner.post(reverse("resumes:correct", args=[resume.pk]), {"years": "4"})
        assert "Mid-level ML engineer" in shown(owner, resume)


def test_without_an_edition_the_page_says_whose_turn_it_is(owner: Client) -> None:
    answer = owner.get(reverse("resumes:detail", args=[read_resume(owner).pk]))
    assert answer.status_code == 503
    assert "It is our turn" in answer.content.decode()
