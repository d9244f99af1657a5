"""The admin's pages in a real browser: accessible, valid, of one width with the screen, every link alive.

A page more is a line more in `PAGES`, with keys of rows in braces; one that only deeds lead to is one more of `WAYS`.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response, ViewportSize, expect

from tests.browser.conftest import Site, visit
from tests.processes import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.worker]

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
COLORS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""All that darkness can change."""
WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
PASSWORD = "long enough for eve"
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
    "salaries/state/add/",
    "salaries/source/",
    "resumes/skillentry/",
    "resumes/skillentry/add/?base=PyTorch",
    "resumes/skillentry/{skill}/change/",
    "resumes/skillentry/{skill}/delete/",
    "resumes/skillentry/{skill}/history/",
    "resumes/skillentry/all/?q=torch",
    "resumes/skillentry/try/",
    "resumes/employerentry/",
    "resumes/employerentry/add/",
    "resumes/employerentry/all/?q=labs",
    "resumes/mark/",
    "resumes/queue/",
    "resumes/resume/",
    "resumes/resume/{failed}/change/",
    "resumes/resume/{failed}/retry/",
    "resumes/resume/{failed}/delete/",
    "resumes/apikey/",
    "resumes/apikey/add/",
    "resumes/apikey/{key}/change/",
    "resumes/apikey/{key}/delete/",
    "auth/user/",
    "auth/user/add/",
    "auth/user/{user}/change/",
    "auth/user/{user}/password/",
    "auth/user/{user}/delete/",
    "auth/group/",
    "auth/group/{group}/change/",
    "password_change/",
    "second-factor/setup/",
]
MAKE = (Path(__file__).parent / "admin_rows.py").read_text()


@dataclass(frozen=True)
class Admin:
    """The admin of a site that has one of everything."""

    site: Site
    keys: dict[str, str]

    def address(self, page: str) -> str:
        return f"/admin/{page.format(**self.keys)}"


@pytest.fixture(scope="module")
def staffed(site: Site) -> Admin:
    """The site with accounts and a draft that moves California."""
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", MAKE]
    made = subprocess.run(
        command, cwd=ROOT, env=os.environ | site.environment, check=True, capture_output=True, text=True
    )
    return Admin(site, dict(re.findall(r"(\w+)=(\S+)", made.stdout)))


@pytest.fixture(scope="module")
def eve(chromium: Browser, staffed: Admin) -> Iterator[Page]:
    """A page, logged in, that axe may add styles to: to read imported style sheets it does, against the CSP."""
    for page in visit(chromium.new_context(base_url=staffed.site.address, viewport=WIDE, bypass_csp=True)):
        log_in(page, "eve")
        page.wait_for_url("**/admin/")
        yield page


@pytest.fixture
def anybody(chromium: Browser, staffed: Admin) -> Iterator[Page]:
    """A page of somebody who has not logged in."""
    yield from visit(chromium.new_context(base_url=staffed.site.address, viewport=WIDE, bypass_csp=True))


def log_in(page: Page, name: str, password: str = PASSWORD) -> Response:
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(password)
    return press(page, "Log in")


def press(page: Page, button: str) -> Response:
    """Press a button; return the page that it leads to."""
    with page.expect_navigation() as navigation:
        page.get_by_role("button", name=button, exact=True).click()
    return navigation.value


def examine(page: Page, answer: Response | None) -> list[Any]:
    """Return what is wrong with a page: in light and dark, on a wide and a narrow screen. Leaves it as it was."""
    assert answer is not None
    html5lib.HTMLParser(strict=True).parse(answer.text())
    wrong = violations(page, WCAG)
    page.emulate_media(color_scheme="dark")
    page.evaluate("Promise.all(document.getAnimations().map(one => one.finished))")
    wrong += violations(page, COLORS)
    page.emulate_media(color_scheme="light")
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        wrong += [("too wide", size)] if page.evaluate("document.documentElement.scrollWidth") > size["width"] else []
    return wrong


def violations(page: Page, rules: dict[str, Any]) -> list[Any]:
    found = Axe().run(page, options=rules).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_valid_and_as_wide_as_its_screen(eve: Page, staffed: Admin, path: str) -> None:
    answer = eve.goto(staffed.address(path))
    assert answer is not None
    assert answer.status == 200
    assert examine(eve, answer) == []


def log_in_wrongly(page: Page, _admin: Admin) -> Response:
    return log_in(page, "somebody", "a wrong one")


def be_locked_out(page: Page, _admin: Admin) -> Response:
    for _ in range(4):
        log_in(page, "nobody", "a wrong one")
    answer = log_in(page, "nobody", "a wrong one")
    expect(page.get_by_role("heading", name="Locked out for a while")).to_be_visible()
    return answer


def mistake_the_code(page: Page, _admin: Admin) -> Response:
    log_in(page, "tom")
    page.get_by_label("Code").fill("000000")
    return press(page, "Log in")


def renew_recovery_codes(page: Page, _admin: Admin) -> Response:
    log_in(page, "tom")
    page.get_by_label("Code").fill("aaaa")
    press(page, "Log in")
    assert examine(page, page.goto("/admin/second-factor/own/")) == []
    page.get_by_label("Code").fill("bbbb")
    return press(page, "Make new recovery codes")


def upload(page: Page, admin: Admin, rows: str) -> Response:
    log_in(page, "eve")
    page.goto(admin.address("salaries/edition/{draft}/tables/states/import/"))
    page.set_input_files("#id_file", {"name": "states.csv", "mimeType": "text/csv", "buffer": rows.encode()})
    return press(page, "Show what changes")


def upload_faults(page: Page, admin: Admin) -> Response:
    return upload(page, admin, "slug,mean\nTX,lots\nIL,130000\n")


def upload_changes(page: Page, admin: Admin) -> Response:
    return upload(page, admin, "slug,mean\nTX,125000\nIL,130000\n")


def save_bad_values(page: Page, admin: Admin) -> Response:
    log_in(page, "eve")
    page.goto(admin.address("salaries/edition/{draft}/change/?part=places"))
    page.get_by_label("Annual mean, US dollars a year, Seattle").fill("1")
    return press(page, "Save")


def try_a_skill(page: Page, admin: Admin) -> Response:
    log_in(page, "eve")
    page.goto(admin.address("resumes/skillentry/{skill}/change/"))
    page.get_by_label("Category").select_option("data")
    page.get_by_label("Text").fill("Moved orders to QuillDB with Python")
    return press(page, "Try it")


def make_a_key(page: Page, admin: Admin) -> Response:
    log_in(page, "eve")
    page.goto(admin.address("resumes/apikey/add/"))
    page.get_by_label("Name").fill("Another client")
    return press(page, "Save")


WAYS: list[Callable[[Page, Admin], Response]] = [
    log_in_wrongly,
    be_locked_out,
    mistake_the_code,
    renew_recovery_codes,
    upload_faults,
    upload_changes,
    save_bad_values,
    try_a_skill,
    make_a_key,
]


@pytest.mark.parametrize("way", WAYS)
def test_where_deeds_lead_is_accessible_valid_and_as_wide_as_its_screen(
    anybody: Page, staffed: Admin, way: Callable[[Page, Admin], Response]
) -> None:
    assert examine(anybody, way(anybody, staffed)) == []


def test_every_link_is_alive(eve: Page, staffed: Admin) -> None:
    links: set[str] = set()
    for path in PAGES:
        address = urljoin(staffed.site.address, staffed.address(path))
        tree = html5lib.parse(eve.request.get(address).text(), namespaceHTMLElements=False)
        links |= {urldefrag(urljoin(address, link.get("href"))).url for link in tree.iter("a") if link.get("href")}
    # Headings that sort a list differ from it in the order only.
    own = {link for link in links if link.startswith(staffed.site.address) and "o=" not in urlsplit(link).query}
    assert [link for link in sorted(own) if eve.request.get(link).status != 200] == []
