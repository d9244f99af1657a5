"""The admin's own pages in a real browser: accessible, valid, of one width with the screen, every link alive.

A page more is a line more in `PAGES`; `{draft}`, `{edition}`, `{state}` are keys of rows.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site, visit
from tests.processes import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.worker]

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
COLORS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""All that darkness can change."""
PAGES = [
    "",
    "salaries/edition/",
    "salaries/edition/{draft}/change/",
    "salaries/edition/{draft}/change/?part=places",
    "salaries/edition/{draft}/change/?part=texts",
    "salaries/edition/{edition}/change/?part=places",
    "salaries/edition/{edition}/clone/",
    "salaries/edition/{draft}/publish/",
    "salaries/edition/{draft}/delete/",
    "salaries/edition/{draft}/history/",
    "salaries/edition/{draft}/tables/",
    "salaries/edition/{draft}/tables/metros/import/",
    "salaries/publication/",
    "salaries/tier/",
    "salaries/state/",
    "salaries/question/",
    "salaries/state/{state}/change/",
    "salaries/state/{state}/delete/",
    "salaries/state/{state}/history/",
    "resumes/resume/",
]
MAKE = """
from django.contrib.auth.models import User
from salaries.drafts import clone
from salaries.models import Edition, State
User.objects.create_superuser("eve", password="long enough for eve")
edition = Edition.objects.get()
draft = clone(edition, "2026-2")
State.objects.filter(edition=draft, slug="CA").update(mean=250000)
print(edition.pk, draft.pk, State.objects.get(edition=draft, slug="CA").pk)
"""


@dataclass(frozen=True)
class Admin:
    """The admin of a site with a draft, and the addresses of its pages."""

    site: Site
    pages: tuple[str, ...]


@pytest.fixture(scope="module")
def staffed(site: Site) -> Admin:
    """The site with an account and a draft that moves California."""
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", MAKE]
    made = subprocess.run(command, cwd=ROOT, env=os.environ | site.environment, check=True, capture_output=True)
    edition, draft, state = made.stdout.split()[-3:]
    keys = {"edition": edition.decode(), "draft": draft.decode(), "state": state.decode()}
    return Admin(site, tuple(f"/admin/{page.format(**keys)}" for page in PAGES))


@pytest.fixture
def examined(chromium: Browser, staffed: Admin) -> Iterator[Page]:
    """An editor's page that axe may add styles to: to read imported style sheets it does, against the CSP."""
    for page in visit(chromium.new_context(base_url=staffed.site.address, bypass_csp=True)):
        log_in(page)
        yield page


@pytest.fixture
def eve(chromium: Browser, staffed: Admin) -> Iterator[Page]:
    """An editor's page, logged in."""
    for page in visit(chromium.new_context(base_url=staffed.site.address)):
        log_in(page)
        yield page


def log_in(page: Page) -> None:
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("eve")
    page.get_by_label("Password").fill("long enough for eve")
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/admin/")


@pytest.mark.parametrize(("scheme", "rules"), [("light", WCAG), ("dark", COLORS)])
def test_every_page_meets_wcag(examined: Page, staffed: Admin, scheme: Any, rules: dict[str, Any]) -> None:
    examined.emulate_media(color_scheme=scheme)
    found = []
    for address in staffed.pages:
        examined.goto(address)
        violations = Axe().run(examined, options=rules).response["violations"]
        found += [(address, one["id"], one["nodes"][0]["html"]) for one in violations]
    assert found == []


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_its_screen(eve: Page, staffed: Admin, width: int) -> None:
    eve.set_viewport_size({"width": width, "height": 900})
    wide = []
    for address in staffed.pages:
        eve.goto(address)
        if eve.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(address)
    assert wide == []


def test_every_page_is_valid_and_every_link_is_alive(eve: Page, staffed: Admin) -> None:
    links: set[str] = set()
    for address in staffed.pages:
        answer = eve.request.get(address)
        assert answer.status == 200, address
        html5lib.HTMLParser(strict=True).parse(answer.text())
        eve.goto(address)
        hrefs = eve.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))")
        links |= {urldefrag(urljoin(eve.url, href)).url for href in hrefs}
    # Headings that sort a list differ from it in the order only.
    own = {link for link in links if link.startswith(staffed.site.address) and "o=" not in urlsplit(link).query}
    dead = [link for link in sorted(own) if eve.request.get(link).status != 200]
    assert dead == []
