"""Roles and skills are corrected where they stand: by pointer, by keyboard, without JavaScript."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.worker]

SAMPLE = Path(__file__).resolve().parents[2] / "resumes" / "samples" / "sample-resume.pdf"
SENIOR = "Senior ML engineer, computer vision, Seattle"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def answered(page: Page) -> None:
    page.goto("/")
    page.set_input_files("#file", SAMPLE)
    page.get_by_role("button", name="Read my resume").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SENIOR, timeout=20_000)


def change_kind(page: Page) -> None:
    """Say that the first role was no ML, software or data work."""
    page.locator(".timeline tr[id] .doing a", has_text="Edit").first.click()
    page.get_by_label("What kind of work").select_option("other")
    page.get_by_role("button", name="Keep the change").click()


def there_and_back(page: Page) -> None:
    """Change a role's kind, reload, take it back."""
    answered(page)
    change_kind(page)
    expect(page.get_by_role("heading", level=1)).not_to_have_text(SENIOR)
    page.reload()
    expect(page.locator(".timeline .yours")).to_have_text("yours")
    expect(page.get_by_role("heading", level=1)).not_to_have_text(SENIOR)
    page.locator(".timeline").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SENIOR)
    expect(page.locator(".timeline .yours")).to_have_count(0)


def test_a_role_is_changed_and_taken_back(page: Page) -> None:
    there_and_back(page)


def test_the_same_without_javascript(page_without_javascript: Page) -> None:
    there_and_back(page_without_javascript)


def test_a_change_is_told_where_it_was_made(page: Page) -> None:
    answered(page)
    page.evaluate("window.sameDocument = true")
    change_kind(page)
    expect(page.locator(".timeline .outcome")).to_be_focused()
    expect(page.locator(".timeline .outcome")).to_contain_text("relevant years now")
    assert page.evaluate("window.sameDocument")


def test_a_form_is_opened_filled_and_closed_by_keyboard(page: Page) -> None:
    answered(page)
    edit = page.locator(".timeline tr[id] .doing a", has_text="Edit").first
    edit.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Title")).to_be_focused()
    expect(edit).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(edit).to_be_focused()
    expect(page.locator(".role-form")).to_have_count(0)


def test_what_cannot_be_used_is_said_in_the_form(page: Page) -> None:
    answered(page)
    page.get_by_role("link", name="Add a role that is missing").click()
    page.get_by_label("Began").fill("soon")
    page.get_by_label("Began").press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Began")).to_have_attribute("aria-invalid", "true")


def test_a_skill_is_offered_added_and_removed(page: Page) -> None:
    answered(page)
    page.get_by_label("Add a skill").press_sequentially("deepspe")
    expect(page.locator("#skill-names option").first).to_have_attribute("value", "DeepSpeed")
    page.get_by_label("Add a skill").fill("deepspeed")
    page.get_by_label("Add a skill").press("Enter")
    expect(page.locator("#skills .outcome")).to_be_focused()
    page.get_by_role("button", name="Remove DeepSpeed").click()
    expect(page.get_by_role("button", name="Remove DeepSpeed")).to_have_count(0)


def test_nothing_sticks_out_on_a_phone(phone: Page) -> None:
    answered(phone)
    phone.get_by_role("link", name="Add a role that is missing").click()
    expect(phone.get_by_label("Title")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_page_with_an_open_form_breaks_no_rule_of_wcag(page: Page) -> None:
    answered(page)
    change_kind(page)
    expect(page.locator(".timeline .outcome")).to_be_visible()
    page.get_by_role("link", name="Add a role that is missing").click()
    expect(page.locator(".role-form")).to_be_visible()
    found = Axe().run(page, options=WCAG)
    assert found.violations_count == 0, found.generate_report()
