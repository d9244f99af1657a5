"""Dates as people write them."""

import pytest

from resumes.dating import date_said
from resumes.refusals import NotADate


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2019", "2019"),
        ("Mar 2019", "2019-03"),
        ("march, 2019", "2019-03"),
        ("Sept. 2019", "2019-09"),
        ("3/2019", "2019-03"),
        ("03.2019", "2019-03"),
        ("2019-3", "2019-03"),
        ("2019/12", "2019-12"),
        (" may  2019 ", "2019-05"),
        ("Present", "present"),
        ("now", "present"),
        ("", ""),
    ],
)
def test_dates(text: str, read: str) -> None:
    assert date_said(text, "end") == read


@pytest.mark.parametrize(
    "text", ["19", "Marchember 2019", "2019-13", "0/2019", "3 March 2019", "soon", "20190", "x" * 5000]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(NotADate):
        date_said(text, "end")


def test_nothing_begins_at_present() -> None:
    with pytest.raises(NotADate):
        date_said("present", "start")
