"""A filled form can be shared as an address, and comes back the same."""

from django.http import QueryDict

from salaries.by_hand.address import address
from salaries.by_hand.form import ByHandForm
from salaries.estimation.guide import Guide


def filled(guide: Guide, query: str) -> ByHandForm:
    form = ByHandForm(guide, QueryDict(query))
    form.is_valid()
    return form


def test_an_address_gives_the_same_profile_again(guide: Guide) -> None:
    first = filled(guide, "ml=5.90&adjacent=3&degree=phd&specialization=nlp&place=nyc&employer=other&llm=on")
    again = filled(guide, address(first).partition("?")[2])
    assert again.profile() == first.profile()
    assert address(again) == address(first)


def test_what_says_nothing_is_left_out(guide: Guide) -> None:
    form = filled(guide, "ml=5.90&adjacent=&degree=&place=austin&llm=false&x=1")
    assert address(form) == "/guide/estimate/?ml=5.9&place=Austin%2C+TX"


def test_ten_years_keep_their_zero(guide: Guide) -> None:
    assert address(filled(guide, "ml=10")) == "/guide/estimate/?ml=10"


def test_what_could_not_be_used_is_kept_as_it_was_sent(guide: Guide) -> None:
    assert address(filled(guide, "ml=six&place=Portland")) == "/guide/estimate/?ml=six&place=Portland"


def test_nothing_said_is_the_bare_address(guide: Guide) -> None:
    assert address(filled(guide, "")) == "/guide/estimate/"


def test_a_change_is_laid_over_the_rest(guide: Guide) -> None:
    assert address(filled(guide, "ml=4&place=Portland"), place="Portland, ME").endswith("?ml=4&place=Portland%2C+ME")


def test_a_previewed_edition_stays_previewed(guide: Guide) -> None:
    assert address(filled(guide, "ml=4&edition=2027")) == "/guide/estimate/?ml=4&edition=2027"
