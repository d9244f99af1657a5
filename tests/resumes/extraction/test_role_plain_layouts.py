"""Heads of entries in plain text, where nothing but words and empty lines tells them from the text around them."""

from resumes.extraction.sections import sections
from tests.resumes.extraction.histories import ENGINEER, SCIENTIST, listed, read

LONG = "• Trained churn models on ten million rows of orders and clicks, and kept them in step with the shop's calendar"

OVER_DATES = f"""
EXPERIENCE
Norvane Ltd, Austin, TX
Data Scientist

07.2021 - Present

{LONG}
Brightloom, Portland, OR
Data Engineer

03.2019 - 06.2021

• Moved nightly jobs to a queue
"""

BULLETED = """
EXPERIENCE
Norvane Ltd
• Data Scientist

Jul 2021 - Present

• Trained churn models on ten million rows
Brightloom
• Data Engineer

Mar 2019 - Jun 2021

• Moved nightly jobs to a queue
"""


def test_an_employer_with_its_place_ends_the_text_above_it() -> None:
    assert listed(OVER_DATES) == [SCIENTIST, ENGINEER]


def test_a_line_of_text_that_names_a_place_stays_text() -> None:
    told = OVER_DATES.replace("Brightloom, Portland, OR\n", "and moved the office to Portland, OR\nBrightloom\n")
    assert listed(told)[1] == ENGINEER


def test_a_bullet_that_is_a_title_over_bare_dates_is_no_text() -> None:
    assert listed(BULLETED) == [SCIENTIST, ENGINEER]


def test_a_bullet_that_tells_of_an_engineer_stays_text() -> None:
    told = BULLETED.replace(
        "• Moved nightly", "• Data engineer on duty every third week, with a pager\n• Moved nightly"
    )
    assert listed(told) == [SCIENTIST, ENGINEER]


def test_dates_over_their_post_still_belong_to_what_follows() -> None:
    dated_first = """
EXPERIENCE
Jul 2021 - Present

Data Scientist
Norvane Ltd

Mar 2019 - Jun 2021

Data Engineer
Brightloom
"""
    assert listed(dated_first) == [SCIENTIST, ENGINEER]


def test_a_team_behind_a_title_is_not_its_employer() -> None:
    text = OVER_DATES.replace("Data Engineer", "Data Engineer, Search and Ranking Technology")
    assert listed(text)[1][1] == "Brightloom"


def test_a_title_with_its_field_is_no_heading() -> None:
    posts = read("EXPERIENCE\nBrightloom\nResearch Intern, Language Technology\nJan 2020 - Present")
    assert [section.name for section in sections(posts)] == ["experience"]


def test_small_letters_are_no_heading_where_the_others_have_capitals() -> None:
    text = "Experience\nBrightloom, Data Engineer, 2020 - 2021\n• Used many\nadvanced AI techniques\nEducation\nB.Sc."
    assert [section.name for section in sections(read(text))] == ["experience", "education"]


def test_small_letters_are_headings_where_all_of_them_are_small() -> None:
    text = "experience\nBrightloom, Data Engineer, 2020 - 2021\ntechnical skills\nPython\neducation\nB.Sc."
    assert [section.name for section in sections(read(text))] == ["experience", "skills", "education"]
