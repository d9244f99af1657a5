"""What a first visit costs: bytes on the line, requests, how far things move as they load, the wait on a slow line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.worker]

SAMPLE = Path(__file__).resolve().parents[2] / "resumes" / "samples" / "sample-resume.pdf"
MOST_BYTES = 120_000
MOST_REQUESTS = 20
MOST_SHIFT = 0.05
MOST_SECONDS = 10
FAST_3G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Milliseconds and bytes a second, as the browser's own tools mean the words."""

SHIFTS = """window.moved = 0;
new PerformanceObserver(list => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.moved += one.value;
}).observe({type: "layout-shift", buffered: true});"""
NO_INPUT_LATELY = 600
"""Milliseconds after which a shift is no longer excused by what the visitor did."""


@dataclass
class Line:
    """What came over the line, headers and all; a file from the browser's cache weighs nothing."""

    sizes: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def asked(self, event: dict[str, Any]) -> None:
        self.names[event["requestId"]] = event["request"]["url"]

    def came(self, event: dict[str, Any]) -> None:
        self.sizes[event["requestId"]] = event["encodedDataLength"]

    def __str__(self) -> str:
        told = (
            f"{size:>7} {self.names.get(key, '')}" for key, size in sorted(self.sizes.items(), key=lambda one: -one[1])
        )
        return "\n".join([f"{sum(self.sizes.values())} bytes, {len(self.sizes)} requests", *told])


@pytest.fixture
def line(page: Page) -> Iterator[Line]:
    """Weigh all that this page asks for, and watch it for shifts."""
    weighed = Line()
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.requestWillBeSent", weighed.asked)
    devtools.on("Network.loadingFinished", weighed.came)
    page.add_init_script(SHIFTS)
    yield weighed
    devtools.detach()


def answered(page: Page) -> None:
    page.goto("/")
    page.set_input_files("#file", SAMPLE)
    page.get_by_role("button", name="Read my resume").click()
    expect(page.locator("article[data-state=done]")).to_be_attached(timeout=30_000)


def weigh(page: Page, line: Line, address: str) -> None:
    """Load a page as one who was never here; the pictures of the resume's own pages are no part of the site."""
    line.sizes.clear()
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    page.goto(address, wait_until="networkidle")
    own = {key for key, name in line.names.items() if name.endswith(".webp")}
    assert sum(size for key, size in line.sizes.items() if key not in own) < MOST_BYTES, str(line)
    assert len(line.sizes) <= MOST_REQUESTS, str(line)


def test_the_home_page_is_light(page: Page, line: Line) -> None:
    weigh(page, line, "/")


def test_the_estimate_is_light(page: Page, line: Line) -> None:
    answered(page)
    weigh(page, line, page.url)


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_moves_when_the_answer_comes(page: Page, line: Line, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    answered(page)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(NO_INPUT_LATELY)
    assert page.evaluate("window.moved") < MOST_SHIFT


def test_nothing_moves_while_one_reads_down_the_page(page: Page, line: Line) -> None:
    answered(page)
    for _ in range(14):
        page.evaluate("window.scrollBy(0, 600)")
        page.wait_for_timeout(150)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.moved") < MOST_SHIFT


def test_the_estimate_comes_soon_on_a_slow_line(page: Page, line: Line) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", FAST_3G)
    page.goto("/")
    page.set_input_files("#file", SAMPLE)
    began = page.evaluate("Date.now()")
    page.get_by_role("button", name="Read my resume").click()
    expect(page.locator("article[data-state=done]")).to_be_attached(timeout=30_000)
    assert page.evaluate("Date.now()") - began < MOST_SECONDS * 1000
