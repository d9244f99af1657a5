"""Geometry to reading order: columns, margins, floats, tables."""

import pytest

from resumes.reading.reader import read
from resumes.reading.rows import FARTHEST, box_of
from resumes.reading.words import Word
from tests.resumes.reading.pages import WIDTH, Sheet, prose


def text_of(sheet: Sheet) -> list[str]:
    return read(sheet.data()).text.split("\n")


def test_lines_follow_the_page_and_not_the_order_of_painting() -> None:
    sheet = Sheet()
    for top, text in ((90, "third line of text"), (64, "first line of text"), (77, "second line of text")):
        sheet.text(50, top, text)
    assert text_of(sheet) == ["first line of text", "second line of text", "third line of text"]


def test_a_sidebar_on_the_left_is_read_before_the_main_column() -> None:
    sheet = Sheet()
    sheet.text(250, 40, "Ana Example", size=24)
    side = ["CONTACT", "ana@garden.example", "Tulip Town", "SKILLS", *[f"skill {n}" for n in range(20)]]
    main = prose("main", 30)
    sheet.lines(40, 90, side, leading=14)
    sheet.lines(220, 87, main, size=8)
    assert text_of(sheet) == ["Ana Example", *side, *main]


def test_a_sidebar_on_the_right_is_read_after_the_main_column() -> None:
    sheet = Sheet()
    side = ["CONTACT", "ana@garden.example", "Tulip Town", "SKILLS", *[f"skill {n}" for n in range(20)]]
    main = prose("main", 30)
    sheet.lines(40, 87, main, size=8)
    sheet.lines(440, 90, side, leading=14)
    document = read(sheet.data())
    assert document.text.split("\n") == [*main, *side]
    assert [line.column for line in document.lines] == [0] * len(main) + [1] * len(side)


def test_two_columns_with_the_same_line_height_are_still_two() -> None:
    sheet = Sheet()
    left, right = prose("left", 25), prose("right", 25)
    sheet.lines(30, 60, left, size=6)
    sheet.lines(310, 60, right, size=6)
    assert text_of(sheet) == [*left, *right]


def test_a_line_across_the_page_parts_two_pairs_of_columns() -> None:
    sheet = Sheet()
    first, second = prose("one", 8), prose("two", 8)
    third, fourth = prose("three", 8), prose("four", 8)
    sheet.lines(30, 60, first, size=6)
    sheet.lines(310, 66, second, size=6)
    across = "A heading that runs across the whole page, from its left margin to its right one, as headings may do"
    sheet.text(60, 190, across)
    sheet.lines(30, 220, third, size=6)
    sheet.lines(310, 226, fourth, size=6)
    assert text_of(sheet) == [*first, *second, across, *third, *fourth]


def test_dates_pushed_to_the_right_stay_on_their_line() -> None:
    sheet = Sheet()
    rows = []
    for index in range(6):
        sheet.text(50, 60 + 50 * index, f"Gardener number {index}, Spade House")
        sheet.right(560, 60 + 50 * index, f"May 201{index} - June 201{index + 1}")
        sheet.text(50, 74 + 50 * index, "Dug and measured")
        rows += [f"Gardener number {index}, Spade House\tMay 201{index} - June 201{index + 1}", "Dug and measured"]
    assert text_of(sheet) == rows


def test_dates_in_the_left_margin_stand_before_their_entry() -> None:
    sheet = Sheet()
    expected = []
    for index in range(5):
        top = 60 + 60 * index
        sheet.lines(50, top, [f"May 201{index} -", f"June 201{index + 1}"])
        body = [f"Gardener number {index}, Spade House", *prose(f"entry {index}", 3)]
        sheet.lines(140, top, body)
        expected += [f"May 201{index} - June 201{index + 1}\t{body[0]}", *body[1:]]
    assert text_of(sheet) == expected


def test_headings_in_the_left_margin_come_before_what_stands_beside_them() -> None:
    sheet = Sheet()
    expected = []
    for index, heading in enumerate((["WORK", "EXPERIENCE"], ["EDUCATION"], ["SKILLS"])):
        top = 60 + 130 * index
        sheet.lines(40, top, heading)
        body = prose(f"part {index}", 8)
        sheet.lines(150, top, body)
        expected += [" ".join(heading), *body]
    assert text_of(sheet) == expected


def test_rows_of_a_table_stay_rows() -> None:
    sheet = Sheet()
    for index, label in enumerate(("Languages", "Tools", "Methods", "Clouds", "Sports")):
        sheet.text(50, 60 + 14 * index, label)
        sheet.text(180, 60 + 14 * index, f"many words about number {index}, and a few more of them")
    assert text_of(sheet)[1] == "Tools\tmany words about number 1, and a few more of them"


def test_a_turned_page_reads_as_any_other() -> None:
    sheet = Sheet(width=792, height=WIDTH)
    sheet.canvas.rotate(90)
    sheet.canvas.translate(0, -792)
    for index in range(4):
        sheet.canvas.drawString(50, 700 - 20 * index, f"turned line {index} of a garden plan")
    assert text_of(sheet) == [f"turned line {index} of a garden plan" for index in range(4)]


def test_the_same_bytes_give_the_same_document() -> None:
    sheet = Sheet()
    sheet.lines(40, 60, prose("left", 20), size=6)
    sheet.lines(320, 60, prose("right", 20), size=6)
    data = sheet.data()
    assert read(data) == read(data)


def test_cells_of_several_lines_are_read_row_by_row() -> None:
    sheet = Sheet()
    expected = []
    for index in range(4):
        top = 60 + 90 * index
        cell = [f"Gardener number {index}", "Spade House, Tulip Town"]
        sheet.lines(50, top, cell)
        sheet.lines(250, top, prose(f"entry {index}", 5), size=9.5)
        expected += [*cell, *prose(f"entry {index}", 5)]
    assert text_of(sheet) == expected


def test_labels_beside_single_lines_are_no_headings() -> None:
    sheet = Sheet()
    labels = ("LANGUAGES", "TOOLS", "METHODS", "CLOUDS", "SPORTS")
    for index, label in enumerate(labels):
        sheet.text(50, 60 + 14 * index, label)
        sheet.text(130, 60 + 14 * index, f"many words about number {index}, and a few more of them")
    assert [line.split("\t")[0] for line in text_of(sheet)] == list(labels)


def test_a_bullet_between_two_lines_marks_neither() -> None:
    sheet = Sheet()
    sheet.text(50, 60, "Work of a gardener in Tulip Town")
    sheet.text(60, 87, "•")
    sheet.lines(75, 80, ["Spade House", "Head gardener for roses"])
    assert text_of(sheet)[1:] == ["Spade House", "Head gardener for roses"]


def test_the_next_heading_does_not_join_a_short_pair_of_columns() -> None:
    sheet = Sheet()
    left = ["• Planted roses, tulips, daisies, lilies and", "asters in the long beds of an old palace"]
    left += ["• Dug with spades and forks and rakes and", "with shovels, deep and wide, for years"]
    right = ["• Sold flowers to palaces, schools, hotels,", "shops and a large zoo with two elephants"]
    right += ["• Counted petals and bees, butterflies and", "all the worms of the long beds, twice"]
    sheet.lines(50, 100, left)
    sheet.lines(320, 100, right)
    sheet.text(50, 165, "PROJECTS", size=12)
    sheet.lines(
        50, 185, [f"{line}, and for a palace garden by the sea in Tulip Town" for line in prose("rose", 3)], size=9
    )
    assert text_of(sheet)[: len(left) + len(right) + 1] == [*left, *right, "PROJECTS"]


def test_a_contact_beside_the_name_leaves_the_first_entry_its_dates() -> None:
    sheet = Sheet()
    sheet.text(50, 60, "Holly Hedge", size=20)
    sheet.lines(430, 50, ["holly@example.org", "555 0100", "Portland, Oregon"])
    sheet.text(50, 110, "EXPERIENCE")
    for number, dates in enumerate(("May 2019 -", "2016 - 2019")):
        top = 130 + 70 * number
        sheet.lines(50, top, [f"Gardener {number}", f"Nursery {number}"])
        sheet.lines(430, top, [dates, "Salem, Oregon"])
        sheet.lines(50, top + 26, prose("roses", 2), size=8)
    text = read(sheet.data()).text
    assert "Gardener 0\tMay 2019 -\nNursery 0\tSalem, Oregon" in text


@pytest.mark.parametrize(("x1", "side"), [(540.0, 540.0), (10_579_524.0, FARTHEST), (-1e12, -FARTHEST)])
def test_a_box_ends_where_any_page_does(x1: float, side: float) -> None:
    row = [Word("far", min(50.0, x1), 10.0, x1, 20.0, 9.0, bold=False, spaced=False)]
    assert box_of(row).x1 == side
