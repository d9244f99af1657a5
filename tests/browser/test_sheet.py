"""The negotiation sheet in a real browser: on one page of paper, as text, by keyboard, without JavaScript."""

import html5lib
import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site, visit

pytestmark = [pytest.mark.browser, pytest.mark.worker]

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
BOLD = (
    "with PyTorch on 64 GPUs for 1.2 million users a month in eleven markets and every language that the product speaks"
)
FULLEST = f"""Mira Example
Pittsburgh, PA

Experience
Senior Machine Learning Engineer, Example AI
March 2021 - Present
- Fine-tuned LLaMA models with LoRA and served them with vLLM {BOLD}; cost of a request fell from $0.011 to $0.004.
- Built the RAG service behind the support assistant {BOLD}: answers accepted rose from 41% to 63%, saving $2.3 million.
- Cut the p95 latency of LLM inference with TensorRT-LLM {BOLD} from 900 ms to 310 ms, which doubled throughput by 2x.
- Led five engineers who own the evaluation harness that gates each release.

Publications
- Grasping without labels {BOLD}. ICRA 2019, best paper finalist, 240 citations.

Education
PhD in Computer Science, Carnegie Mellon University, 2017
"""
"""As much as a sheet can hold: three long lines, the LLM premium with two more, research, and two offers."""
BARE = """Tom Example
Denver, CO

Experience
Machine Learning Engineer, Example Analytics
January 2023 - Present
- Took part in planning meetings and wrote tickets

Education
B.S. Statistics, 2020
"""


def sheet_of_sample(page: Page, query: str = "") -> None:
    """Look at the sample and open its sheet."""
    page.goto("/")
    page.get_by_role("button", name="sample").first.click()
    page.get_by_role("link", name="Your negotiation sheet").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Open at $258,000")
    if query:
        page.goto(f"{page.url}{query}")


def sheet_of(page: Page, text: str) -> None:
    page.goto("/")
    page.set_input_files("#file", {"name": "resume.txt", "mimeType": "text/plain", "buffer": text.encode()})
    page.get_by_role("button", name="Read my resume").click()
    page.get_by_role("link", name="Your negotiation sheet").click()


def printed(page: Page, paper: str) -> list[str]:
    """Print as one does and return the text of each page."""
    document = pypdfium2.PdfDocument(page.pdf(format=paper))
    return [one.get_textpage().get_text_range() for one in document]


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_it_prints_on_one_page_with_its_figures(page: Page, paper: str) -> None:
    sheet_of_sample(page, "?employer=public-tech")
    pages = printed(page, paper)
    assert len(pages) == 1
    text = " ".join(pages[0].split())
    for figure in ("$199,000", "$227,000", "$258,000", "$112,590", "$133,080", "$20,000 to $100,000", "71 ms to 24 ms"):
        assert figure in text
    assert "Copy as text" not in text
    assert "Left out" not in text


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_the_fullest_sheet_is_one_page_too(page: Page, paper: str) -> None:
    sheet_of(page, FULLEST)
    address = page.url
    page.goto(f"{address.replace('/sheet/', '/offers/')}?a-base=250000&b-base=480000")
    page.get_by_role("button", name="Keep with my resume").click()
    page.goto(f"{address}?employer=public-tech")
    pages = printed(page, paper)
    assert len(pages) == 1
    assert "$480,000 a year in base" in " ".join(pages[0].split())


def test_it_is_copied_as_text(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.address)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.address)
    for page in visit(context):
        sheet_of_sample(page)
        page.get_by_role("button", name="Copy as text").click()
        expect(page.locator("[data-copied]")).to_have_text("Copied.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("Negotiation sheet: Senior ML engineer")
        assert "$258,000" in copied


def test_where_copying_is_refused_the_text_is_selected(page: Page) -> None:
    sheet_of_sample(page)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator("#sheet-text")).to_be_focused()
    assert "$258,000" in page.evaluate("String(getSelection())")


def test_other_lines_and_a_kind_of_employer_by_keyboard(page: Page) -> None:
    sheet_of_sample(page)
    page.get_by_role("link", name="A startup, or another employer").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#equity").get_by_text("fully diluted")).to_be_visible()
    page.locator(".choose > summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("checkbox").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Put these on the sheet").press("Enter")
    expect(page.locator("#impact .own-lines li")).to_have_count(2)
    expect(page.locator("#equity").get_by_text("fully diluted")).to_be_visible()


def test_without_javascript_the_text_stands_in_a_page_of_its_own(page_without_javascript: Page) -> None:
    page = page_without_javascript
    sheet_of_sample(page)
    expect(page.get_by_role("button", name="Copy as text")).to_be_hidden()
    page.get_by_role("link", name="Plain text").click()
    expect(page.locator("body")).to_contain_text("Floor: $199,000 a year in base.")


@pytest.mark.parametrize("text", [FULLEST, BARE])
def test_no_rule_of_accessibility_is_broken(page: Page, text: str) -> None:
    sheet_of(page, text)
    for fold in page.locator("details > summary").all():
        fold.click()
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_page_is_valid_html(page: Page) -> None:
    sheet_of_sample(page)
    html5lib.HTMLParser(strict=True).parse(page.request.get(page.url).text())


def test_nothing_runs_over_the_edge_of_a_phone(phone: Page) -> None:
    sheet_of_sample(phone, "?employer=major-ai")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
