"""Corrections of roles and skills are laid over the facts; what was read stays as it is."""

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from resumes.extraction.facts import Evidence, Facts, Remark, Role, Skill
from resumes.extraction.years import count
from resumes.profile import profile_of, question_of
from resumes.said import Corrections, RoleCorrection, category, keyed, keys, said

ML = Role(
    "Staff ML Engineer",
    "Google",
    "2021-01",
    "present",
    "ml",
    "high",
    (Evidence(10, 20), Evidence(22, 30)),
    Evidence(31, 80),
)
SOFTWARE = Role("Developer", "Acme", "2018", "2020", "adjacent", "medium", (Evidence(90, 99), Evidence(100, 109)))
FACTS = Facts(
    roles=(ML, SOFTWARE),
    current_title="Staff ML Engineer",
    employer_kind="public-tech",
    skills=(Skill("PyTorch", "framework", ()), Skill("Go", "language", ())),
    llm_production=(Evidence(40, 43), Evidence(95, 98)),
    remarks=(Remark("date_typo", Evidence(102, 106)), Remark("claim_above_roles", Evidence(0, 5))),
)


def with_role(key: str, **fields: object) -> Facts:
    return said(FACTS, Corrections(roles=(RoleCorrection(key, **fields),)))  # type: ignore[arg-type]


def test_without_corrections_the_facts_are_as_they_were_read() -> None:
    assert said(FACTS, Corrections()) is FACTS


def test_a_key_is_where_the_first_evidence_starts() -> None:
    assert [key for key, _ in keys(FACTS)] == ["10", "90"]


def test_roles_that_start_at_the_same_place_have_keys_of_their_own() -> None:
    twice = Facts(roles=(ML, ML, replace(ML, evidence=())))
    assert [key for key, _ in keys(twice)] == ["10", "10-2", "none"]


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "other"), ("start", "2019-03"), ("end", "2021"), ("title", "Analyst"), ("employer", "Globex")],
)
def test_a_field_of_a_role_is_replaced_and_the_role_is_sure(field: str, value: str) -> None:
    role = with_role("90", **{field: value}).roles[1]
    assert getattr(role, field) == value
    assert role == replace(SOFTWARE, confidence="high", **{field: value})  # type: ignore[arg-type]


def test_an_empty_field_is_taken_away() -> None:
    role = with_role("90", start="", end="", employer="").roles[1]
    assert (role.start, role.end, role.employer, role.title) == (None, None, None, "Developer")


def test_a_removed_role_is_gone() -> None:
    assert with_role("10", removed=True).roles == (SOFTWARE,)


def test_an_added_role_follows_those_that_were_read() -> None:
    facts = with_role("new-1", kind="ml", start="2015", end="2017", title="Researcher")
    assert facts.roles[2] == Role("Researcher", None, "2015", "2017", "ml", "high", ())


def test_a_correction_of_a_role_that_was_not_read_changes_nothing() -> None:
    assert with_role("777", kind="other") == FACTS


def test_keyed_roles_are_the_facts_roles() -> None:
    corrections = Corrections(roles=(RoleCorrection("10", removed=True), RoleCorrection("new-1", kind="ml")))
    found = list(keyed(FACTS, corrections))
    assert [key for key, _ in found] == ["90", "new-1"]
    assert tuple(role for _, role in found) == said(FACTS, corrections).roles


def test_the_current_title_and_employer_follow_the_roles() -> None:
    facts = with_role("10", title="VP of AI", employer="Acme Unknown")
    assert (facts.current_title, facts.rung, facts.employer_kind) == ("VP of AI", "vp", None)


def test_the_employers_kind_stays_while_the_employer_does() -> None:
    assert with_role("10", start="2020").employer_kind == "public-tech"


def test_llm_work_of_a_removed_role_is_no_production_work() -> None:
    assert with_role("10", removed=True).llm_production == (Evidence(95, 98),)
    assert with_role("90", kind="internship").llm_production == (Evidence(40, 43),)
    assert with_role("10", kind="adjacent").llm_production == FACTS.llm_production


def test_a_corrected_date_settles_the_remark_about_it_alone() -> None:
    assert with_role("90", start="2019").remarks == (Remark("claim_above_roles", Evidence(0, 5)),)
    assert with_role("10", start="2019").remarks == FACTS.remarks
    assert with_role("90", kind="ml").remarks == FACTS.remarks


def test_skills_are_removed_and_added_once() -> None:
    facts = said(FACTS, Corrections(skills_added=("JAX", "Go", "Abacus Tuning"), skills_removed=("PyTorch",)))
    assert [(skill.name, skill.category) for skill in facts.skills] == [
        ("Go", "language"),
        ("JAX", "framework"),
        ("Abacus Tuning", "unlisted"),
    ]


def test_a_skill_that_no_list_names_has_no_category_of_ours() -> None:
    assert (category("PyTorch"), category("Basket weaving")) == ("framework", "unlisted")


def test_the_profile_counts_corrected_roles() -> None:
    day = date(2026, 11, 1)
    corrections = Corrections(roles=(RoleCorrection("90", kind="ml"),))
    assert profile_of(FACTS, corrections, day).ml_years == count(said(FACTS, corrections).roles, None, day).ml


def test_a_role_that_the_visitor_adds_answers_the_question() -> None:
    added = Corrections(roles=(RoleCorrection("new-1", kind="ml", start="2020", end="present"),))
    assert question_of(Facts(), Corrections()) == "no_history"
    assert question_of(Facts(), added) is None


def test_corrections_of_before_roles_and_skills_still_decode() -> None:
    stored = b'{"years":"4","tier":null,"rung":null,"specialization":"nlp","llm_production":null,"place":null}'
    assert msgspec.json.decode(stored, type=Corrections).roles == ()


def test_corrections_survive_their_column() -> None:
    corrections = Corrections(roles=(RoleCorrection("10", kind="other"),), skills_added=("JAX",))
    assert msgspec.json.decode(msgspec.json.encode(corrections), type=Corrections) == corrections
