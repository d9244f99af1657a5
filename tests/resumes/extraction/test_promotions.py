"""Promotions told inside one entry."""

import pytest

from tests.resumes.extraction.histories import listed

LATER = ("Senior Analyst", "Norvane Ltd", "2016-05", "2019-06")
EARLIER = ("Analyst", "Norvane Ltd", "2014-02", "2016-05")


@pytest.mark.parametrize(
    "head",
    [
        "Feb 2014 - June 2019, Norvane Ltd, Analyst, then Senior Analyst from May 2016",
        "Analyst, later Senior Analyst (since May 2016), Norvane Ltd, Feb 2014 - June 2019",
    ],
)
def test_a_promotion_parts_the_range_of_its_entry(head: str) -> None:
    assert listed(f"EXPERIENCE\n{head}\n• Wrote reports") == [LATER, EARLIER]


def test_a_day_since_when_something_was_so_leaves_the_range_whole() -> None:
    text = "EXPERIENCE\nAnalyst, Norvane Ltd (from May 2016 in Leeds), Feb 2014 - June 2019\n• Wrote reports"
    assert [role[2:] for role in listed(text)] == [("2014-02", "2019-06")]


def test_a_post_since_then_beside_an_ended_one_stays_open() -> None:
    text = "EXPERIENCE\nSenior Analyst, Norvane Ltd, since May 2019\nAnalyst, Norvane Ltd, 2014 - 2019\n"
    assert [role[2:] for role in listed(text)] == [("2019-05", "present"), ("2014", "2019")]
