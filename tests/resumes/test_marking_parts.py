"""What corrections of roles and skills say was read wrong: never a title, an employer or a skill of one's own words."""

from datetime import date

import pytest

from resumes.extraction.facts import Evidence, Facts, Role, Skill
from resumes.marking_parts import of_roles, of_skills
from resumes.marks import Marked
from resumes.said import Corrections, RoleCorrection

AS_OF = date(2026, 1, 15)
ROLE = Role("Engineer", "Acme", "2020-01", "2023-12", "adjacent", "medium", (Evidence(7, 15),))
UNDATED = Role(None, None, None, None, "ml", "low", (Evidence(40, 44),))
FACTS = Facts(roles=(ROLE, UNDATED), skills=(Skill("PyTorch", "framework", ()), Skill("HouseTool", "tool", ())))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (RoleCorrection("7", kind="ml"), Marked("role_kind", "adjacent", "ml", "medium")),
        (RoleCorrection("7", removed=True), Marked("role_removed", "adjacent", "removed", "medium")),
        (RoleCorrection("new-1", kind="ml", title="Lead", start="2024"), Marked("role_added", "none", "ml")),
        (RoleCorrection("7", start="2020-07"), Marked("role_dates", "dated", "half", "medium")),
        (RoleCorrection("7", start="2018-01"), Marked("role_dates", "dated", "more", "medium")),
        (RoleCorrection("7", end="present"), Marked("role_dates", "dated", "more", "medium")),
        (RoleCorrection("7", start="", end=""), Marked("role_dates", "dated", "removed", "medium")),
        (RoleCorrection("40", start="2019", end="2020"), Marked("role_dates", "none", "given", "low")),
        (RoleCorrection("7", title="Head of Secrets"), Marked("role_title", "read", "changed", "medium")),
        (RoleCorrection("40", employer="Secret Inc"), Marked("role_employer", "none", "changed", "low")),
        (RoleCorrection("7", employer=""), Marked("role_employer", "read", "removed", "medium")),
    ],
)
def test_a_correction_of_a_role_becomes_two_categories(said: RoleCorrection, found: Marked) -> None:
    assert list(of_roles(FACTS, Corrections(roles=(said,)), AS_OF)) == [found]


@pytest.mark.parametrize(
    "said",
    [
        RoleCorrection("7"),
        RoleCorrection("7", kind="adjacent", start="2020-01", title="Engineer"),
        RoleCorrection("40", title=""),
        RoleCorrection("999", removed=True),
    ],
)
def test_what_changes_nothing_is_no_mark(said: RoleCorrection) -> None:
    assert list(of_roles(FACTS, Corrections(roles=(said,)), AS_OF)) == []


def test_skills_of_the_lexicon_are_named_and_no_others() -> None:
    said = Corrections(skills_added=("TensorFlow", "My own secret"), skills_removed=("PyTorch", "HouseTool"))
    assert [(one.kind, one.was, one.became) for one in of_skills(FACTS, said)] == [
        ("skill_added", "none", "TensorFlow"),
        ("skill_added", "none", "unlisted"),
        ("skill_removed", "PyTorch", "removed"),
        ("skill_removed", "unlisted", "removed"),
    ]


def test_a_skill_that_was_read_anyway_is_no_mark() -> None:
    assert list(of_skills(FACTS, Corrections(skills_added=("PyTorch",), skills_removed=("Rust",)))) == []
