"""From a fact to the words it was read from, and back: by pointer, by keyboard, on a phone, without JavaScript."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from resumes import sandbox

pytestmark = [pytest.mark.browser, pytest.mark.worker]

SAMPLE = Path(sandbox.__file__).parent / "samples" / "sample-resume.pdf"
TEXT = """Ana Example
Seattle, WA

Experience
Machine Learning Engineer, Example Analytics
January 2020 - Present
- Trained ranking models in PyTorch that raised clicks by 12 %

Education
M.S. Computer Science, 2018
"""


def opened(page: Page, file: Path = SAMPLE) -> Page:
    page.goto("/")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Read my resume").click()
    expect(page.locator("[data-state=done]")).to_be_attached()
    return page


def with_pictures(page: Page) -> Page:
    opened(page)
    expect(page.locator(".sheet img")).to_be_attached()
    return page


def fact(page: Page, words: str) -> Locator:
    return page.locator(".facts-read").get_by_role("link", name=words, exact=True).first


def lit_marks(page: Page) -> list[str]:
    """Return the names of the marks that are lit."""
    return page.locator("[data-mark].lit").evaluate_all("all => all.map(one => one.textContent)")


def test_pointing_at_a_fact_lights_its_words_up_and_brings_them_into_view(page: Page) -> None:
    with_pictures(page)
    page.locator("#evidence").scroll_into_view_if_needed()
    fact(page, "Docker").hover()
    assert [name.split(":")[0] for name in lit_marks(page)] == ["Docker"]
    expect(page.locator("[data-mark].lit").first).to_be_in_viewport()
    fact(page, "Seattle").hover()
    assert lit_marks(page) == ["Seattle, WA: Seattle (place)"]


def test_pointing_at_words_lights_their_fact_up(page: Page) -> None:
    with_pictures(page)
    page.locator("[data-mark] title", has_text="Docker (skill)").first.evaluate(
        "title => title.parentNode.scrollIntoView({block: 'center'})"
    )
    page.locator("[data-mark]", has=page.locator("title", has_text="Docker (skill)")).first.hover()
    expect(fact(page, "Docker")).to_have_class("fact lit")


def test_a_click_leads_to_the_words_and_from_them_back_to_where_it_came_from(page: Page) -> None:
    with_pictures(page)
    quote = page.locator(".why .fact", has_text="Seattle, WA")
    quote.click()
    mark = page.locator("[data-mark]:focus")
    expect(mark).to_have_attribute("href", "#" + str(fact(page, "Seattle").get_attribute("id")))
    expect(mark).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(quote).to_be_focused()


def test_by_keyboard_alone(page: Page) -> None:
    with_pictures(page)
    fact(page, "Seattle").focus()
    assert lit_marks(page) == ["Seattle, WA: Seattle (place)"]
    page.keyboard.press("Enter")
    first = page.locator("[data-mark]:focus").get_attribute("id")
    page.keyboard.press("ArrowRight")
    assert page.locator("[data-mark]:focus").get_attribute("id") != first
    page.keyboard.press("ArrowLeft")
    assert page.locator("[data-mark]:focus").get_attribute("id") == first
    page.keyboard.press("Escape")
    expect(fact(page, "Seattle")).to_be_focused()


def test_escape_turns_the_light_off(page: Page) -> None:
    with_pictures(page)
    fact(page, "Seattle").focus()
    page.keyboard.press("Escape")
    assert lit_marks(page) == []


def test_of_all_marks_one_takes_part_in_the_order_of_tab(page: Page) -> None:
    with_pictures(page)
    expect(page.locator('[data-mark][tabindex="0"]')).to_have_count(1)
    assert page.locator('[data-mark][tabindex="-1"]').count() > 20


def test_marks_stand_on_their_words(page: Page) -> None:
    with_pictures(page)
    picture = page.locator(".sheet").bounding_box()
    mark = page.locator("[data-mark] rect").first.bounding_box()
    assert picture is not None
    assert mark is not None
    assert picture["x"] < mark["x"] < picture["x"] + picture["width"] / 2
    assert picture["y"] < mark["y"] < picture["y"] + picture["height"] / 4


SHIFTS = """() => new Promise(tell => {
  new PerformanceObserver(list => tell(list.getEntries().reduce((sum, one) => sum + one.value, 0)))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => tell(0), 500);
})"""


def test_nothing_shifts_while_the_pictures_come(page: Page) -> None:
    with_pictures(page)
    page.reload()
    page.locator(".sheet img").scroll_into_view_if_needed()
    expect(page.locator(".sheet img")).to_be_in_viewport()
    assert page.evaluate(SHIFTS) < 0.05


def test_a_text_file_shows_its_text_with_marks(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "ana.txt"
    file.write_text(TEXT)
    opened(page, file)
    fact(page, "PyTorch").focus()
    assert lit_marks(page) == ["PyTorch"]
    assert page.locator(".sheet").count() == 0


def test_on_a_phone_a_tap_unfolds_the_resume_at_the_words(phone: Page) -> None:
    opened(phone)
    expect(phone.locator(".sheet")).to_be_attached()
    assert not phone.locator(".sheets").is_visible()
    phone.locator(".why .fact", has_text="Seattle, WA").click()
    expect(phone.locator("[data-mark]:focus")).to_be_in_viewport()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_javascript_a_quote_leads_to_its_mark(page_without_javascript: Page) -> None:
    page = opened(page_without_javascript)
    page.locator(".why .fact", has_text="Seattle, WA").click()
    mark = page.locator("[data-mark]:target")
    expect(mark).to_have_text("Seattle, WA")
    expect(mark).to_be_in_viewport()
    mark.click()
    expect(page.locator(".fact:target")).to_have_text("Seattle")


def test_without_javascript_the_pages_are_drawn_when_asked_for(page_without_javascript: Page) -> None:
    page = opened(page_without_javascript)
    page.get_by_role("link", name="have them drawn").click()
    for _ in range(50):
        if page.locator(".sheet img").count():
            return
        page.wait_for_timeout(200)
        page.reload()
    pytest.fail("the pages were never drawn")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_section_keeps_the_rules_of_accessibility(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    with_pictures(page)
    found = Axe().run(page, context=".evidence")
    assert [one["id"] for one in found.response["violations"]] == []


def test_the_text_with_marks_keeps_them_too(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "ana.txt"
    file.write_text(TEXT)
    found = Axe().run(opened(page, file), context=".evidence")
    assert [one["id"] for one in found.response["violations"]] == []
