"""An editor's work without a pointer, and without scripts: clone, edit a figure, publish."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site, visit
from tests.processes import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.worker]

PASSWORD = "long enough"
MAKE = f"from django.contrib.auth.models import User; User.objects.create_superuser('eve', password='{PASSWORD}')"
SEATTLE = "Annual mean, US dollars a year, Seattle"
MANY = 400
"""More stops than any page of the admin has."""


@pytest.fixture(scope="module")
def staffed(site: Site) -> Site:
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", MAKE]
    subprocess.run(command, cwd=ROOT, env=os.environ | site.environment, check=True)
    return site


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def editor(request: pytest.FixtureRequest, chromium: Browser, staffed: Site) -> Iterator[Page]:
    """The page of an editor who uses the keyboard alone, with scripts and without."""
    yield from visit(chromium.new_context(base_url=staffed.address, java_script_enabled=request.param))


def stop_at(page: Page, matches: Callable[[str], bool]) -> None:
    """Press Tab until what has the focus is named as wanted, and see that it shows its focus."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        if page.locator(":focus").count() and matches(name_of(page)):
            assert page.locator(":focus").evaluate("one => getComputedStyle(one).outlineStyle") != "none"
            return
    pytest.fail("the keyboard never got there")


def name_of(page: Page) -> str:
    """Return the words of what has the focus: its label, else its text or value."""
    words = page.locator(":focus").evaluate(
        "one => one.ariaLabel || one.labels?.[0]?.textContent || one.textContent || one.value || ''"
    )
    return " ".join(str(words).split())


def type_into(page: Page, label: str, text: str) -> None:
    stop_at(page, lambda words: words.rstrip(":") == label)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


def press(page: Page, words: str) -> None:
    """Reach a link or button and follow it."""
    stop_at(page, lambda found: found == words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def log_in(page: Page) -> None:
    page.goto("/admin/login/")
    page.locator("#id_username").focus()
    page.keyboard.type("eve")
    type_into(page, "Password", PASSWORD)
    press(page, "Log in")


def clone(page: Page, name: str) -> None:
    page.goto("/admin/salaries/edition/")
    press(page, "2026")
    press(page, "Clone to correct it")
    type_into(page, "Name", name)
    press(page, "Make the draft")


def edit(page: Page) -> None:
    press(page, "States and metros")
    type_into(page, SEATTLE, "165000")
    type_into(page, "Reason", "The Bureau's correction.")
    press(page, "Save")
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")


def publish(page: Page, name: str) -> None:
    press(page, name)
    press(page, "Publish")
    type_into(page, "Why", "A correction.")
    press(page, "Publish")
    expect(page.locator(".messagelist")).to_contain_text(f"Edition {name} is published and current.")


def test_an_edition_is_cloned_mended_and_published_by_keyboard_alone(
    editor: Page, request: pytest.FixtureRequest
) -> None:
    name = "2026-" + request.node.callspec.id.split()[0]
    log_in(editor)
    clone(editor, name)
    edit(editor)
    publish(editor, name)
