"""Which entries are posts, and which functions, memberships and training."""

import pytest

from tests.resumes.extraction.histories import listed

POST = "EXPERIENCE\nData Engineer, Brightloom\tMar 2019 - Jun 2021\n• Moved nightly jobs to a queue\n"
ENGINEER = ("Data Engineer", "Brightloom", "2019-03", "2021-06")


@pytest.mark.parametrize(
    "line", ["Trustee, Harlow Town Museum", "Member, Data Board of Larkbury", "Co-chair, Norvane Guild"]
)
def test_a_function_in_a_society_is_no_post(line: str) -> None:
    assert listed(f"{POST}{line}\t2015 - 2018") == [ENGINEER]


@pytest.mark.parametrize("line", ["Lecturer, Harlow Town College", "Member of Technical Staff, Norvane"])
def test_a_post_beside_functions_stays_one(line: str) -> None:
    assert [role[0] for role in listed(f"{POST}{line}\t2015 - 2018")] == ["Data Engineer", line.split(",")[0]]


def test_a_postdoc_with_its_end_alone_among_degrees_is_training() -> None:
    assert listed(f"{POST}EDUCATION\nLarkbury Institute\tPostdoc\t08/2018\tOncology") == [ENGINEER]


def test_a_postdoc_with_both_its_dates_among_degrees_is_a_post() -> None:
    roles = listed(f"{POST}EDUCATION\nPostdoc, Larkbury Institute\t08/2016 - 08/2018")
    assert [role[0] for role in roles] == ["Data Engineer", "Postdoc"]


def test_a_trade_at_a_bank_called_a_society_is_a_post() -> None:
    line = "Data Scientist, Larkbury Building Society\t2015 - 2018"
    assert [role[0] for role in listed(f"{POST}{line}")] == ["Data Engineer", "Data Scientist"]


@pytest.mark.parametrize("line", ["President, Larkbury Chess Club", "Secretary, Physics Society"])
def test_an_office_in_a_club_is_no_post(line: str) -> None:
    assert listed(f"{POST}{line}\t2015 - 2018") == [ENGINEER]


def test_a_leave_between_posts_takes_no_title_from_the_next() -> None:
    text = """
EXPERIENCE
Data Scientist
Brightloom, Lund, Jan 2022 - present
• Trained churn models

Föräldraledig (parental leave)
March - Dec 2021

Data Engineer, Platform
Dover Mills, Aug 2018 - Feb 2021
• Moved nightly jobs
"""
    assert [role[2:] for role in listed(text)] == [("2022-01", "present"), ("2018-08", "2021-02")]


def test_a_promotion_in_brackets_dates_no_post() -> None:
    text = """
EXPERIENCE
Bureau of Harbors
08/2016 - 05/2021
Grade: 12 (promoted from grade 11, 08/2018)
Data Analyst
• Wrote reports
"""
    assert [role[2:] for role in listed(text)] == [("2016-08", "2021-05")]


def test_a_range_in_brackets_still_dates_its_post() -> None:
    text = "EXPERIENCE\nBureau of Harbors\nData Analyst (08/2016 - 05/2021)\n• Wrote reports"
    assert [role[2:] for role in listed(text)] == [("2016-08", "2021-05")]
