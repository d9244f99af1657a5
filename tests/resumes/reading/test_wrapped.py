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
        ("mars 2018 -", "aujourd’hui"),
        ("sept. 2018 - déc.", "2021"),
        ("Mai 2018 -", "März 2021"),
    ],
)
def test_a_date_that_goes_on_below_is_whole_on_its_first_line(first: str, second: str) -> None:
    assert text_with(first, second)[1:3] == [f"Gardener\t{first} {second}", "Tulip Works"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("June 2018", "July 2020"),
        ("2018", "2021"),
        ("2016 - 2018", "May 2021"),
        ("2020 -", "2016 - 2019"),
        ("Tulip Town -", "2021"),
    ],
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


def in_a_rail(*dates: list[str]) -> list[str]:
    sheet = Sheet()
    for index, words in enumerate(dates):
        for x, word in zip((50, 92), words, strict=False):
            sheet.text(x, 60 + 60 * index, word, size=8)
        sheet.lines(140, 60 + 60 * index, ["Gardener, Tulip Works", *prose("beds", 2)], size=8)
    return read(sheet.data()).text.split("\n")


def test_a_date_spread_to_the_width_of_its_rail_is_one() -> None:
    lines = in_a_rail(["2019 - 2021"], ["mars", "– août 2017"], ["2013 - 2015"])
    assert "mars – août 2017\tGardener, Tulip Works" in lines


def test_dates_of_a_rail_of_single_lines_stay_as_they_are() -> None:
    lines = in_a_rail(["2019 - 2021"], ["2016 - 2018"], ["2013 - 2015"])
    assert [line.split("\t")[0] for line in lines if "\t" in line] == ["2019 - 2021", "2016 - 2018", "2013 - 2015"]
