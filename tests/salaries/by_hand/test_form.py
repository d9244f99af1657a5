"""The form takes what the estimator uses, and says in words what it cannot use."""

from decimal import Decimal

import pytest

from salaries.by_hand.form import ByHandForm
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Place, Profile


def filled(guide: Guide, **values: str) -> ByHandForm:
    form = ByHandForm(guide, values)
    form.is_valid()
    return form


def test_everything_said_reaches_the_profile(guide: Guide) -> None:
    form = filled(
        guide,
        ml="5.9",
        adjacent="3",
        degree="phd",
        specialization="llm-genai",
        llm="on",
        employer="major-ai",
        rung="lead",
    )
    assert form.profile() == Profile(
        ml_years=Decimal("5.9"),
        adjacent_years=Decimal(3),
        rung="lead",
        specialization="llm-genai",
        llm_production=True,
        phd=True,
        employer="major-ai",
    )


def test_what_is_left_blank_is_the_generalist_without_a_place(guide: Guide) -> None:
    assert filled(guide, ml="2").profile() == Profile(ml_years=Decimal(2))


@pytest.mark.parametrize("values", [{"ml": "0"}, {"adjacent": "4"}, {"rung": "vp"}])
def test_years_or_a_leadership_role_are_enough(guide: Guide, values: dict[str, str]) -> None:
    assert filled(guide, **values).tells_enough


@pytest.mark.parametrize("values", [{}, {"place": "Seattle, WA"}, {"degree": "phd", "specialization": "nlp"}])
def test_without_years_there_is_not_enough(guide: Guide, values: dict[str, str]) -> None:
    form = filled(guide, **values)
    assert not form.errors
    assert not form.tells_enough


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ("six", "as a number"),
        ("NaN", "as a number"),
        ("1e9", "above 60"),
        ("6.555", "as a number"),
        ("-1", "below 0"),
        ("61", "above 60"),
        ("100000", "above 60"),
        ("\x00", "as a number"),
    ],
)
def test_odd_years_get_words(guide: Guide, years: str, words: str) -> None:
    assert words in filled(guide, ml=years).errors["ml"][0]


@pytest.mark.parametrize("name", ["degree", "specialization", "employer", "rung"])
def test_a_choice_that_is_not_on_the_list_gets_words(guide: Guide, name: str) -> None:
    assert filled(guide, **{name: "cook"}).errors[name] == ["Choose one from the list."]


def test_the_lists_hold_what_the_edition_holds(guide: Guide) -> None:
    offered = dict(ByHandForm(guide).fields["specialization"].choices)  # type: ignore[attr-defined]
    assert set(offered) == {"", *(one.slug for one in guide.specializations)} - {"generalist"}


def test_the_specialization_with_a_premium_is_marked(guide: Guide) -> None:
    marked = [line for line in str(ByHandForm(guide)["specialization"]).splitlines() if "data-premium" in line]
    assert len(marked) == 1
    assert 'value="llm-genai"' in marked[0]


def test_a_place_is_found(guide: Guide) -> None:
    form = filled(guide, ml="1", place=" portland,  me ")
    assert form.profile().place == Place("Portland", "ME", "US", "38860")
    assert form.taken_as == ""


def test_a_place_that_says_less_is_taken_aloud(guide: Guide) -> None:
    assert filled(guide, place="Austin").taken_as == "Austin, TX"


def test_a_name_of_several_places_is_asked(guide: Guide) -> None:
    form = filled(guide, place="Portland")
    assert form.errors["place"] == ["Several places fit Portland. Which is yours?"]
    assert [option.name for option in form.choice][:2] == ["Portland, OR", "Portland, ME"]
    assert form.choice[-1].kind == "abroad"


def test_a_name_of_no_place_offers_remote_and_abroad(guide: Guide) -> None:
    assert [option.kind for option in filled(guide, place="Wakanda").choice] == ["abroad", "remote"]


@pytest.mark.parametrize("place", ["x" * 300, "\x00", "<b>"])
def test_nonsense_for_a_place_gets_words(guide: Guide, place: str) -> None:
    assert filled(guide, place=place).errors["place"]
