"""Margins of headings, and dates floated to the edge of a sidebar."""

from resumes.reading.reader import read
from tests.resumes.reading.pages import Sheet, prose


def text_of(sheet: Sheet) -> list[str]:
    return read(sheet.data()).text.split("\n")


def with_margin(labels: tuple[str, ...]) -> tuple[Sheet, list[list[str]]]:
    """Draw bold labels in the left margin, each beside one or two lines; return what stands beside each."""
    sheet, top, bodies = Sheet(), 60.0, []
    for number, label in enumerate(labels):
        sheet.text(40, top, label, font="Helvetica-Bold")
        bodies.append(prose(label.lower(), 1 + number % 2))
        top = sheet.lines(150, top + 3, bodies[-1]) + 9
    return sheet, bodies


def test_headings_beside_little_text_are_headings_by_their_words() -> None:
    labels = ("Positions", "Education", "Teaching", "Publications", "Functions", "Software")
    sheet, bodies = with_margin(labels)
    assert text_of(sheet) == [line for label, body in zip(labels, bodies, strict=True) for line in (label, *body)]


def test_labels_of_a_list_beside_little_text_stay_on_its_lines() -> None:
    labels = ("Languages", "Tools", "Clouds", "Methods", "Databases", "Software")
    sheet, bodies = with_margin(labels)
    expected = [[f"{label}\t{body[0]}", *body[1:]] for label, body in zip(labels, bodies, strict=True)]
    assert [line for line in text_of(sheet) if "\t" in line] == [lines[0] for lines in expected]


def with_sidebar(dates: list[str]) -> tuple[Sheet, list[str], list[str]]:
    """Draw entries with their dates floated to the edge of a sidebar on the right; return the lines of both."""
    sheet, main, top = Sheet(), [], 60.0
    side = ["CONTACT", "ana@garden.example", "Tulip Town", "SKILLS", *[f"skill number {n}" for n in range(6)]]
    for number, date in enumerate(dates):
        sheet.text(40, top, f"Gardener {number}, Spade House")
        sheet.right(400, top, date)
        body = [line[:60] for line in prose(f"entry {number}", 3)]
        main += [f"Gardener {number}, Spade House\t{date}", *body]
        top = sheet.lines(40, top + 13, body) + 6
    sheet.lines(424, 65, side, leading=14)
    return sheet, main, side


def test_dates_floated_to_the_edge_of_a_sidebar_stay_in_their_rows() -> None:
    sheet, main, side = with_sidebar([f"201{n} - 201{n + 1}" for n in range(8)])
    assert text_of(sheet) == [*main, *side]
