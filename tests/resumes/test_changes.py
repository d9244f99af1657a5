"""One correction more is checked, and what only says what was read is none."""

from dataclasses import replace
from datetime import date

import pytest

from resumes.changes import (
    MOST_ROLES,
    add_role,
    add_skill,
    checked,
    correct_role,
    names,
    remove_role,
    remove_skill,
    undo_role,
    undo_skill,
)
from resumes.extraction.facts import Evidence, Facts, Role, Skill
from resumes.refusals import (
    EndBeforeStart,
    InTheFuture,
    NoName,
    NoStart,
    NotADate,
    Refused,
    SkillThere,
    TooLong,
    TooLongAgo,
    TooManyRoles,
    UnknownKind,
    UnknownRole,
    UnknownSkill,
)
from resumes.said import Corrections, RoleCorrection, said

TODAY = date(2026, 11, 1)
ROLE = Role("Developer", "Acme", "2018", "2020-03", "adjacent", "high", (Evidence(90, 99),))
FACTS = Facts(roles=(ROLE,), skills=(Skill("PyTorch", "framework", ()),))
NONE = Corrections()
NEW_ROLE = {"kind": "ml", "start": "Mar 2015", "end": "2016", "title": "Researcher"}


def correct(before: Corrections = NONE, key: str = "90", **fields: str) -> Corrections:
    return correct_role(FACTS, before, key, fields, TODAY)


def saying(fields: dict[str, str]) -> Corrections:
    return correct_role(FACTS, NONE, "90", fields, TODAY)


def with_new(before: Corrections = NONE, **fields: str) -> Corrections:
    return add_role(before, NEW_ROLE | fields, TODAY)


def test_what_is_said_of_a_role_is_kept_as_a_role_writes_it() -> None:
    assert correct(kind="ml", start="March 2019", end="now").roles == (
        RoleCorrection("90", kind="ml", start="2019-03", end="present"),
    )


def test_what_was_read_said_again_is_no_correction() -> None:
    assert correct(kind="adjacent", start="2018", end="3/2020", title="Developer", employer=" Acme ") == NONE


def test_an_uncertain_role_is_confirmed_by_saying_it_again() -> None:
    unsure = Facts(roles=(replace(ROLE, confidence="low"),))
    confirmed = correct_role(unsure, NONE, "90", {"kind": "adjacent"}, TODAY)
    assert confirmed.roles == (RoleCorrection("90", kind="adjacent"),)
    assert said(unsure, confirmed).roles[0].confidence == "high"


def test_a_field_left_out_stays_as_it_was_corrected() -> None:
    assert correct(correct(kind="ml"), title="Analyst").roles == (RoleCorrection("90", kind="ml", title="Analyst"),)


def test_saying_what_was_read_takes_a_correction_back() -> None:
    assert correct(correct(kind="ml"), kind="adjacent") == NONE


def test_correcting_a_removed_role_brings_it_back() -> None:
    removed = remove_role(FACTS, NONE, "90")
    assert said(FACTS, removed).roles == ()
    assert correct(removed, kind="ml").roles == (RoleCorrection("90", kind="ml"),)


def test_dates_that_were_read_are_taken_as_they_are() -> None:
    odd = Facts(roles=(replace(ROLE, start="2020-05", end="2020-01"),))
    assert correct_role(odd, NONE, "90", {"kind": "ml", "start": "2020-05", "end": "2020-01"}, TODAY).any


def test_blank_dates_take_them_away() -> None:
    role = said(FACTS, correct(start="", end="")).roles[0]
    assert (role.start, role.end) == (None, None)


@pytest.mark.parametrize(
    ("fields", "error", "field"),
    [
        ({"start": "2021"}, EndBeforeStart, "end"),
        ({"start": "2020-04"}, EndBeforeStart, "end"),
        ({"start": "Dec 2020", "end": "2020"}, EndBeforeStart, "end"),
        ({"end": "2027"}, InTheFuture, "end"),
        ({"end": "Dec 2026"}, InTheFuture, "end"),
        ({"start": "1950"}, TooLongAgo, "start"),
        ({"start": ""}, NoStart, "start"),
        ({"start": "present"}, NotADate, "start"),
        ({"start": "13/2019"}, NotADate, "start"),
        ({"end": "whenever"}, NotADate, "end"),
        ({"kind": "royal"}, UnknownKind, "kind"),
        ({"title": "x" * 121}, TooLong, "title"),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_field(fields: dict[str, str], error: type[Refused], field: str) -> None:
    with pytest.raises(error) as refused:
        saying(fields)
    assert refused.value.field == field
    assert str(refused.value)


@pytest.mark.parametrize("fields", [{"start": "2020", "end": "2020"}, {"start": "Mar 2020"}, {"end": "Nov 2026"}])
def test_dates_at_the_edge_are_taken(fields: dict[str, str]) -> None:
    assert saying(fields).any


def test_characters_that_show_nothing_are_left_out() -> None:
    assert correct(title="Data\u0000\u200b  Scientist\n").roles[0].title == "Data Scientist"


def test_a_role_that_nobody_read_is_refused() -> None:
    for key in ("7", "new-4"):
        with pytest.raises(UnknownRole):
            correct(key=key)
        with pytest.raises(UnknownRole):
            remove_role(FACTS, NONE, key)


def test_added_roles_have_numbers_of_their_own() -> None:
    two = with_new(with_new())
    assert [one.key for one in two.roles] == ["new-1", "new-2"]
    assert [one.key for one in with_new(remove_role(FACTS, two, "new-1")).roles] == ["new-2", "new-3"]


@pytest.mark.parametrize(("fields", "error"), [({"kind": ""}, UnknownKind), ({"start": ""}, NoStart)])
def test_an_added_role_needs_a_kind_and_a_start(fields: dict[str, str], error: type[Refused]) -> None:
    with pytest.raises(error):
        add_role(NONE, NEW_ROLE | fields, TODAY)


def test_an_added_role_can_be_changed() -> None:
    assert correct(with_new(), "new-1", kind="other").roles[0].kind == "other"


def test_no_more_than_forty_roles_are_added() -> None:
    many = NONE
    for _ in range(MOST_ROLES):
        many = with_new(many)
    with pytest.raises(TooManyRoles):
        with_new(many)


def test_undoing_leaves_the_others() -> None:
    assert undo_role(with_new(correct(kind="ml")), "90") == with_new()


@pytest.mark.parametrize(
    ("text", "name"), [("scikit learn", "scikit-learn"), ("pytorch lightning", "PyTorch Lightning")]
)
def test_a_known_skill_goes_by_its_usual_name(text: str, name: str) -> None:
    assert add_skill(FACTS, NONE, text).skills_added == (name,)


def test_an_unknown_skill_is_kept_as_it_was_typed() -> None:
    assert add_skill(FACTS, NONE, " Basket  weaving ").skills_added == ("Basket weaving",)


@pytest.mark.parametrize(("text", "error"), [("pytorch", SkillThere), (" ", NoName), ("x" * 61, TooLong)])
def test_a_skill_that_cannot_be_added(text: str, error: type[Refused]) -> None:
    with pytest.raises(error):
        add_skill(FACTS, NONE, text)


def test_a_removed_skill_comes_back_by_adding_or_undoing_it() -> None:
    removed = remove_skill(FACTS, NONE, "PyTorch")
    assert removed.skills_removed == ("PyTorch",)
    assert add_skill(FACTS, removed, "pytorch") == undo_skill(removed, "PyTorch") == NONE


def test_an_added_skill_that_is_removed_leaves_nothing() -> None:
    assert remove_skill(FACTS, add_skill(FACTS, NONE, "JAX"), "JAX") == NONE


def test_only_skills_of_the_resume_can_be_removed() -> None:
    with pytest.raises(UnknownSkill):
        remove_skill(FACTS, NONE, "COBOL")


def test_corrections_that_come_as_a_whole_are_checked_one_by_one() -> None:
    whole = remove_skill(
        FACTS, add_skill(FACTS, with_new(correct(Corrections(tier="mid"), kind="ml")), "JAX"), "PyTorch"
    )
    assert checked(FACTS, whole, TODAY) == whole
    with pytest.raises(TooLongAgo):
        checked(FACTS, Corrections(roles=(RoleCorrection("90", start="1901"),)), TODAY)


def test_names_that_begin_so_come_first() -> None:
    offered = tuple(names("pyto"))
    assert offered[0] == "PyTorch"
    assert tuple(names(" ")) == ()
