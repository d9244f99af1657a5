"""The check of an offer: whole without JavaScript, in place with it, kept out of indexes, and never stored."""

import html5lib
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from salaries.models import Edition

pytestmark = pytest.mark.django_db

ADDRESS = "/guide/offer/"
HTMX = {"HX-Request": "true"}
ONE = "ml=7.4&specialization=computer-vision&place=Seattle&a-base=185k&a-employer=public-tech&a-signing=15000"
TWO = f"{ONE}&b-base=120&b-per=hour&b-engagement=contract&b-weeks=46&b-place=Austin,+TX"


def text_of(client: Client, query: str, **headers: str) -> str:
    answer = client.get(f"{ADDRESS}?{query}", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_offer_is_answered(client: Client, edition: Edition) -> None:
    page = text_of(client, ONE)
    assert "The base stands $14,000 below your range" in page
    assert "It pays $200,000 in the first year, $188,750 a year on average" in page
    assert "at the 86th percentile of data scientists" in page
    assert "30 to 80 percent" in page


def test_two_offers_stand_side_by_side(client: Client, edition: Edition) -> None:
    page = text_of(client, TWO)
    assert "A stands $14,000 below your range, B stands $16,600 above your range" in page
    assert "$64,600 more (+35 %)" in page
    assert "$120 an hour x 40 hours x 46 weeks = $220,800 a year." in page
    assert "not directly comparable" in page


def test_one_offer_has_nothing_beside_it(client: Client, edition: Edition) -> None:
    assert "B beside A" not in text_of(client, ONE)


def test_the_second_form_alone_is_an_offer_too(client: Client, edition: Edition) -> None:
    assert "The base stands in the lower third of your range" in text_of(client, "ml=7.4&b-base=180k")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Fill in your years and the base of an offer"),
        ("ml=7", "Fill in your years and the base of an offer"),
        ("a-base=185k", "the offer is held against your range"),
        ("ml=six&a-base=185", "2 fields need another look"),
    ],
)
def test_what_is_missing_is_asked_for(client: Client, edition: Edition, query: str, words: str) -> None:
    page = text_of(client, query)
    assert words in page
    assert 'id="result"' not in page


def test_several_places_are_asked_with_a_link_that_keeps_the_rest(client: Client, edition: Edition) -> None:
    page = text_of(client, "ml=7&a-base=185k&a-place=Portland")
    assert 'href="/guide/offer/?ml=7&amp;a-base=185000&amp;a-place=Portland%2C+ME"' in page
    assert 'data-field="id_a-place"' in page


def test_the_form_shows_what_the_address_holds(client: Client, edition: Edition) -> None:
    page = text_of(client, TWO)
    assert 'name="a-base" value="185k"' in page
    assert '<option value="contract" selected>' in page
    assert "<details open>" in page


@pytest.mark.parametrize("query", ["a-base=%00", "a-base=NaN&ml=1", "b-per=x", "a-place=" + "x" * 400, "a-hours=1e9"])
def test_nonsense_is_answered_with_a_page(client: Client, edition: Edition, query: str) -> None:
    assert "An offer, held against the guide" in text_of(client, query)


def test_htmx_gets_the_answer_the_words_and_the_address_to_keep(client: Client, edition: Edition) -> None:
    answer = client.get(f"{ADDRESS}?ml=7.40&a-base=%24185%2C000&b-base=&a-place=austin", headers=HTMX)
    page = answer.content.decode()
    assert answer["HX-Push-Url"] == "/guide/offer/?ml=7.4&a-base=185000&a-place=Austin%2C+TX"
    assert "<html" not in page
    assert '<div id="says" hx-swap-oob="innerHTML">' in page
    assert '<div id="id_b-base_error" hx-swap-oob="innerHTML">' in page
    assert "Taken as Austin, TX." in page


def test_going_back_gets_the_whole_page(client: Client, edition: Edition) -> None:
    answer = client.get(f"{ADDRESS}?{ONE}", headers=HTMX | {"HX-History-Restore-Request": "true"})
    assert "<html" in answer.content.decode()
    assert "HX-Request" in answer["Vary"]


def test_a_filled_page_is_no_search_engines(client: Client, edition: Edition) -> None:
    assert client.get(f"{ADDRESS}?{ONE}")["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in text_of(client, ONE)
    assert "X-Robots-Tag" not in client.get(ADDRESS)
    assert f"Disallow: {ADDRESS}?" in client.get("/robots.txt").content.decode()


def test_nothing_is_stored(client: Client, edition: Edition) -> None:
    assert not client.get(f"{ADDRESS}?{ONE}").cookies
    assert not client.session.keys()


def test_it_takes_two_queries(
    client: Client, edition: Edition, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    text_of(client, TWO)
    with django_assert_num_queries(2):
        text_of(client, TWO)


@pytest.mark.parametrize("query", ["", ONE, TWO, "ml=six&a-base=185&b-equity=1&a-place=Portland"])
def test_the_page_is_valid_html(client: Client, edition: Edition, query: str) -> None:
    parser = html5lib.HTMLParser()
    parser.parse(text_of(client, query))
    assert parser.errors == []


def test_no_id_stands_twice(client: Client, edition: Edition) -> None:
    tree = html5lib.parse(text_of(client, TWO), namespaceHTMLElements=False)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_without_an_edition_it_says_whose_turn_it_is(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 503


def test_a_draft_is_previewed_by_staff_alone(client: Client, editor: Client, edition: Edition, draft: Edition) -> None:
    assert client.get(f"{ADDRESS}?edition=2027").status_code == 404
    assert '<input type="hidden" name="edition" value="2027">' in text_of(editor, f"{ONE}&edition=2027")


def test_the_estimate_by_hand_leads_here(client: Client, edition: Edition) -> None:
    assert f'href="{ADDRESS}"' in client.get("/guide/estimate/").content.decode()
