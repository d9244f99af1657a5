"""Ranges of dates that a narrow column breaks over two lines."""

import pytest

from resumes.reading.reader import read
from tests.resumes.reading.pages import Sheet, prose


def text_with(first: str, second: str, *, x: float = 480) -> list[str]:
    sheet = Sheet()
    sheet.lines(50, 60, ["Ana Example", "Gardener", "Tulip Works", *prose("beds", 8)], size=8)
    sheet.lines(x, 73, [first, second], size=8)
    return read(sheet.data()).text.split("\n")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("June 2018 - February", "2021"),
        ("June 2018 -", "February 2021"),
        ("06/2018", "- 02/2021"),
        ("2018 to", "present"),
    ],
)
def test_a_date_that_goes_on_below_is_whole_on_its_first_line(first: str, second: str) -> None:
    assert text_with(first, second)[1:3] == [f"Gardener\t{first} {second}", "Tulip Works"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("June 2018", "July 2020"), ("2018", "2021"), ("2016 - 2018", "May 2021"), ("Tulip Town -", "2021")],
)
def test_two_dates_below_each_other_stay_two(first: str, second: str) -> None:
    assert text_with(first, second)[1:3] == [f"Gardener\t{first}", f"Tulip Works\t{second}"]


def test_a_heading_below_a_rail_of_dates_is_no_part_of_it() -> None:
    sheet = Sheet()
    for top, date in ((60, "2019 - 2021"), (120, "2016 - 2018"), (180, "2013 - 2015")):
        sheet.text(50, top, date)
        sheet.text(150, top, f"Gardener of tulips since {date[:4]}")
        sheet.lines(150, top + 12, prose("beds", 3 if top < 180 else 0), leading=12, size=8)
    sheet.text(50, 196, "Skills", size=12, font="Helvetica-Bold")
    sheet.text(50, 212, "Python, pruning")
    assert read(sheet.data()).text.endswith("2013 - 2015\tGardener of tulips since 2013\nSkills\nPython, pruning")
