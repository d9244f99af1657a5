from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from resumes.extraction.facts import Education, Evidence, Facts, Location, Role, Skill, StatedYears
from resumes.extraction.lexicons import load
from resumes.profile import ML_CATEGORIES, Corrections, profile_of, question_of
from salaries.contents.files import GUIDES, read
from salaries.contents.freezing import guide_of
from salaries.estimation.profile import Place
from salaries.estimation.total import MAJOR_AI, PUBLIC_TECH

AS_OF = date(2026, 11, 1)
HERE = (Evidence(0, 1),)
ENGINEER = Role("ML Engineer", "Acme", "2020-11", "present", "ml", "high", HERE)
CLERK = replace(ENGINEER, title="Clerk", kind="other")
UNDATED = replace(ENGINEER, start=None, end=None)
DOCTOR = Education("phd", quantitative=True)
WORKED = Facts(roles=(ENGINEER,))


def test_years_come_from_the_roles() -> None:
    assert profile_of(WORKED, Corrections(), AS_OF).ml_years == Decimal("6.00")


def test_the_visitors_years_stand_beside_the_counted_ones() -> None:
    profile = profile_of(WORKED, Corrections(years=Decimal(4)), AS_OF)
    assert (profile.ml_years, profile.relevant_years) == (Decimal("6.00"), Decimal(4))


def test_a_finished_quantitative_doctorate_counts() -> None:
    assert profile_of(Facts(education=DOCTOR), Corrections(), AS_OF).phd


@pytest.mark.parametrize("education", [replace(DOCTOR, in_progress=True), replace(DOCTOR, quantitative=False)])
def test_an_unfinished_or_other_doctorate_does_not(education: Education) -> None:
    assert not profile_of(Facts(education=education), Corrections(), AS_OF).phd


def test_the_visitors_degree_goes_before_the_one_read() -> None:
    assert not profile_of(Facts(education=DOCTOR), Corrections(degree="master"), AS_OF).phd


def test_the_visitors_place_goes_before_the_one_read() -> None:
    boston = Location("Boston", "MA", "US", cbsa="14460")
    austin = Location("Austin", "TX", "US", cbsa="12420")
    profile = profile_of(Facts(location=boston), Corrections(place=austin), AS_OF)
    assert profile.place == Place("Austin", "TX", "US", "12420")


def test_a_rung_that_was_read_is_never_used_unasked() -> None:
    assert profile_of(Facts(rung="director"), Corrections(), AS_OF).rung is None


def test_neither_work_nor_study_is_a_question() -> None:
    assert question_of(Facts(), Corrections()) == "no_history"


def test_study_alone_is_a_question_too() -> None:
    assert question_of(Facts(education=DOCTOR), Corrections()) == "no_history"


def test_work_without_any_date_is_a_question() -> None:
    assert question_of(Facts(roles=(UNDATED,)), Corrections()) == "undated"


def test_one_dated_role_or_claimed_years_are_enough() -> None:
    dated = replace(UNDATED, start="2019", end="2021")
    claim = StatedYears(Decimal(8), "ml", Evidence(0, 1))
    assert question_of(Facts(roles=(UNDATED, dated)), Corrections()) is None
    assert question_of(Facts(roles=(UNDATED,), stated_years=claim), Corrections()) is None


def test_an_internship_is_history() -> None:
    intern = replace(UNDATED, kind="internship")
    assert question_of(Facts(roles=(intern,), skills=(Skill("PyTorch", "framework", HERE),)), Corrections()) is None


def test_work_without_ml_is_a_question() -> None:
    assert question_of(Facts(roles=(CLERK,)), Corrections()) == "not_ml"


@pytest.mark.parametrize("category", sorted(ML_CATEGORIES))
def test_an_ml_skill_makes_it_answerable(category: str) -> None:
    facts = Facts(roles=(CLERK,), skills=(Skill("PyTorch", category, HERE),))
    assert question_of(facts, Corrections()) is None


def test_a_skill_of_another_kind_does_not() -> None:
    facts = Facts(roles=(CLERK,), skills=(Skill("Excel", "tool", HERE),))
    assert question_of(facts, Corrections()) == "not_ml"


@pytest.mark.parametrize("said", [Corrections(years=Decimal(3)), Corrections(tier="mid"), Corrections(rung="vp")])
def test_years_or_a_tier_from_the_visitor_settle_every_question(said: Corrections) -> None:
    assert question_of(Facts(), said) is None


def test_titles_name_rungs_that_the_guide_holds() -> None:
    held = {rung.slug for rung in guide_of(read(GUIDES / "2026.yaml")).ladder}
    assert set(load("titles")["rungs"]) == held


def test_the_employer_list_names_the_guides_scenarios() -> None:
    assert set(load("employers")) - {"endings"} == {MAJOR_AI, PUBLIC_TECH}
