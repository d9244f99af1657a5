"""The pages of other public sources: told apart from the guide, bounded in queries, usable without JavaScript."""

import re
from decimal import Decimal

import html5lib
import pytest
from django.urls import reverse

from salaries import wages
from salaries.reference.releases import release
from tests.salaries.reference.sheets import published

pytestmark = pytest.mark.django_db

LIST = reverse("salaries:areas")
MARKET = reverse("salaries:market")
BOISE = reverse("salaries:area", args=["metro-14260"])
PAGES = [LIST, f"{LIST}?q=new+york&sort=name&firm=on", f"{LIST}?q=atlantis", BOISE, MARKET]
PAGES += [reverse("salaries:area", args=[slug]) for slug in ("metro-seattle", "metro-10180", "us-wy", "us-ak", "us-id")]


def text_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_no_faults_of_html_and_no_anchor_twice(client, edition, address):
    page = text_of(client, address)
    parser = html5lib.HTMLParser()
    parser.parse(page)
    assert parser.errors == []
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_takes_two_queries(client, edition, django_assert_num_queries, address):
    text_of(client, address)
    with django_assert_num_queries(2):
        text_of(client, address)


@pytest.mark.parametrize("address", [LIST, BOISE, MARKET])
def test_a_page_that_has_not_changed_is_not_sent_again(client, edition, address):
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304


def test_another_release_changes_the_pages(client, edition, tmp_path):
    tag = client.get(LIST)["ETag"]
    wages.load(release(published(tmp_path)))
    answer = client.get(LIST, headers={"if-none-match": tag})
    assert answer.status_code == 200
    assert "May 2026" in answer.content.decode()


def test_the_list_tells_how_many_places_there_are_and_how_many_are_firm(client, edition):
    page = text_of(client, LIST)
    assert "291 metropolitan areas; in 161 of them the figure is firm" in page
    assert "These are not the guide's figures" in page


def test_a_row_shows_jobs_error_mean_ratio_and_factor(client, edition):
    page = text_of(client, f"{LIST}?q=boise")
    row = re.search(r'<tr>\s*<th scope="row"><a href="[^"]+metro-14260/">.*?</tr>', page, re.DOTALL)
    for figure in (">600<", "error 6.4 %", "$108,260", "error 2.5 %", ">0.85<", "x 0.9269"):
        assert figure in row[0]


def test_a_place_with_few_jobs_says_so_in_words(client, edition):
    assert "not used: it rests on 40 jobs, under 100" in text_of(client, f"{LIST}?q=abilene")
    assert "The BLS mean for Abilene, TX rests on 40 jobs, under 100." in text_of(
        client, reverse("salaries:area", args=["metro-10180"])
    )


def test_a_place_of_the_guide_leads_to_the_guides_row(client, edition):
    page = text_of(client, f"{LIST}?q=seattle")
    assert f'href="{reverse("salaries:part", args=["metros"])}#metro-seattle">the guide\'s $164,800' in page


def test_the_column_that_sorts_says_so(client, edition):
    assert 'aria-sort="ascending"' in text_of(client, f"{LIST}?sort=name")


def test_what_a_reader_typed_is_shown_as_text(client, edition):
    assert "<script>alert" not in text_of(client, f"{LIST}?q=<script>alert(1)</script>")


def test_a_places_page_shows_the_sum_that_gives_its_factor(client, edition):
    page = text_of(client, BOISE)
    assert "1 + 0.5 x ($108,260 / $126,800 - 1) = 0.9269" in page
    assert round(1 + Decimal("0.5") * (Decimal(108_260) / 126_800 - 1), 4) == Decimal("0.9269")
    assert "The guide gives no figure for Boise City, ID" in page


def test_a_place_that_is_not_there_is_not_found(client, edition):
    assert client.get(reverse("salaries:area", args=["metro-99999"])).status_code == 404


def test_the_market_check_says_what_it_is_not_adjusted_for_and_its_licence(client, edition):
    page = text_of(client, MARKET)
    for words in (
        "Not adjusted for place",
        "Not adjusted for time",
        "licence CC0",
        "5,146",
        "3,806",
        "$170,000 to $220,000",
    ):
        assert words in page


@pytest.mark.parametrize("address", [LIST, BOISE, MARKET])
def test_a_page_needs_a_published_edition(client, address):
    assert client.get(address).status_code == 503


@pytest.mark.parametrize(("part", "kind"), [("states", "state"), ("metros", "metro")])
def test_the_guides_places_lead_to_all_of_them(client, edition, part, kind):
    assert f'href="{LIST}?kind={kind}"' in text_of(client, reverse("salaries:part", args=[part]))


@pytest.mark.parametrize("address", [LIST, BOISE, MARKET])
def test_pages_allow_no_script_or_style_of_their_own(client, edition, address):
    assert not re.search(r"\sstyle=|<style|<script>|\son[a-z]+=", text_of(client, address))
