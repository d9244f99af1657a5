"""A visitor's way from the home page to the answer and out again, in a real browser."""

import base64
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.worker]

SAMPLE = Path(__file__).resolve().parents[2] / "resumes" / "samples" / "sample-resume.pdf"
SENIOR, MID = "Senior ML engineer, computer vision, Seattle", "Mid-level ML engineer, computer vision, Seattle"
DROP = """encoded => {
  const bytes = Uint8Array.from(atob(encoded), letter => letter.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], "dropped.pdf", {type: "application/pdf"}));
  return transfer;
}"""


def upload(page: Page) -> None:
    page.goto("/")
    page.set_input_files("#file", SAMPLE)
    page.get_by_role("button", name="Read my resume").click()


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def correct_years(page: Page, years: str) -> None:
    page.locator("#correct > summary").click()
    page.get_by_role("spinbutton", name="Relevant years").fill(years)
    page.get_by_role("button", name="Show the new estimate").click()


def whole_journey(page: Page) -> None:
    """Upload, read the answer, correct the years, take it back, delete."""
    upload(page)
    heading(page, SENIOR)
    address = page.url
    correct_years(page, "4")
    heading(page, MID)
    expect(page.locator(".why .yours")).to_have_text("yours")
    page.get_by_role("button", name="undo years").click()
    heading(page, SENIOR)
    page.get_by_role("link", name="delete now").click()
    page.get_by_role("button", name="Delete it now").click()
    expect(page.get_by_role("status")).to_contain_text("is gone")
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404


def test_from_upload_to_deletion(page: Page) -> None:
    whole_journey(page)


def test_the_same_way_without_javascript(page_without_javascript: Page) -> None:
    whole_journey(page_without_javascript)


def test_a_correction_is_shown_in_place(page: Page) -> None:
    upload(page)
    heading(page, SENIOR)
    page.evaluate("window.sameDocument = true")
    correct_years(page, "4")
    heading(page, MID)
    assert page.evaluate("window.sameDocument")
    expect(page).to_have_title(f"{MID} | Bandwise")
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_a_correction_that_cannot_be_used_is_said_at_the_form(page: Page) -> None:
    upload(page)
    heading(page, SENIOR)
    page.locator("#correct > summary").click()
    page.get_by_label("US city or state").fill("Wakanda")
    page.get_by_role("button", name="Show the new estimate").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("US city or state")).to_have_attribute("aria-invalid", "true")


def test_without_a_connection_the_page_says_so_and_recovers(page: Page) -> None:
    upload(page)
    heading(page, SENIOR)
    page.context.set_offline(True)
    correct_years(page, "4")
    expect(page.locator("#offline")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Show the new estimate").click()
    heading(page, MID)
    expect(page.locator("#offline")).to_be_hidden()


def test_a_resume_deleted_in_another_tab_leaves_no_dead_page(page: Page) -> None:
    upload(page)
    heading(page, SENIOR)
    other = page.context.new_page()
    other.goto(f"{page.url}delete/")
    other.get_by_role("button", name="Delete it now").click()
    expect(other.get_by_role("status")).to_contain_text("is gone")
    # Where the page still waits for its pictures, it has found out by itself, and there is no form left to send.
    page.evaluate("document.querySelector('#correct form')?.requestSubmit()")
    heading(page, "There is nothing at this address")


def test_a_dropped_file_is_sent_at_once(page: Page) -> None:
    page.goto("/")
    transfer = page.evaluate_handle(DROP, base64.b64encode(SAMPLE.read_bytes()).decode())
    page.dispatch_event("form[data-upload]", "drop", {"dataTransfer": transfer})
    heading(page, SENIOR)


def test_a_file_that_is_too_large_is_not_sent_at_all(page: Page, tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-1.4" + bytes(5_100_000))
    page.goto("/")
    page.set_input_files("#file", large)
    expect(page.get_by_role("status")).to_contain_text("larger than 5 MB")
    page.get_by_role("button", name="Read my resume").click()
    assert page.url.endswith("/")


def test_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    press_until(page, "Try a sample resume", "Enter")
    heading(page, SENIOR)
    press_until(page, "Something wrong?", "Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("4")
    page.keyboard.press("Enter")
    heading(page, MID)
    press_until(page, "undo years", "Enter")
    heading(page, SENIOR)


def press_until(page: Page, words: str, key: str) -> None:
    """Press Tab until an element with these words has the focus and shows it, then press the key."""
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if words in (focused.text_content() or ""):
            assert focused.evaluate("one => getComputedStyle(one).outlineStyle") != "none"
            page.keyboard.press(key)
            return
    pytest.fail(f"Tab never reached {words!r}")


def test_the_first_tab_skips_to_the_content(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_nothing_runs_over_the_edge_of_a_phone(phone: Page) -> None:
    upload(phone)
    heading(phone, SENIOR)
    parts = (
        "percentiles",
        "tiers",
        "states",
        "metros",
        "specializations",
        "compensation",
        "career",
        "questions",
        "method",
    )
    addresses = [phone.url, "/", "/privacy/", "/resumes/", "/guide/", *(f"/guide/{part}/" for part in parts)]
    for address in addresses:
        phone.goto(address)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_a_phone_folds_what_stands_behind_a_finding_and_a_desk_does_not(phone: Page) -> None:
    upload(phone)
    heading(phone, SENIOR)
    picture = phone.locator(".totals")
    expect(picture).to_be_hidden()
    phone.get_by_text("See it drawn, by kind of employer").click()
    expect(picture).to_be_visible()
    phone.set_viewport_size({"width": 1280, "height": 900})
    phone.reload()
    expect(picture).to_be_visible()
    expect(phone.get_by_text("See it drawn, by kind of employer")).to_be_hidden()


def test_citations_lead_to_the_page_that_prints_the_figure(page: Page) -> None:
    upload(page)
    heading(page, SENIOR)
    page.get_by_role("link", name="guide, Top-Paying Metro Areas, its reference [6]").first.click()
    expect(page.get_by_role("row", name="Seattle")).to_contain_text("$164,800")
