"""Taking along in a browser: the download comes back, and a link that is made shows the estimate until it is ended."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.test_journey import SENIOR, heading, upload

pytestmark = [pytest.mark.browser, pytest.mark.worker]

GONE = "There is nothing at this address"


def violations(page: Page, part: str = "html") -> list[object]:
    page.wait_for_load_state("networkidle")
    found: list[object] = Axe().run(page, context=part).response["violations"]
    return found


def link_made(page: Page) -> str:
    page.get_by_role("button", name="Make a share link").click()
    return page.get_by_label("Your link.").input_value()


def read_sample(page: Page) -> None:
    upload(page)
    page.wait_for_selector("[data-state=done]")
    heading(page, SENIOR)


def shared_and_ended(page: Page, chromium: Browser) -> None:
    """Make a link, open it in another browser, end it, find nothing there."""
    read_sample(page)
    link = link_made(page)
    other = chromium.new_context().new_page()
    other.goto(link)
    heading(other, SENIOR)
    expect(other.locator("main")).not_to_contain_text("Harborline")
    page.get_by_role("button", name="End this link").click()
    expect(page.locator("#share").get_by_role("status")).to_contain_text("The link has ended")
    other.reload()
    heading(other, GONE)
    assert other.context.cookies() == []
    other.context.close()


def test_a_link_is_shared_and_ended(page: Page, chromium: Browser) -> None:
    shared_and_ended(page, chromium)


def test_the_same_without_javascript(page_without_javascript: Page, chromium: Browser) -> None:
    shared_and_ended(page_without_javascript, chromium)


def test_making_a_link_changes_that_part_alone_and_moves_the_focus_there(page: Page) -> None:
    read_sample(page)
    page.evaluate("window.sameDocument = true")
    link_made(page)
    assert page.evaluate("window.sameDocument")
    expect(page.locator("#share [role=status]")).to_be_focused()


def test_a_link_is_copied_at_a_press(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    read_sample(page)
    link = link_made(page)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("[data-copied]")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()") == link


def test_without_javascript_a_link_is_selected_and_no_button_is_offered(page_without_javascript: Page) -> None:
    read_sample(page_without_javascript)
    assert link_made(page_without_javascript)
    expect(page_without_javascript.get_by_role("button", name="Copy the link")).to_be_hidden()


def test_what_was_taken_along_is_restored(page: Page, tmp_path: Path) -> None:
    read_sample(page)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download everything").click()
    file = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(file)
    page.goto("/")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Read my resume").click()
    heading(page, SENIOR)
    expect(page.locator(".restored")).to_contain_text("Restored from what was taken along")


def test_a_json_resume_comes_back_with_the_same_answer(page: Page, tmp_path: Path) -> None:
    read_sample(page)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download as JSON Resume").click()
    file = tmp_path / "resume.json"
    waiting.value.save_as(file)
    page.goto("/")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Read my resume").click()
    heading(page, SENIOR)


def test_a_changed_download_is_refused_with_words(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "bandwise.json"
    file.write_text('{"schema": "bandwise-resume-1", "facts": {}}')
    page.goto("/")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Read my resume").click()
    heading(page, "This download has been changed")


def test_nobody_is_kept_out(page: Page, site: Site) -> None:
    read_sample(page)
    link = link_made(page)
    assert violations(page, "section[aria-labelledby=along]") == []
    page.goto(link)
    heading(page, SENIOR)
    assert page.url.startswith(site.address)
    assert violations(page) == []


def test_a_shared_page_fits_a_phone(phone: Page) -> None:
    read_sample(phone)
    phone.goto(link_made(phone))
    heading(phone, SENIOR)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
