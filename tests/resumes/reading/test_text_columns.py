"""Two columns of plain text."""

from resumes.reading.text_columns import unfolded

LEFT = [
    "CONTACT",
    "Leeds",
    "",
    "SKILLS",
    "Rust, Go",
    "Docker",
    "Redis",
    "",
    "STUDIES",
    "BSc Computing",
    "Hillside",
    "2012 - 2015",
]
RIGHT = [
    "PROFILE",
    "Builds ranking models",
    "",
    "EXPERIENCE",
    "Data Scientist",
    "Brightloom   2019 - now",
    "- churn models",
    "- a feature store",
    "Engineer",
    "Tallfir   2015 - 2019",
    "- web shops",
    "AWARDS",
]


def beside(left: list[str], right: list[str], start: int = 24) -> list[str]:
    return [f"{one:<{start}}{other}".rstrip() for one, other in zip(left, right, strict=True)]


def test_the_left_column_comes_before_the_right_one() -> None:
    read = [row for row in unfolded(beside(LEFT, RIGHT)) if row]
    assert read == [row for row in [*LEFT, *RIGHT] if row]


def test_a_page_s_number_across_the_gutter_stays_in_its_place() -> None:
    rows = beside(LEFT * 2, RIGHT * 2)
    assert "                     page 1 of 1" in unfolded([*rows, "                     page 1 of 1"])


def test_a_rail_of_dates_is_no_column() -> None:
    rows = beside(["WORK", *["2015 - 2019"] * 10, "AWARDS"], RIGHT)
    assert unfolded(rows) == rows


def test_headings_in_the_margin_are_no_column() -> None:
    rows = beside(["WORK", "", "", "", "", "", "", "SKILLS", "", "", "", "AWARDS"], RIGHT)
    assert unfolded(rows) == rows


def test_dates_floated_to_the_right_are_no_column() -> None:
    rows = beside(LEFT, ["", "Leeds", "", "", "2019 - now", "York", "", "", "", "2012 - 2015", "York", ""], 50)
    assert unfolded(rows) == rows
