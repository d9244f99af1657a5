"""What-ifs and offers of a resume in a real browser: as one fills them in, by keyboard, without JavaScript, by WCAG."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.worker]

SAMPLE = Path(__file__).resolve().parents[2] / "resumes" / "samples" / "sample-resume.pdf"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
PATIENCE = 20_000
"""Milliseconds for a resume to be read on a busy machine."""
STATES = (
    "moves/",
    "what-if/",
    "what-if/?place=Austin%2C+TX&specialization=mlops&years=11",
    "what-if/?place=Portland&years=six",
    "offers/",
    "offers/?a-base=210k&b-base=120&b-per=hour&b-engagement=contract",
)

WATCH = """window.shift = 0;
new PerformanceObserver(list => {
  for (const one of list.getEntries()) window.shift += one.value;
}).observe({type: "layout-shift", buffered: false});"""


def read(page: Page) -> str:
    """Upload the sample and return the address of its estimate."""
    page.goto("/")
    page.set_input_files("#file", SAMPLE)
    page.get_by_role("button", name="Read my resume").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        "Senior ML engineer, computer vision, Seattle", timeout=PATIENCE
    )
    return page.url


def test_the_difference_follows_as_one_chooses(page: Page) -> None:
    address = read(page)
    page.get_by_role("link", name="What if something were different?").click()
    page.get_by_label("Relevant years").fill("11")
    expect(page.locator("#says")).to_contain_text("Compared with yours: +$")
    page.get_by_label("Specialization").select_option("mlops")
    expect(page.locator("#result")).to_have_text("Staff ML engineer, MLOps and ML platforms, Seattle")
    expect(page).to_have_url(f"{address}what-if/?specialization=mlops&years=11")
    page.get_by_role("button", name="This is really me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Staff ML engineer, MLOps and ML platforms, Seattle")


def test_by_keyboard_alone(page: Page) -> None:
    page.goto(f"{read(page)}what-if/")
    place = page.get_by_role("combobox", name="Place")
    place.focus()
    page.keyboard.type("austin")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#says")).to_contain_text("less (-")
    page.get_by_role("link", name="As it is for place").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#says")).to_have_text("Change anything, and the difference stands here.")


def test_the_moves_come_into_the_estimate_without_a_jump(page: Page) -> None:
    read(page)
    page.evaluate(WATCH)
    page.locator(".later").scroll_into_view_if_needed()
    expect(page.locator("#metros")).to_be_attached()
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") < 0.05


def keeps_an_offer(page: Page) -> None:
    """Check an offer from the estimate, keep it, and find it there."""
    address = read(page)
    page.get_by_label("Base pay a year").fill("250k")
    page.get_by_role("button", name="Check it").click()
    expect(page.locator("#result")).to_have_text("The base stands in the upper third of your range")
    page.get_by_label("What to call it").fill("Example Labs")
    page.get_by_role("button", name="Keep with my resume").click()
    expect(page.locator("#kept")).to_contain_text("Example Labs, $250,000 base")
    page.goto(address)
    expect(page.locator("#offers")).to_have_text("Example Labs stands in the upper third of your range")


def test_an_offer_is_checked_and_kept(page: Page) -> None:
    keeps_an_offer(page)


def test_the_same_way_without_javascript(page_without_javascript: Page) -> None:
    page = page_without_javascript
    keeps_an_offer(page)
    page.get_by_role("link", name="What would move this range").click()
    page.get_by_role("link", name="Put several steps together").click()
    page.get_by_label("Relevant years").fill("11")
    page.get_by_role("button", name="Show the difference").click()
    expect(page.locator(".compared")).to_contain_text("Compared with yours: +$")


def test_no_rule_of_accessibility_is_broken(page: Page) -> None:
    address, broken = read(page), []
    for state in STATES:
        page.goto(f"{address}{state}")
        found = Axe().run(page, options=WCAG).response["violations"]
        broken += [(state, one["id"], one["nodes"][0]["html"]) for one in found]
    assert broken == []


def test_nothing_runs_over_the_edge_of_a_phone(phone: Page) -> None:
    address = read(phone)
    for state in STATES:
        phone.goto(f"{address}{state}")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320, state
