"""An editor's day: a draft, a figure, a file with a bad row, a preview, a publication, and back again.

The sample resume is read by the real worker before the day begins, with the edition that was current then.
"""

import csv
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site, visit
from tests.processes import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.worker]

SAMPLE = ROOT / "resumes" / "samples" / "sample-resume.pdf"
MAKE = "from django.contrib.auth.models import User; User.objects.create_superuser('eve', password='long enough')"
SEATTLE, FAR = "$164,800", "$320,000"


@pytest.fixture
def eve(chromium: Browser, site: Site) -> Iterator[Page]:
    """The editor's page, logged in."""
    command = [sys.executable, "manage.py", "shell", "-v0", "-c", MAKE]
    subprocess.run(command, cwd=ROOT, env=os.environ | site.environment, check=True)
    for page in visit(chromium.new_context(base_url=site.address, accept_downloads=True)):
        page.goto("/admin/login/")
        page.get_by_label("Username").fill("eve")
        page.get_by_label("Password").fill("long enough")
        page.get_by_role("button", name="Log in").click()
        page.wait_for_url("**/admin/")
        yield page


def open_edition(page: Page, name: str) -> None:
    page.goto("/admin/salaries/edition/")
    page.get_by_role("link", name=name, exact=True).click()


def say(page: Page, words: str) -> None:
    expect(page.locator(".messagelist")).to_contain_text(words)


def clone_and_edit(page: Page) -> None:
    """Clone the current edition, and raise Seattle's mean in the draft."""
    open_edition(page, "2026")
    page.get_by_role("link", name="Clone to correct it").click()
    page.get_by_role("button", name="Make the draft").click()
    say(page, "Edition 2026-2 is a draft with all figures of 2026.")
    page.get_by_role("link", name="States and metros").click()
    page.get_by_label("Annual mean, US dollars a year, Seattle").fill("180000")
    page.get_by_label("Reason").fill("The Bureau's new table.")
    page.get_by_role("button", name="Save", exact=True).click()
    say(page, "was changed successfully")


def exported(page: Page) -> list[dict[str, str]]:
    """Take the metros out as CSV; return the rows."""
    open_edition(page, "2026-2")
    page.get_by_role("link", name="Import and export").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Metros as CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def send(page: Page, rows: list[dict[str, str]]) -> None:
    """From the list of tables, or where a file was refused, bring rows back as a CSV, up to what it would change."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    page.get_by_role("link", name="Import metros").click()
    content = text.getvalue().encode()
    page.set_input_files("#id_file", {"name": "metros.csv", "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Show what changes").click()


def import_with_a_bad_row(page: Page) -> None:
    """A file with one bad row is refused whole; mended, it is imported."""
    rows = exported(page)
    places = {row["slug"]: place for place, row in enumerate(rows, start=2)}
    seattle, austin = (next(row for row in rows if row["slug"] == slug) for slug in ("seattle", "austin"))
    seattle["mean"], austin["mean"] = "320000", "lots"
    send(page, rows)
    expect(page.locator(".errornote")).to_contain_text("Nothing can be imported from metros.csv: 1 fault.")
    expect(page.get_by_role("row", name=f"Row {places['austin']}, mean")).to_contain_text("'lots' is no number.")
    expect(page.get_by_role("button", name="Import", exact=True)).to_have_count(0)
    austin["mean"] = "140000"
    send(page, rows)
    expect(page.locator("#content-main")).to_contain_text("2 rows changed, 0 added, 0 removed")
    page.get_by_label("Reason").fill("A survey of our own.")
    page.get_by_role("button", name="Import", exact=True).click()
    say(page, "Imported metros.csv into metros: 2 changed, 0 added, 0 removed.")


def preview(page: Page, visitor: Page) -> None:
    """Staff read the draft on the site, others do not."""
    page.get_by_role("link", name="2026-2 (draft)").click()
    page.get_by_role("link", name="Preview on the site").click()
    address = f"/guide/metros/?{page.url.partition('?')[2]}"
    page.goto(address)
    expect(page.locator("#metro-seattle")).to_contain_text(FAR)
    visitor.goto(address)
    expect(visitor.locator("body")).not_to_contain_text(FAR)


def publish(page: Page, name: str, button: str, why: str) -> None:
    """Publish an edition: with a note, and with a tick, since the estimates of Seattle move far."""
    open_edition(page, name)
    page.get_by_role("link", name=button, exact=True).click()
    page.get_by_label("Why").fill(why)
    page.get_by_role("button", name="Publish", exact=True).click()
    assert page.get_by_label("These large changes are meant").evaluate("one => one.validity.valueMissing")
    page.get_by_label("These large changes are meant").check()
    page.get_by_role("button", name="Publish", exact=True).click()
    say(page, f"Edition {name} is published and current.")


def test_an_editors_day(eve: Page, page: Page) -> None:
    page.goto("/")
    page.set_input_files("#file", SAMPLE)
    page.get_by_role("button", name="Read my resume").click()
    expect(page.locator(".range").first).to_be_visible()
    resume, before = page.url, page.locator(".range").first.inner_text()

    clone_and_edit(eve)
    import_with_a_bad_row(eve)
    preview(eve, page)
    publish(eve, "2026-2", "Publish", "New wages for Seattle.")

    page.goto("/guide/metros/")
    expect(page.locator("#metro-seattle")).to_contain_text(FAR)
    page.goto(resume)
    expect(page.locator("main")).to_contain_text("Edition 2026-2 has become the guide's current one since.")
    expect(page.locator("main")).to_contain_text("It would answer otherwise")
    expect(page.locator(".range").first).to_have_text(before)

    publish(eve, "2026", "Publish again", "The survey was wrong.")
    page.goto("/guide/metros/")
    expect(page.locator("#metro-seattle")).to_contain_text(SEATTLE)
    page.goto(resume)
    expect(page.locator("main")).not_to_contain_text("It would answer otherwise")
    expect(page.locator(".range").first).to_have_text(before)
