"""Columns that go on overleaf."""

from resumes.reading.reader import read
from tests.resumes.reading.pages import Sheet, prose

SIDE = [f"skill {index}" for index in range(24)]


def lines_of(sheet: Sheet) -> list[str]:
    return read(sheet.data()).text.split("\n")


def test_a_sidebar_on_the_right_waits_for_the_main_column_to_end_overleaf() -> None:
    sheet = Sheet()
    first, second = prose("first", 40), prose("second", 20)
    sheet.lines(40, 60, first, size=8)
    sheet.lines(440, 65, SIDE, leading=21)
    sheet.turn_page()
    sheet.lines(40, 60, second, size=8)
    assert lines_of(sheet) == [*first, *second, *SIDE]


def test_a_sidebar_on_the_left_waits_too() -> None:
    sheet = Sheet()
    first, second, more = prose("first", 40), prose("second", 40), [f"tool {index}" for index in range(24)]
    for side, main in ((SIDE, first), (more, second)):
        sheet.lines(40, 65, side, leading=21)
        sheet.lines(200, 60, main, size=8)
        sheet.turn_page()
    assert lines_of(sheet) == [*SIDE, *first, *second, *more]


def test_a_section_of_its_own_overleaf_comes_after_the_sidebar() -> None:
    sheet = Sheet()
    first, second = prose("first", 40), prose("second", 20)
    sheet.lines(40, 60, first, size=8)
    sheet.lines(440, 65, SIDE, leading=21)
    sheet.turn_page()
    sheet.text(40, 60, "EDUCATION")
    sheet.lines(40, 80, second, size=8)
    assert lines_of(sheet) == [*first, *SIDE, "EDUCATION", *second]


def test_two_columns_of_one_width_are_read_page_by_page() -> None:
    sheet = Sheet()
    columns = [prose(name, 40) for name in ("one", "two", "three", "four")]
    for left, right in (columns[:2], columns[2:]):
        sheet.lines(30, 60, left, size=6)
        sheet.lines(310, 66, right, size=6)
        sheet.turn_page()
    assert lines_of(sheet) == [line for column in columns for line in column]


def test_columns_of_one_width_are_read_page_by_page_however_short_most_of_their_lines() -> None:
    sheet = Sheet()
    first, more = ([line[:42].strip() for line in prose(name, 40)] for name in ("first", "more"))
    second = [f"second {index}" if index % 4 else f"second {index}: built models for gardens" for index in range(40)]
    sheet.text(40, 40, "GARDENER IN CHIEF, a header that reaches over both columns of the page", size=14)
    sheet.lines(40, 70, first, size=9)
    sheet.lines(320, 76, second, size=9)
    sheet.turn_page()
    sheet.lines(40, 60, more, size=9)
    assert lines_of(sheet)[1:] == [*first, *second, *more]
