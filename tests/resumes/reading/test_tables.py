"""Tables of three columns whose cells hold several lines."""

from resumes.reading.reader import read
from tests.resumes.reading.pages import Sheet, prose

EDGES = (50, 140, 290)
ENTRIES = (
    (
        ["May 2019 –", "June 2021"],
        ["Head Gardener /", "Plant Doctor", "Spade House"],
        ["Planted roses.", "Sold tulips."],
    ),
    (["2017 - 2019"], ["Gardener", "Rake & Sons"], ["Dug long beds.", "Measured worms.", "Counted petals."]),
    (["2014 - 2017"], ["Apprentice", "Palace Gardens"], ["Watered the asters.", "Mended forks."]),
)


def drawn(apart: float) -> list[str]:
    """Draw the entries as rows with white space between them, and return the lines that are read."""
    sheet, top = Sheet(), 60.0
    for cells in ENTRIES:
        for edge, cell in zip(EDGES, cells, strict=True):
            sheet.lines(edge, top, cell, leading=12)
        top += 12 * max(map(len, cells)) + apart
    sheet.lines(44, top + 20, ["Education", *prose("school", 3)])
    return read(sheet.data()).text.split("\n")


def test_rows_of_three_cells_are_read_cell_by_cell() -> None:
    first, second, third = [[*cells[1][1:], *cells[2]] for cells in ENTRIES]
    assert drawn(apart=8)[:15] == [
        "May 2019 – June 2021\tHead Gardener /", *first,
        "2017 - 2019\tGardener", *second,
        "2014 - 2017\tApprentice", *third,
        "Education",
    ]  # fmt: skip


def test_a_cell_that_is_too_narrow_for_its_text_is_one_line() -> None:
    sheet = Sheet()
    for number in range(3):
        top = 60 + 60 * number
        sheet.text(50, top, f"201{number}")
        sheet.lines(140, top, ["Head Gardener and Nurse of", "old and rare roses", "Spade House"], leading=12)
        sheet.lines(275, top, [f"Planted bed {number}.", "Sold tulips.", "Counted."], leading=12)
    assert read(sheet.data()).text.split("\n")[0] == "2010\tHead Gardener and Nurse of old and rare roses"


def test_columns_of_evenly_set_lines_are_no_table() -> None:
    sheet = Sheet()
    left, middle, right = (prose(name, 12 + more) for more, name in enumerate(("one", "two", "three")))
    for edge, lines in zip((30, 220, 410), (left, middle, right), strict=True):
        sheet.lines(edge, 60, lines, size=5)
    assert [line.split("\t")[0] for line in read(sheet.data()).text.split("\n")[:12]] == left


def test_cells_of_four_columns_are_one_line_each_where_they_are_full() -> None:
    sheet, edges = Sheet(), (50, 130, 200, 280)
    cells = (["2014 - 2016"], ["Rose Hill", "Nurseries"], ["Assistant", "Gardener"], ["Planted roses.", "Sold tulips."])
    for top in (60, 110, 160):
        for edge, cell in zip(edges, cells, strict=True):
            sheet.lines(edge, top, cell, leading=12)
    expected = ["2014 - 2016\tRose Hill Nurseries", "Assistant Gardener", "Planted roses.", "Sold tulips."]
    assert read(sheet.data()).text.split("\n") == 3 * expected


def test_labels_that_come_again_stand_on_the_lines_of_what_they_label() -> None:
    sheet = Sheet()
    for top, name in ((60, "Rose Hill"), (140, "Tulip Works"), (220, "Spade House")):
        sheet.lines(50, top, ["Company", "Position", "Duties"])
        sheet.lines(150, top, [name, "Gardener", *prose("duties", 3)], size=8)
    read_lines = read(sheet.data()).text.split("\n")
    assert read_lines[:3] == ["Company\tRose Hill", "Position\tGardener", f"Duties\t{prose('duties', 1)[0]}"]
    assert read_lines[5] == "Company\tTulip Works"


def test_lines_of_two_columns_that_happen_to_be_level_are_no_table() -> None:
    sheet = Sheet()
    for number in range(3):
        top = 60 + 50 * number
        sheet.text(50, top, f"Gardener {number}")
        sheet.text(330, top, f"201{number}")
        sheet.text(50, top + 14, f"Bed {number}")
        sheet.text(440, top, f"Spade {number}")
    sheet.lines(62, 220, [line[:60] for line in prose("garden", 24)], leading=19)
    sheet.lines(440, 224, ["TOOLS OF OLD", *(f"Rake number {number}" for number in range(12)), "OTHER TOOLS"])
    text = read(sheet.data()).text
    assert text.index("garden line 23") < text.index("Spade 0")
