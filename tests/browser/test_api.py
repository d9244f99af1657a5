"""The documentation of the API in a real browser: by WCAG, on a phone, without JavaScript, from this site alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.worker]

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(chromium: Browser, site: Site, scheme: str) -> None:
    page = chromium.new_context(base_url=site.address, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    page.goto("/api/")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    page.context.close()


def test_nothing_runs_over_the_edge_of_a_phone(phone: Page) -> None:
    phone.goto("/api/")
    phone.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_way_from_a_call_to_the_meaning_of_a_field(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/api/")
    page.get_by_role("link", name="Correct what was read").click()
    expect(page.get_by_role("heading", name="Correct what was read")).to_be_in_viewport()
    page.get_by_role("link", name="CorrectionsSent").first.click()
    expect(page.get_by_role("heading", name="CorrectionsSent")).to_be_in_viewport()


def test_all_of_the_page_comes_from_this_site(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/api/", wait_until="networkidle")
    assert all(address.startswith(site.address) for address in asked)
