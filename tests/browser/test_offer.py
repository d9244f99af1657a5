"""The check of an offer in a real browser: as one fills it in, without JavaScript, on a phone, by WCAG."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.worker]

ADDRESS = "/guide/offer/"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
ONE = "?ml=7.4&place=Seattle&a-base=185k&a-employer=public-tech&a-signing=15000"
TWO = f"{ONE}&b-base=120&b-per=hour&b-engagement=contract&b-weeks=46&b-place=Austin%2C+TX"
WRONG = "?ml=six&a-base=185&b-equity=1&a-place=Portland"


def test_the_answer_follows_as_one_fills_in(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_label("Years of ML work").fill("7.4")
    base = page.get_by_label("Base pay", exact=True).first
    base.fill("185")
    base.press("Tab")
    expect(page.locator("#says")).to_contain_text("1 field needs another look")
    expect(base).to_have_attribute("aria-invalid", "true")
    base.fill("185k")
    base.press("Tab")
    expect(page.locator("#says")).to_contain_text("base in the lower third of your range")
    expect(page).to_have_url(f"{page.url.partition('?')[0]}?ml=7.4&a-base=185000")


def test_hours_are_asked_for_only_where_they_matter(page: Page) -> None:
    page.goto(ADDRESS)
    hours = page.get_by_label("Paid hours a week").first
    expect(hours).to_be_hidden()
    page.get_by_label("Kind of work").first.select_option("part-time")
    expect(hours).to_be_visible()


def test_an_offers_own_place_is_chosen_from_its_own_list(page: Page) -> None:
    page.goto(f"{ADDRESS}?ml=7.4&a-base=185000")
    place = page.get_by_role("combobox", name="Place").nth(1)
    place.press_sequentially("austin")
    page.locator("#aplace-options").get_by_role("option").first.click()
    expect(place).to_have_value("Austin, TX")
    expect(page.get_by_role("heading", name="The offer, Austin, TX: $185,000 base")).to_be_visible()


def test_the_same_way_without_javascript(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/guide/estimate/")
    page.get_by_role("link", name="Hold it against your range").click()
    page.get_by_label("Years of ML work").fill("7.4")
    page.get_by_label("Base pay", exact=True).first.fill("$185,000")
    page.get_by_role("button", name="Check the offer").click()
    expect(page.locator("#result")).to_have_text("The base stands in the lower third of your range")


@pytest.mark.parametrize("query", ["", ONE, TWO, WRONG])
def test_no_rule_of_accessibility_is_broken(page: Page, query: str) -> None:
    page.goto(f"{ADDRESS}{query}")
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("query", ["", ONE, TWO, WRONG])
def test_nothing_runs_over_the_edge_of_a_phone(phone: Page, query: str) -> None:
    phone.goto(f"{ADDRESS}{query}")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
