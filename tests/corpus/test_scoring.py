"""The scorer: what counts as the same, and what a figure says."""

from datetime import date
from typing import Any

import pytest

from tests.corpus.score_texts import likeness, same_bound, same_role, skill_key
from tests.corpus.score_years import count, months_of, tier_of, true_years
from tests.corpus.scoring import Tally, figures_of, match_roles, score

AS_OF = date(2026, 11, 1)


def role(title: str, start: str | None, end: str | None, kind: str = "ml") -> dict[str, Any]:
    return {"title": title, "start": start, "end": end, "kind": kind}


def label(*roles: dict[str, Any], **facts: Any) -> dict[str, Any]:
    blank = {
        "id": "one",
        "roles": list(roles),
        "stated_years": None,
        "education": {"highest": "master", "in_progress": False},
        "location": {"city": "Austin", "region": "TX", "country": "US", "metro": "austin"},
        "current_title": "ML Engineer",
        "specialization": {"primary": "nlp", "acceptable": ["generalist"]},
        "skills": ["Python", "PyTorch"],
        "skills_also": ["Docker"],
    }
    return {**blank, **facts}


def answer(*roles: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """Return a prediction that agrees with `label` in all that is not given."""
    blank = {
        "roles": list(roles),
        "years": {**count(roles, AS_OF), "confidence": "high"},
        "tier": tier_of(count(roles, AS_OF)["relevant"]),
        "education": {"highest": "master", "in_progress": False, "confidence": "high"},
        "location": {"city": "Austin", "region": "TX", "country": "US", "metro": "austin", "confidence": "low"},
        "current_title": "Machine Learning Engineer",
        "specialization": {"primary": "generalist", "confidence": "high"},
        "skills": [{"name": "python"}, {"name": "torch"}, {"name": "Docker"}],
    }
    return {"facts": {**blank, **facts}}


ENGINEER = role("ML Engineer", "2020-01", "present")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ConvNets", "convnets"),
        ("Convolutional Neural Networks", "CNN"),
        ("Python 3.11", "python"),
    ],
)
def test_forms_of_one_skill_have_one_key(one: str, other: str) -> None:
    assert skill_key(one) == skill_key(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("S3", "S"), ("Java", "JavaScript"), ("EC2", "EC")])
def test_skills_that_look_alike_have_keys_of_their_own(one: str, other: str) -> None:
    assert skill_key(one) != skill_key(other)


def test_a_title_with_a_short_addition_is_the_same() -> None:
    assert likeness("Research Intern", "Research Internship, Search") == 1.0


def test_titles_without_a_common_word_are_not_alike() -> None:
    assert likeness("Data Scientist", "Barista") == 0.0


def test_a_bare_year_agrees_with_its_months_and_present_only_with_itself() -> None:
    assert same_bound("2020", "2020-04")
    assert not same_bound("2020-03", "2020-04")
    assert not same_bound("present", "2026-10")


def test_a_role_with_another_start_is_another_role() -> None:
    assert not same_role(ENGINEER, role("ML Engineer", "2021-01", "present"))


def test_a_given_role_matches_one_wanted_role_only() -> None:
    pairs, missed, extra = match_roles([ENGINEER, ENGINEER], [ENGINEER])
    assert (len(pairs), len(missed), len(extra)) == (1, 1, 0)


def test_a_single_bare_year_is_half_a_year() -> None:
    assert count([role("Engineer", "2015", "2015")], AS_OF)["total"] == 0.5


def test_overlapping_months_count_once() -> None:
    roles = [role("A", "2020-01", "2021-12"), role("B", "2021-01", "2022-12", "adjacent")]
    assert count(roles, AS_OF) == {"total": 3.0, "ml": 2.0, "adjacent": 1.0, "relevant": 2.5}


def test_adjacent_work_is_credited_up_to_the_allowance() -> None:
    assert count([role("Developer", "2010-01", "2025-12", "adjacent")], AS_OF)["relevant"] == 3.0


def test_months_in_the_future_do_not_count() -> None:
    assert months_of(role("A", "2027-01", "2027-12"), AS_OF) is None


def test_a_claim_stands_in_where_no_role_is_dated() -> None:
    undated = label(role("Engineer", None, None), stated_years={"years": 7, "of": "ml"})
    assert true_years(undated, AS_OF)["relevant"] == 7.0
    assert true_years({**undated, "roles": [ENGINEER]}, AS_OF)["relevant"] == 6.83


def test_facts_that_agree_are_right_in_every_figure() -> None:
    one = score(label(ENGINEER), answer(ENGINEER), AS_OF)
    assert {name for name, right in one.right.items() if not right} == {"specialization_strict"}
    assert one.skills == Tally(2, 2, 2)


def test_a_failure_is_wrong_in_every_figure() -> None:
    one = score(label(ENGINEER), {"facts": None, "error": {"code": "no_text"}}, AS_OF)
    assert one.failed
    assert not any(one.right.values())


def test_only_facts_marked_high_count_as_sure() -> None:
    one = score(label(ENGINEER), answer(ENGINEER), AS_OF)
    assert (one.rated, list(one.sure)) == (4, [True, True, True])


def test_the_balanced_tier_is_the_mean_of_the_tiers_recalls() -> None:
    junior = role("Junior", "2025-11", "present")
    scores = [score(label(r), answer(ENGINEER), AS_OF) for r in (ENGINEER, ENGINEER, ENGINEER, junior)]
    assert figures_of(scores)["tier"] == 0.75
    assert figures_of(scores)["tier_balanced"] == 0.5
