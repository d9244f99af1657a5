"""Plain text and Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resumes.reading.errors import NoText, ReadingError, UnsupportedType
from resumes.reading.limits import Limits
from resumes.reading.reader import read


def lines(text: str) -> list[str]:
    return read(text.encode()).text.split("\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_any_usual_encoding(encoding: str) -> None:
    assert read("Zoë Example\nCafé owner".encode(encoding)).text == "Zoë Example\nCafé owner"


def test_line_ends_of_all_systems_are_one() -> None:
    assert lines("Ana\r\nBuilder\rPainter\nPoet") == ["Ana", "Builder", "Painter", "Poet"]


def test_markdown_headings_are_headings_without_their_marks() -> None:
    document = read(b"# Ana Example\n\n## Work ##\nPlain line")
    assert [(document.line_text(i), line.heading) for i, line in enumerate(document.lines)] == [
        ("Ana Example", True),
        ("Work", True),
        ("Plain line", False),
    ]


@pytest.mark.parametrize("mark", ["-", "*", "•", "●", "▪", "–", "➢", "\uf0b7", "o"])
def test_every_bullet_reads_the_same(mark: str) -> None:
    assert lines(f"Work\n{mark} Sold spades") == ["Work", "• Sold spades"]


@pytest.mark.parametrize("text", ["2019 - 2021", "-5 degrees", "e-mail", "C* search", "oak tree", "x - y"])
def test_what_is_no_bullet_stays(text: str) -> None:
    assert lines(f"{text}\nWork") == [text, "Work"]


def test_emphasis_and_links_lose_their_marks() -> None:
    text = "**Gardener** at [Spade & Co](https://spade.example), `Python`, snake_case_name, 2 * 3 * 4"
    assert lines(text) == ["Gardener at Spade & Co https://spade.example, Python, snake_case_name, 2 * 3 * 4"]


def test_a_row_of_spaces_is_a_tab_and_two_spaces_are_one() -> None:
    assert lines("Gardener        2019 - 2021.  Full time") == ["Gardener\t2019 - 2021. Full time"]


def test_odd_spaces_and_marks_without_width_are_resolved() -> None:
    text = "Machine\u00a0Learning\u200b and \ufb01ne\u2011tuning of models for a shop of garden tools\x07"
    assert lines(text) == ["Machine Learning and fine-tuning of models for a shop of garden tools"]


def test_binary_data_is_no_text() -> None:
    with pytest.raises(UnsupportedType):
        read(bytes(range(256)) * 20)


def test_signs_without_a_letter_are_no_text() -> None:
    with pytest.raises(NoText):
        read(b"--- 123 ---")


def test_text_beyond_the_limit_is_cut_and_said() -> None:
    document = read(b"first line\nsecond line\nthird line", Limits(max_characters=25))
    assert (document.text, document.remarks) == ("first line\nsecond line", ("text_cut",))


@given(st.text(max_size=400))
def test_lines_tile_the_text_whatever_is_in_it(text: str) -> None:
    try:
        document = read(text.encode("utf-8", "surrogatepass"))
    except ReadingError:
        return
    quotes = [document.line_text(index) for index in range(len(document.lines))]
    assert "\n".join(quotes) == document.text
    assert all(quote and "\n" not in quote for quote in quotes)
    assert all(a.end < b.start for a, b in zip(document.lines, document.lines[1:], strict=False))


@pytest.mark.parametrize("title", ["Data Scientist", "Data Engineer", "ML Lead", "Engineer I"])
def test_a_tab_is_a_wide_gap_wherever_it_falls(title: str) -> None:
    assert read(f"{title}\tHarbor Labs\tJan 2021".encode()).text == f"{title}\tHarbor Labs\tJan 2021"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("_June 2018 to May 2021_", "June 2018 to May 2021"),
        ("**Charge Nurse** \\", "Charge Nurse"),
        ("Leeds&nbsp;|&nbsp;York<br>", "Leeds | York"),
        ("<details><summary>Older</summary>", "Older"),
        ("Norvane &mdash; Leeds &#8211; York", "Norvane — Leeds – York"),
    ],
)
def test_marks_of_web_pages_and_single_underscores_go(raw: str, shown: str) -> None:
    assert lines(f"{raw}\nWork")[0].strip() == shown


@pytest.mark.parametrize(
    "raw", ["snake_case_name", "R&D; sales", "if a < b and c > d", "norvane.example/_me_/cv", "AT&T; calls"]
)
def test_signs_that_belong_to_the_words_stay(raw: str) -> None:
    assert lines(f"{raw}\nWork")[0] == raw


def test_the_end_of_a_range_below_its_start_is_no_bullet() -> None:
    assert lines("1.3.2016     Brightloom\n- 30.4.2019    Analyst") == ["1.3.2016\tBrightloom", "–30.4.2019\tAnalyst"]


def test_months_in_a_rail_make_a_range_over_two_lines() -> None:
    assert lines("Nov ’19    Analyst\n- present  Ran tests")[1].startswith("–present")


def test_a_month_that_begins_a_list_item_below_a_dated_line_is_text() -> None:
    assert lines("Nov 2019    Analyst\n- Aug 2020 brought a new shop")[1].startswith("• Aug")


def test_a_year_that_begins_a_list_item_below_a_dated_line_is_text() -> None:
    assert lines("2016 - 2019   Brightloom\n- 2018 report")[1] == "• 2018 report"
