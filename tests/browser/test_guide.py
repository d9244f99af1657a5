"""The guide in a real browser: its rows can be linked to, on every screen and without scripts."""

import json

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FloatRect, Locator, Page, expect

from salaries.parts import PARTS

pytestmark = [pytest.mark.browser, pytest.mark.worker]

FILLED = "/guide/estimate/?ml=6&specialization=computer-vision&place=Seattle%2C+WA&employer=public-tech"
OTHERS = [
    "/guide/areas/",
    "/guide/areas/us-wa/",
    "/guide/areas/metro-14260/",
    "/guide/market/",
    "/guide/estimate/",
    FILLED,
]
ADDRESSES = ["/guide/", *(f"/guide/{part}/" for part in PARTS), *OTHERS]
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
NO_COLOUR = "rgba(0, 0, 0, 0)"


def background(page: Page, row: str) -> str:
    return str(page.locator(f"#{row}").evaluate("one => getComputedStyle(one).backgroundColor"))


def box(one: Locator) -> FloatRect:
    found = one.bounding_box()
    assert found
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_the_guide_meets_wcag(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for address in ADDRESSES:
        page.goto(address)
        found = Axe().run(page, options=WCAG).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], address


def test_what_the_browser_reads_is_valid_html(page: Page) -> None:
    for address in ADDRESSES:
        parser = html5lib.HTMLParser()
        parser.parse(page.request.get(address).body())
        assert parser.errors == [], address


def test_data_blocks_are_read_and_breach_no_policy(page: Page) -> None:
    page.add_init_script("""addEventListener("securitypolicyviolation", () => { window.breached = true })""")
    for address in ADDRESSES:
        page.goto(address)
        blocks = page.locator('script[type="application/ld+json"]')
        data = json.loads(blocks.text_content() or "")
        assert "BreadcrumbList" in [one["@type"] for one in data["@graph"]], address
        assert page.evaluate("window.breached") is None, address


def test_nothing_of_the_guide_runs_over_the_edge_of_a_phone(phone: Page) -> None:
    for address in ADDRESSES:
        phone.goto(address)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_a_figure_in_a_text_leads_to_its_row_which_is_marked(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/guide/questions/")
    page.get_by_role("link", name="$158,400").click()
    expect(page).to_have_url("/guide/states/#state-ca")
    assert background(page, "state-ca") != NO_COLOUR
    assert background(page, "state-wa") == NO_COLOUR


def test_a_row_leads_to_itself(page: Page) -> None:
    page.goto("/guide/metros/")
    page.get_by_role("link", name="Seattle").click()
    expect(page).to_have_url("/guide/metros/#metro-seattle")
    expect(page.locator("#metro-seattle")).to_be_in_viewport()


def test_the_rail_stands_beside_wide_pages_and_under_narrow_ones(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/guide/tiers/")
    rail, article = page.locator(".rail"), page.locator(".guide-page")
    assert box(rail)["x"] > box(article)["x"] + box(article)["width"]
    page.set_viewport_size({"width": 390, "height": 800})
    assert box(rail)["y"] >= box(article)["y"] + box(article)["height"]


def test_the_rail_and_what_follows_lead_on_by_keyboard(page: Page) -> None:
    page.goto("/guide/tiers/")
    page.get_by_role("link", name="States").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/guide/states/")
    page.locator("a[rel=next]").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/guide/metros/")


def test_on_paper_the_pages_have_pictures_and_no_rail(page: Page) -> None:
    page.goto("/guide/states/")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".rail")).to_be_hidden()
    expect(page.locator(".tiles svg").first).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
