"""The estimate by hand: the estimator's own answer, whole without JavaScript, in place with it, and never stored."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from salaries.estimation.estimate import Estimate
from salaries.estimation.profile import Place, Profile
from salaries.models import Edition

pytestmark = pytest.mark.django_db

ADDRESS = "/guide/estimate/"
HTMX = {"HX-Request": "true"}


def text_of(client: Client, query: str, **headers: str) -> str:
    answer = client.get(f"{ADDRESS}?{query}", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


SEATTLE, TEXAS = Place("Seattle", "WA", "US", "42660"), Place(region="TX", country="US")
VISION = Profile(Decimal("5.9"), Decimal(3), specialization="computer-vision", place=SEATTLE)
LLM = Profile(Decimal(12), specialization="llm-genai", llm_production=True, place=TEXAS)


@pytest.mark.parametrize(
    ("query", "profile"),
    [
        ("ml=5.9&adjacent=3&specialization=computer-vision&place=Seattle", VISION),
        ("ml=12&specialization=llm-genai&llm=on&place=Texas", LLM),
        ("adjacent=2&degree=phd", Profile(adjacent_years=Decimal(2), phd=True)),
        ("rung=director&ml=9", Profile(ml_years=Decimal(9), rung="director")),
    ],
)
def test_the_answer_is_the_estimators(
    client: Client, edition: Edition, priced: Callable[[Profile], Estimate], query: str, profile: Profile
) -> None:
    found = priced(profile)
    page = text_of(client, query)
    assert f"${found.low:,.0f} to ${found.high:,.0f}" in page
    assert f"about ${found.point:,.0f}" in page
    assert all(f">{step.label}<" in page for step in found.steps)


def test_every_part_of_an_estimate_is_there(client: Client, edition: Edition) -> None:
    page = text_of(client, "ml=5.9&place=Seattle%2C+WA")
    for part in ("steps", "standing", "pay", "next", "place", "market"):
        assert f'id="{part}"' in page


def test_without_years_the_page_invites_and_answers_nothing(client: Client, edition: Edition) -> None:
    page = text_of(client, "place=Seattle%2C+WA")
    assert "Fill in the years, or a leadership role" in page
    assert 'id="result"' not in page


def test_the_form_shows_what_the_address_holds(client: Client, edition: Edition) -> None:
    page = text_of(client, "ml=5.9&specialization=mlops&place=Boise%2C+ID")
    assert 'value="5.9"' in page
    assert '<option value="mlops" selected>' in page
    assert 'value="Boise, ID"' in page


def test_several_places_are_asked_with_a_link_each(client: Client, edition: Edition) -> None:
    page = text_of(client, "ml=4&place=Portland")
    assert '<a href="/guide/estimate/?ml=4&amp;place=Portland%2C+ME"' in page
    assert 'id="result"' not in page


@pytest.mark.parametrize(
    "query",
    [
        "ml=six",
        "ml=%00&place=%00",
        "specialization=cook",
        "rung=%F0%9F%91%91",
        "ml=9&ml=x",
        "place=" + "x" * 400,
        "%ff=1",
    ],
)
def test_nonsense_is_answered_with_a_page(client: Client, edition: Edition, query: str) -> None:
    assert "An estimate without a resume" in text_of(client, query)


@pytest.mark.parametrize(
    ("place", "words"),
    [("remote", "Remote is no place to the guide"), ("abroad", "the guide knows pay in the United States only")],
)
def test_remote_and_abroad_get_the_national_range(client: Client, edition: Edition, place: str, words: str) -> None:
    page = text_of(client, f"ml=7&place={place}")
    assert words in page
    assert "This is the US national range: no place changes it" in page


def test_llm_work_outside_production_is_a_what_if_with_a_link(client: Client, edition: Edition) -> None:
    page = text_of(client, "ml=7&specialization=llm-genai")
    assert 'href="/guide/estimate/?ml=7&amp;specialization=llm-genai&amp;llm=on"' in page
    assert "With the premium it would be" not in text_of(client, "ml=7&specialization=llm-genai&llm=on")


def test_htmx_gets_the_answer_alone_and_the_address_to_keep(client: Client, edition: Edition) -> None:
    answer = client.get(f"{ADDRESS}?ml=7.40&adjacent=&place=austin", headers=HTMX)
    page = answer.content.decode()
    assert answer["HX-Push-Url"] == "/guide/estimate/?ml=7.4&place=Austin%2C+TX"
    assert "<html" not in page
    assert '<div id="says" hx-swap-oob="innerHTML">' in page
    assert "Taken as Austin, TX." in page


def test_htmx_gets_the_words_for_every_field(client: Client, edition: Edition) -> None:
    page = client.get(f"{ADDRESS}?ml=six", headers=HTMX).content.decode()
    assert '<div id="id_ml_error" hx-swap-oob="innerHTML"><p>Write the years' in page
    assert 'id="id_place_error"' in page


def test_going_back_gets_the_whole_page(client: Client, edition: Edition) -> None:
    headers = HTMX | {"HX-History-Restore-Request": "true"}
    answer = client.get(f"{ADDRESS}?ml=7", headers=headers)
    assert "<html" in answer.content.decode()
    assert "HX-Push-Url" not in answer


def test_part_and_whole_are_not_confused_by_a_cache(client: Client, edition: Edition) -> None:
    assert "HX-Request" in client.get(ADDRESS)["Vary"]


def test_nothing_is_stored(client: Client, edition: Edition) -> None:
    answer = client.get(f"{ADDRESS}?ml=7&place=Boise")
    assert not answer.cookies
    assert not client.session.keys()


def test_it_takes_two_queries(
    client: Client, edition: Edition, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    text_of(client, "ml=7&place=Boise")
    with django_assert_num_queries(2):
        text_of(client, "ml=7&place=Boise")


def test_without_an_edition_it_says_whose_turn_it_is(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 503


def test_a_draft_is_previewed_by_staff_alone(client: Client, editor: Client, edition: Edition, draft: Edition) -> None:
    assert client.get(f"{ADDRESS}?ml=7&edition=2027").status_code == 404
    page = text_of(editor, "ml=7&edition=2027")
    assert "guide 2027" in page
    assert '<input type="hidden" name="edition" value="2027">' in page


class TestPlaces:
    """The suggestions under the place field."""

    def test_they_are_options_with_the_text_that_the_field_gets(
        self, client: Client, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_num_queries(0):
            page = client.get(f"{ADDRESS}places/?place=portl").content.decode()
        assert 'role="option" aria-selected="false" data-place="Portland, OR"' in page

    @pytest.mark.parametrize("query", ["", "place=", "place=%00", "place=" + "x" * 2000, "place=%3Cb%3E"])
    def test_odd_beginnings_are_answered(self, client: Client, query: str) -> None:
        answer = client.get(f"{ADDRESS}places/?{query}")
        assert answer.status_code == 200
        assert "<b>" not in answer.content.decode()


def test_the_home_page_leads_here(client: Client, edition: Edition) -> None:
    assert f'href="{ADDRESS}"' in client.get("/").content.decode()
