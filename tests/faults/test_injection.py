"""Payloads in everything that visitors and staff write, looked at in a real browser: none runs, none changes a page."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import chromium  # noqa: F401  (a fixture)
from tests.faults.conftest import DRILL
from tests.faults.house import House
from tests.faults.payloads import DIRECTIONS, FORMULAS, LINES, MARKUP, PATHS, RESUMES, TEMPLATES, joined
from tests.faults.visitor import Visitor
from tests.faults.watched import Watched, watched
from tests.processes import ROOT, wait_until

pytestmark = [pytest.mark.worker, pytest.mark.browser]

Figure = Callable[[int, str], None]

ID = re.compile(r"/resumes/([0-9a-f-]{36})/")
FORMATS = tuple(RESUMES) if DRILL else ("txt",)
PAYLOADS = (joined(), *MARKUP, *TEMPLATES, *DIRECTIONS, LINES[0], LINES[2], PATHS[0]) if DRILL else (joined(),)
OF_A_RESUME = ("", "roles/new/", "sheet/", "moves/", "what-if/", "offers/", "share/", "delete/")
ASKED = {
    "/guide/estimate/": ("years", "place", "specialization", "tier"),
    "/guide/offer/": ("1-base", "1-place", "base", "place", "years"),
    "/guide/areas/": ("q", "sort", "edition"),
    "/guide/estimate/places/": ("place", "q"),
    "/skills/names/": ("add",),
    "/admin/login/": ("next", "username"),
}
SHOWN = (
    "/guide/",
    "/guide/questions/",
    "/guide/negotiation/",
    "/guide/disagreements/",
    "/guide/career/",
    "/guide/method/",
)
LISTS = ("", "salaries/edition/", "resumes/skillentry/", "resumes/employerentry/", "resumes/apikey/", "auth/user/")


@pytest.fixture(scope="module")
def spoiled(house: House) -> list[str]:
    """A superuser's session, then the admin's pages of rows whose texts are payloads; the guide is one of them."""
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", "import tests.faults.injected_rows"]
    environment = os.environ | house.environment
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.split()


@pytest.fixture
def opened(chromium: Browser, house: House) -> Iterator[Callable[..., Watched]]:  # noqa: F811
    """Return a function that opens a browser with some cookies."""
    made: list[Watched] = []

    def one(cookies: dict[str, str]) -> Watched:
        made.append(watched(chromium, house.address, cookies))
        return made[-1]

    yield one
    for browser in made:
        browser.context.close()


def uploaded(house: House, kind: str) -> tuple[Visitor, str]:
    """Send a resume of payloads under a name that is one; return its visitor and its address."""
    visitor = house.visitor()
    name = MARKUP[1].replace('"', "'") + f".{kind}"
    pk = ID.search(visitor.upload(RESUMES[kind](), name).address)
    assert pk
    house.ends(pk[1], "done")
    return visitor, f"/resumes/{pk[1]}/"


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing_in_a_resume_runs(
    kind: str, house: House, spoiled: list[str], opened: Callable[..., Watched], figure: Figure
) -> None:
    visitor, path = uploaded(house, kind)
    browser = opened(visitor.cookies())
    browser.look("/resumes/")
    for part in OF_A_RESUME:
        browser.look(path + part)
    browser.look(path)
    for words in PAYLOADS[:8]:
        corrected(browser, path, words)
    browser.send(f"{path}share/", {"do": "make"})
    link = browser.page.locator("input[value*='/shared/']").first.input_value()
    other = opened({})
    other.look(link)
    browser.look(path)
    noted = browser.noted + other.noted
    figure(
        20, f"a {kind} resume of payloads: {browser.pages + other.pages} pages; executions and breaches = {len(noted)}"
    )
    assert noted == []


def test_nothing_in_a_restored_download_runs(
    house: House, spoiled: list[str], opened: Callable[..., Watched], figure: Figure
) -> None:
    visitor, path = uploaded(house, "txt")
    told = json.loads(visitor.get(f"{path}export.json").body)
    for role in told["facts"]["roles"]:
        role |= {"title": MARKUP[0], "employer": MARKUP[1]}
    told["facts"]["current_title"], told["edition"]["name"], told["versions"]["code"] = MARKUP[0], MARKUP[2], MARKUP[3]
    pk = ID.search(visitor.upload(json.dumps(told).encode(), "resume.json").address)
    assert pk
    wait_until(lambda: house.state(pk[1]) in ("done", "failed"), 60)
    browser = opened(visitor.cookies())
    for part in OF_A_RESUME[: None if house.state(pk[1]) == "done" else 1]:
        browser.look(f"/resumes/{pk[1]}/{part}")
    figure(
        20, f"a download of payloads, {house.state(pk[1])}: {browser.pages} pages; executions = {len(browser.noted)}"
    )
    assert browser.noted == []


def corrected(browser: Watched, path: str, words: str) -> None:
    """Say a payload wherever a visitor can say anything, and look at the answers."""
    role = {"kind": "ml", "title": words[:100], "employer": words[:100], "start": "2015", "end": "2016"}
    browser.send(f"{path}roles/new/", role)
    browser.send(f"{path}roles/new/", role | {"start": words, "end": words, "kind": words})
    browser.send(f"{path}skills/", {"add": words[:60]})
    browser.send(
        f"{path}corrections/", {"years": words, "where": "us", "place": words[:80], "degree": words, "at": words}
    )
    browser.send(f"{path}offers/", {"1-base": words, "base": words, "place": words, "name": words})
    browser.send(f"{path}edition/", {"edition": words})
    for part, name in (("sheet/", "employer"), ("what-if/", "place"), ("offers/", "base"), ("offers/", "place")):
        browser.look(f"{path}{part}?{urlencode({name: words})}")


@pytest.mark.parametrize("address", ASKED)
def test_nothing_in_an_address_runs(
    address: str, house: House, spoiled: list[str], opened: Callable[..., Watched], figure: Figure
) -> None:
    browser = opened({})
    for words in PAYLOADS:
        browser.look(f"{address}?{urlencode(dict.fromkeys(ASKED[address], words))}")
    browser.look(f"/{urlencode({'': MARKUP[0]})}")
    figure(20, f"{address} asked with payloads: {browser.pages} pages; executions and breaches = {len(browser.noted)}")
    assert browser.noted == []


def test_nothing_that_staff_write_runs_on_the_sites_pages(
    spoiled: list[str], opened: Callable[..., Watched], figure: Figure
) -> None:
    browser = opened({})
    for address in ("/", "/api/", "/privacy/", "/guide/estimate/?years=6&place=Seattle", *SHOWN):
        browser.look(address)
    figure(20, f"pages of a guide of payloads: {browser.pages}; executions and breaches = {len(browser.noted)}")
    assert browser.noted == []


def test_nothing_that_staff_write_runs_in_the_admin(
    spoiled: list[str], opened: Callable[..., Watched], figure: Figure
) -> None:
    session, *rows = spoiled
    browser = opened({"sessionid": session})
    shown = rows if DRILL else rows[:4]
    for address in (*(f"/admin/{one}" for one in LISTS), *shown):
        browser.look(address)
        if address.endswith("/change/"):
            browser.look(address.replace("/change/", "/history/"))
            browser.look(address.replace("/change/", "/delete/"))
    figure(20, f"pages of the admin with payloads: {browser.pages}; executions and breaches = {len(browser.noted)}")
    assert browser.noted == []


def test_formulas_are_among_the_payloads() -> None:
    assert {text.strip()[0] for text in FORMULAS} >= set("=+-@")
