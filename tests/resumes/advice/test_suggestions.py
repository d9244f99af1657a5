from decimal import Decimal
from typing import Any

import pytest

from resumes.advice.suggestions import Suggestion, suggestions
from resumes.advice.words import load
from resumes.extraction.facts import Facts, Skill
from resumes.reading.document import Document
from tests.resumes.advice.person import GUIDE, LLM_SKILL, STUDIES, at, document, estimated, facts, plain, remark


def told(found: Facts, of: Document | None = None, **corrections: Any) -> tuple[Suggestion, ...]:
    return suggestions(of or document(), found, estimated(found, **corrections), GUIDE)


def codes(found: Facts, of: Document | None = None, **corrections: Any) -> list[str]:
    return [one.code for one in told(found, of, **corrections)]


@pytest.mark.parametrize("code", ["claim_above_roles", "undated_role", "date_typo", "future_date"])
def test_what_years_hang_on_comes_first_with_its_line(code: str) -> None:
    first = told(facts(remarks=(remark(code, "2019 to now"),)))[0]
    assert (first.code, first.quote) == (code, "2019 to now")


def test_a_remark_on_something_else_is_no_suggestion() -> None:
    assert codes(facts(remarks=(remark("odd_paper", "2019"),))) == codes(facts())


def test_an_open_line_is_quoted_with_its_question() -> None:
    found = [one for one in told(facts()) if one.code == "no_outcome"]
    assert found[0].quote == "Deployed the scoring service on Kubernetes for 600 robots."
    assert found[0].step.endswith("?")


def test_a_paying_skill_that_stands_in_a_list_only_is_named() -> None:
    found = next(one for one in told(facts(skills=(LLM_SKILL,))) if one.code == "in_list_only")
    assert found.title == "vLLM stands in a list, but in no role"
    assert found.evidence == LLM_SKILL.evidence[0]


def test_a_paying_skill_in_a_role_is_left_alone() -> None:
    in_role = Skill("vLLM", "mlops", (*LLM_SKILL.evidence, at("scoring service")))
    assert "in_list_only" not in codes(facts(skills=(in_role,)))


def test_a_skill_that_the_guide_does_not_list_is_left_alone() -> None:
    assert "in_list_only" not in codes(facts(skills=(Skill("Python", "language", (at("Python"),)),)))


def test_models_without_production_are_told() -> None:
    document, found = plain("Compared twelve losses for segmentation of parcels")
    assert "no_production" in codes(found, document)


def test_production_without_models_is_told() -> None:
    document, found = plain("Deployed the billing service for all branches")
    assert "no_theory" in codes(found, document)


def test_both_sides_shown_need_no_word() -> None:
    assert {"no_theory", "no_production"}.isdisjoint(codes(facts()))


def test_neither_side_is_told_without_lines_of_work() -> None:
    assert codes(Facts()) == []


def test_studies_before_years_of_work_are_told() -> None:
    text = "M.S. Computer Science\nML Engineer"
    early = facts(text, at("ML Engineer", text), education=STUDIES)
    studied = Facts(roles=early.roles, education=type(STUDIES)("master", evidence=(at("M.S.", text),)))
    assert "education_first" in codes(studied, document(text))


def test_studies_after_work_are_left_alone() -> None:
    assert "education_first" not in codes(facts(education=STUDIES))


def test_studies_before_little_work_are_left_alone() -> None:
    text = "M.S. Computer Science\nML Engineer"
    early = facts(text, at("ML Engineer", text))
    studied = Facts(roles=early.roles, education=type(STUDIES)("master", evidence=(at("M.S.", text),)))
    assert "education_first" not in codes(studied, document(text), years=Decimal(1))


@pytest.mark.parametrize(("pages", "long"), [(3, False), (4, True)])
def test_more_than_three_pages_are_told(pages: int, long: bool) -> None:
    assert ("too_long" in codes(facts(), document(pages=pages))) is long


def test_there_are_six_at_most() -> None:
    remarks = tuple(remark(code, "2019") for code in ("claim_above_roles", "undated_role", "date_typo", "future_date"))
    assert len(told(facts(remarks=remarks, skills=(LLM_SKILL,)), document(pages=9))) == 6


def test_every_suggestion_names_a_step() -> None:
    assert all(one.title and one.seen and one.step for one in told(facts(skills=(LLM_SKILL,)), document(pages=9)))


def test_no_text_shouts_or_praises() -> None:
    texts = [text for written in load()["suggestions"].values() for text in written.values()]
    assert not any(word in text.lower() for text in texts for word in ("!", "great", "amazing", "unlock", "score"))


def test_a_template_invents_no_numbers() -> None:
    templates = [written.get("template", "") for written in load()["suggestions"].values()]
    assert not any(char.isdigit() for text in templates for char in text)


def test_every_paying_skill_of_the_list_stands_in_the_guide() -> None:
    assert set(load()["paying"]) <= {skill.slug for skill in GUIDE.skills}
