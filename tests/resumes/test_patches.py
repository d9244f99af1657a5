"""Corrections from plain data go by the rules of the forms."""

from decimal import Decimal

import pytest

from resumes.corrections import ABROAD
from resumes.patches import patched
from resumes.refusals import EndBeforeStart, NotACorrection, NotUsable, Refused, UnknownRole
from resumes.said import Corrections, RoleCorrection
from tests.resumes.written import AS_OF, FACTS, TEXT

KEY = str(TEXT.index("Software Engineer"))


def after(patch: dict[str, object], before: Corrections = Corrections()) -> Corrections:  # noqa: B008
    return patched(FACTS, before, patch, AS_OF)


def test_facts_roles_and_skills_come_together() -> None:
    patch = {
        "years": "6.5",
        "llm_production": True,
        "where": "abroad",
        "roles": [{"key": KEY, "kind": "ml"}, {"kind": "ml", "start": "Mar 2015", "end": "2016"}],
        "skills": {"add": ["jax"], "remove": ["Go"]},
    }
    assert after(patch) == Corrections(
        years=Decimal("6.5"),
        llm_production=True,
        place=ABROAD,
        roles=(RoleCorrection(KEY, kind="ml"), RoleCorrection("new-1", kind="ml", start="2015-03", end="2016")),
        skills_added=("JAX",),
        skills_removed=("Go",),
    )


def test_none_takes_a_correction_back() -> None:
    assert after({"years": None}, Corrections(years=Decimal(4), tier="mid")) == Corrections(tier="mid")


def test_a_role_is_left_out_and_taken_as_it_was_read() -> None:
    removed = after({"roles": [{"key": KEY, "removed": True}]})
    assert removed.roles == (RoleCorrection(KEY, removed=True),)
    assert after({"roles": [{"key": KEY, "undo": True}]}, removed) == Corrections()


def test_a_numeric_amount_of_years_is_taken_too() -> None:
    assert after({"years": 4}).years == Decimal(4)


@pytest.mark.parametrize(
    ("patch", "error", "field"),
    [
        ({"owner": "me"}, NotACorrection, "owner"),
        ({"roles": {}}, NotACorrection, "roles"),
        ({"roles": [{"key": 7}]}, NotACorrection, "roles.key"),
        ({"roles": [{"salary": 1}]}, NotACorrection, "roles.salary"),
        ({"skills": {"add": "JAX"}}, NotACorrection, "skills.add"),
        ({"skills": {"add": [1]}}, NotACorrection, "skills.add"),
        ({"years": "many"}, NotUsable, "years"),
        ({"place": "Wakanda"}, NotUsable, "place"),
        ({"roles": [{"key": "7", "kind": "ml"}]}, UnknownRole, "role"),
        ({"roles": [{"key": KEY, "start": "2021", "end": "2019"}]}, EndBeforeStart, "end"),
    ],
)
def test_what_cannot_be_used_is_refused(patch: dict[str, object], error: type[Refused], field: str) -> None:
    with pytest.raises(error) as refused:
        after(patch)
    assert refused.value.field == field
