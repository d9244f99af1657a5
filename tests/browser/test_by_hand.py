"""The estimate by hand in a real browser: as one types, by keyboard, and without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.worker]

ADDRESS = "/guide/estimate/"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def says(page: Page, words: str) -> None:
    expect(page.locator("#says")).to_contain_text(words)


def options(page: Page) -> Locator:
    return page.locator("#place-options").get_by_role("option")


def test_the_answer_follows_as_one_types(page: Page) -> None:
    page.goto(ADDRESS)
    says(page, "Fill in the years")
    page.get_by_label("Years of ML work").press_sequentially("7.4")
    says(page, "Senior ML engineer: $170,000 to $220,000 a year, about $188,000")
    expect(page.get_by_label("Years of ML work")).to_be_focused()
    expect(page).to_have_url(f"{page.url.partition('?')[0]}?ml=7.4")
    expect(page).to_have_title("Senior ML engineer | Estimate by hand | Bandwise")


def test_a_place_is_chosen_by_keyboard(page: Page) -> None:
    page.goto(f"{ADDRESS}?ml=7.4")
    place = page.get_by_role("combobox", name="Place")
    place.press_sequentially("portla")
    expect(options(page).nth(2)).to_contain_text("Portland, ME")
    for _ in range(3):
        place.press("ArrowDown")
    expect(place).to_have_attribute("aria-activedescendant", "place-option-3")
    place.press("Enter")
    says(page, "Senior ML engineer, Portland, ME: $154,000 to $199,000")
    expect(place).to_have_value("Portland, ME")
    expect(place).to_have_attribute("aria-expanded", "false")


def test_the_list_closes_with_escape_and_keeps_what_was_typed(page: Page) -> None:
    page.goto(ADDRESS)
    place = page.get_by_role("combobox", name="Place")
    place.press_sequentially("seat")
    expect(page.get_by_role("listbox")).to_be_visible()
    place.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(place).to_have_value("seat")


def test_a_place_is_chosen_by_pointer(page: Page) -> None:
    page.goto(f"{ADDRESS}?ml=7.4")
    page.get_by_role("combobox", name="Place").press_sequentially("nyc")
    options(page).filter(has_text="New York, NY").click()
    says(page, "Senior ML engineer, New York, NY")


def test_a_place_half_typed_is_no_fault_yet(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_label("Years of ML work").fill("7.4")
    page.get_by_role("combobox", name="Place").press_sequentially("portl")
    says(page, "Senior ML engineer: $170,000")
    expect(page.locator("#id_place_error")).to_be_empty()


def test_several_places_are_asked_and_one_is_taken(page: Page) -> None:
    page.goto(f"{ADDRESS}?ml=7.4")
    place = page.get_by_role("combobox", name="Place")
    place.fill("Cambridge")
    place.press("Tab")
    says(page, "No estimate yet")
    expect(place).to_have_attribute("aria-invalid", "true")
    page.get_by_role("link", name="Cambridge, MA").click()
    says(page, "Senior ML engineer, Cambridge, MA")
    expect(place).not_to_have_attribute("aria-invalid", "true")


def test_the_production_tick_stands_only_where_it_matters(page: Page) -> None:
    page.goto(f"{ADDRESS}?ml=7.4")
    tick = page.get_by_label("LLM work in production")
    expect(tick).to_be_hidden()
    page.get_by_label("Specialization").select_option("llm-genai")
    tick.check()
    says(page, "$213,000 to $308,000")


def test_going_back_shows_the_answer_before_with_its_form(page: Page) -> None:
    page.goto(f"{ADDRESS}?ml=7.4")
    page.get_by_label("Specialization").select_option("mlops")
    says(page, "Senior ML engineer, MLOps")
    page.go_back()
    says(page, "Senior ML engineer: $170,000")
    expect(page.get_by_label("Specialization")).to_have_value("")
    page.get_by_role("combobox", name="Place").press_sequentially("boise")
    expect(options(page).first).to_contain_text("Boise")


def test_the_same_way_without_javascript(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/")
    page.get_by_role("link", name="Fill in years").click()
    page.get_by_label("Years of ML work").fill("7.4")
    page.get_by_role("textbox", name="Place").fill("Portland")
    page.get_by_role("button", name="Show the estimate").click()
    page.get_by_role("link", name="Portland, ME").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("Senior ML engineer, Portland, ME")
    expect(page.get_by_label("Years of ML work")).to_have_value("7.4")


@pytest.mark.parametrize(
    "query", ["", "?ml=7.4&specialization=llm-genai&place=Portland%2C+ME", "?ml=six&place=Portland"]
)
def test_no_rule_of_accessibility_is_broken(page: Page, query: str) -> None:
    page.goto(f"{ADDRESS}{query}")
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_list_of_places_is_accessible_too(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_role("combobox", name="Place").press_sequentially("port")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert Axe().run(page, options=WCAG).response["violations"] == []


@pytest.mark.parametrize("query", ["", "?ml=7.4&specialization=llm-genai&place=SF+Bay+Area", "?ml=six&place=Portland"])
def test_nothing_runs_over_the_edge_of_a_phone(phone: Page, query: str) -> None:
    phone.goto(f"{ADDRESS}{query}")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
