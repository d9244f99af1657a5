"""The heads of the guide's pages: titles and descriptions of their own, addresses, the picture, data for programs."""

import re
from decimal import Decimal

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from salaries.contents.prose import money
from salaries.contents.tables import Contents
from salaries.models import Edition, Question, Tier
from salaries.parts import PARTS
from salaries.publishing import publish
from salaries.reference import oews
from tests.salaries.linked_data import items_of, lacks, of_type

pytestmark = pytest.mark.django_db

PARTS_OF_GUIDE = ["/guide/", *(f"/guide/{part}/" for part in PARTS)]
OTHERS = ["/guide/areas/", "/guide/areas/us-wa/", "/guide/areas/metro-14260/", "/guide/market/", "/guide/estimate/"]
PAGES = [*PARTS_OF_GUIDE, *OTHERS]


def head_of(client: Client, address: str) -> dict[str, str]:
    """Return what a page's head says, by name or property."""
    tree = html5lib.parse(client.get(address).content, namespaceHTMLElements=False)
    told = {one.get("name") or one.get("property"): one.get("content") for one in tree.iter("meta")}
    links = {one.get("rel"): one.get("href") for one in tree.iter("link")}
    title = next(one.text for one in tree.iter("title"))
    return {name: value for name, value in (told | links | {"title": title}).items() if name and value}


def items(client: Client, address: str) -> list[dict]:  # type: ignore[type-arg]
    return items_of(client.get(address).content)


def test_every_page_has_a_title_and_a_description_of_its_own(client: Client, edition: Edition) -> None:
    heads = [head_of(client, address) for address in PAGES]
    assert len({head["title"] for head in heads}) == len(PAGES)
    assert len({head["description"] for head in heads}) == len(PAGES)
    assert [head["description"] for head in heads if not 60 < len(head["description"]) < 300] == []


@pytest.mark.parametrize("part", [part for part in PARTS if part not in ("negotiation", "questions")])
def test_a_description_holds_figures_of_the_edition(client: Client, edition: Edition, part: str) -> None:
    assert re.search(r"\$\d|\d percent", head_of(client, f"/guide/{part}/")["description"])


def test_a_changed_figure_changes_title_description_and_data(client: Client, draft: Edition) -> None:
    Tier.objects.filter(edition=draft, slug="entry").update(low=99_000)
    draft.refresh_from_db()
    publish(draft, note="Less.", by=None, now=timezone.now())
    head = head_of(client, "/guide/tiers/")
    assert "$99,000" in head["title"]
    assert "$99,000" in head["description"]
    assert of_type(items(client, "/guide/tiers/"), "Occupation")[0]["estimatedSalary"]["value"]["minValue"] == 99_000


@pytest.mark.parametrize("address", PAGES)
def test_what_is_shared_is_what_the_page_says(client: Client, edition: Edition, address: str) -> None:
    head = head_of(client, address)
    assert head["og:url"] == head["canonical"] == f"http://testserver{address}"
    assert head["og:description"] == head["description"]
    assert head["og:type"] == "article"
    assert head["twitter:card"] == "summary_large_image"


def test_the_picture_of_a_page_is_there_and_told_in_words(client: Client, edition: Edition, contents: Contents) -> None:
    head = head_of(client, "/guide/")
    answer = client.get(head["og:image"].removeprefix("http://testserver"))
    assert answer["Content-Type"] == "image/png"
    for tier in contents.tiers:
        assert f"{tier.name} {money(tier.low)} to {money(tier.high)}" in head["og:image:alt"]


def test_another_edition_has_another_address_of_its_picture(client: Client, edition: Edition, draft: Edition) -> None:
    before = head_of(client, "/guide/")["og:image"]
    publish(draft, note="Again.", by=None, now=timezone.now())
    assert head_of(client, "/guide/")["og:image"] != before


def test_the_home_page_can_be_shared_too(client: Client, edition: Edition) -> None:
    head = head_of(client, "/")
    assert head["og:type"] == "website"
    assert client.get(head["og:image"].removeprefix("http://testserver")).status_code == 200


def test_a_further_page_of_the_list_goes_by_its_own_address_and_a_search_by_the_lists(
    client: Client, edition: Edition
) -> None:
    assert head_of(client, "/guide/areas/?page=2")["canonical"].endswith("/guide/areas/?page=2")
    assert head_of(client, "/guide/areas/?q=wa&page=1")["canonical"].endswith("/guide/areas/")


@pytest.mark.parametrize("address", PAGES)
def test_every_item_has_what_its_type_needs(client: Client, edition: Edition, address: str) -> None:
    assert lacks(items(client, address)) == []


@pytest.mark.parametrize("address", PAGES)
def test_the_way_to_a_page_is_the_one_that_it_shows(client: Client, edition: Edition, address: str) -> None:
    page = client.get(address).content
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    crumbs = next(one for one in tree.iter("nav") if one.get("aria-label") == "Breadcrumb")
    shown = [" ".join(" ".join(one.itertext()).split()) for one in crumbs.iter("li")]
    (steps,) = of_type(items_of(page), "BreadcrumbList")
    names = [one["name"] for one in steps["itemListElement"]]
    assert [one["position"] for one in steps["itemListElement"]] == list(range(1, len(names) + 1))
    assert steps["itemListElement"][-1]["item"] == f"http://testserver{address}"
    assert names == shown


def test_both_occupations_have_the_percentiles_that_the_page_prints(client: Client, edition: Edition) -> None:
    answer = client.get("/guide/percentiles/")
    found = of_type(items_of(answer.content), "Occupation")
    assert [one["occupationalCategory"] for one in found] == ["15-2051", "15-1252"]
    for one in found:
        salary = one["estimatedSalary"]
        assert (salary["currency"], salary["duration"]) == ("USD", "P1Y")
        for name in ("percentile10", "percentile25", "median", "percentile75", "percentile90"):
            assert f">{money(Decimal(salary[name]))}</td>" in answer.content.decode()


def test_a_tier_is_a_stated_range_and_no_percentiles(client: Client, edition: Edition, contents: Contents) -> None:
    found = of_type(items(client, "/guide/tiers/"), "Occupation")
    ranges = [
        (one["estimatedSalary"]["value"]["minValue"], one["estimatedSalary"]["value"]["maxValue"]) for one in found
    ]
    assert ranges == [(tier.low, tier.high) for tier in contents.tiers]
    assert {one["estimatedSalary"]["@type"] for one in found} == {"MonetaryAmount"}
    assert [one["experienceRequirements"]["monthsOfExperience"] for one in found] == [0, 36, 72, 120]


def test_a_place_has_its_occupations_with_the_blss_percentiles(client: Client, edition: Edition) -> None:
    found = of_type(items(client, "/guide/areas/us-wa/"), "Occupation")
    area = oews.load().state("WA", "15-2051")
    assert area
    assert found[0]["occupationLocation"]["@type"] == "State"
    assert found[0]["estimatedSalary"]["percentile90"] == area.p90
    assert len(found) == 2


def test_a_place_with_too_few_jobs_has_no_occupation_of_them(client: Client, edition: Edition) -> None:
    found = of_type(items(client, "/guide/areas/metro-10180/"), "Occupation")
    assert "Data scientists" not in [one["name"] for one in found]


def test_questions_have_their_answers_with_figures_in_place(client: Client, edition: Edition) -> None:
    (page,) = of_type(items(client, "/guide/questions/"), "FAQPage")
    answers = [one["acceptedAnswer"]["text"] for one in page["mainEntity"]]
    assert len(answers) == 6
    assert not any("{" in answer for answer in answers)
    assert any("$158,400" in answer for answer in answers)


def test_a_text_cannot_end_the_data_block(client: Client, draft: Edition) -> None:
    evil = "</script><script>alert(1)</script> & <!--"
    Question.objects.filter(edition=draft).update(answer=evil)
    draft.refresh_from_db()
    publish(draft, note="Markup.", by=None, now=timezone.now())
    page = client.get("/guide/questions/").content
    (found,) = of_type(items_of(page), "FAQPage")
    assert found["mainEntity"][0]["acceptedAnswer"]["text"] == evil
    assert b"<script>alert" not in page


def test_a_previews_links_stay_on_its_edition(editor: Client, edition: Edition, draft: Edition) -> None:
    for address in ("/guide/areas/", "/guide/areas/us-wa/", "/guide/market/", "/guide/tiers/"):
        tree = html5lib.parse(editor.get(f"{address}?edition=2027").content, namespaceHTMLElements=False)
        main = next(one for one in tree.iter("main"))
        links = [one.get("href") or "" for one in main.iter("a")]
        guide = [link for link in links if link.startswith(("/guide/", "?"))]
        assert guide
        assert [link for link in guide if "edition=2027" not in link] == []
