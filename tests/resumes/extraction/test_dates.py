from datetime import date

import pytest

from resumes.extraction.dates import date_ranges
from resumes.extraction.findings import DateRange

AS_OF = date(2024, 7, 15)


def found(text: str) -> list[DateRange]:
    return list(date_ranges(text, AS_OF))


def bounds(text: str) -> list[tuple[str | None, str | None]]:
    return [(dated.start, dated.end) for dated in found(text)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jan 2020 - Mar 2021", "2020-01", "2021-03"),
        ("January 2020 – March 2021", "2020-01", "2021-03"),
        ("Sept. 2016—Dec. 2018", "2016-09", "2018-12"),
        ("01/2020 - 03/2021", "2020-01", "2021-03"),
        ("1/20 - 3/21", "2020-01", "2021-03"),
        ("2020-01 - 2021-03", "2020-01", "2021-03"),
        ("2020.1 - 2021.3", "2020-01", "2021-03"),
        ("05.2020 - 03.2021", "2020-05", "2021-03"),
        ("2020/01–2021/03", "2020-01", "2021-03"),
        ("'18 - '20", "2018", "2020"),
        ("Jan '20 – Mar '21", "2020-01", "2021-03"),
        ("May’17 - Aug’17", "2017-05", "2017-08"),
        ("Sep-19 to Dec-20", "2019-09", "2020-12"),
        ("2016-2020", "2016", "2020"),
        ("2011.09-2015.06", "2011-09", "2015-06"),
        ("2019/1/1-2020/1/1", "2019-01", "2020-01"),
        ("Jan2019-Mar2020", "2019-01", "2020-03"),
        ("2019-pres.", "2019", "present"),
        ("January 2019 onwards", "2019-01", "present"),
        ("2016 – 2020", "2016", "2020"),
        ("2018-19", "2018", "2019"),
        ("2018–9", "2018", "2019"),
        ("2011–12", "2011", "2012"),
        ("Summer 2019 - Fall 2020", "2019-06", "2020-11"),
        ("Fall 2012 - present", "2012-09", "present"),
        ("Fall 2018/Spring 2019", "2018-09", "2019-05"),
        ("May - Aug. 2016", "2016-05", "2016-08"),
        ("Nov - Feb 2016", "2015-11", "2016-02"),
        ("2016 May - Aug", "2016-05", "2016-08"),
        ("10 June - 15 August 2013", "2013-06", "2013-08"),
        ("June 10 - August 15, 2013", "2013-06", "2013-08"),
        ("10/06/2013 - 28/08/2013", "2013-06", "2013-08"),
        ("01.09.2018 - 30.06.2019", "2018-09", "2019-06"),
        ("09/15/2018 - 06/30/2019", "2018-09", "2019-06"),
        ("2018-09-01 to 2019-06-30", "2018-09", "2019-06"),
        ("Q3 2019 - Q1 2020", "2019-07", "2020-03"),
        ("March 2019 to date", "2019-03", "present"),
        ("March 2019 till now", "2019-03", "present"),
        ("March 2019 - Now", "2019-03", "present"),
        ("Mar. 2019 - Current", "2019-03", "present"),
        ("2019 – Ongoing", "2019", "present"),
        ("jan. 2019 - atual", "2019-01", "present"),
        ("marzo 2019 - actualidad", "2019-03", "present"),
        ("Mai 2019 bis heute", "2019-05", "present"),
        ("Present - March 2019", "2019-03", "present"),
        ("since 2019", "2019", "present"),
        ("Since May 2019", "2019-05", "present"),
        ("2019 –", "2019", "present"),
        ("Brightloom\tMay 2019 -\n", "2019-05", "present"),
        ("May 2018 –\nAug 2019", "2018-05", "2019-08"),
        ("1 year 5 months: Aug 2016 to Current", "2016-08", "present"),
        ("Aug 2016 – Dec 2017 (1 yr 5 mos)", "2016-08", "2017-12"),
    ],
)
def test_a_range_in_any_form(text: str, start: str, end: str) -> None:
    assert bounds(text) == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("July 2020", "2020-07", "2020-07"),
        ("Summer 2019", "2019-06", "2019-08"),
        ("Brightloom, Leeds\t2016", "2016", "2016"),
        ("Summer analyst (2014)", "2014", "2014"),
        ("Oct 12, 2015", "2015-10", "2015-10"),
        ("Winter 2018", "2018-01", "2018-03"),
    ],
)
def test_a_single_date_is_both_bounds(text: str, start: str, end: str) -> None:
    assert bounds(text) == [(start, end)]


@pytest.mark.parametrize(
    "text",
    [
        "(617) 253-2020",
        "+44 20 7946 2019 55",
        "Acton, MA 01720-2011",
        "CS 2019 Compilers, an introduction",
        "GPA 3.80/4.00, rank 12/20 of all",
        "Python 3.10.12 and CUDA 11.2",
        "SQL Server 2012 and later on",
        "improved 2000 queries by 2019%",
        "grew from $2015 to $2019",
        "May the model hold; march on",
        "presented to date pickers",
        "available 24/7 in 4/5 regions",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["Last updated: May 2021", "Date of birth: 31 January 1994", "Updated on 2021-05-02"])
def test_dates_of_the_file_or_of_birth_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "start"), [("Jan 216 - May 2017", "2016-01"), ("Step. 2016 - May 2017", "2016-09")])
def test_a_slip_is_read_as_meant_and_flagged(text: str, start: str) -> None:
    (dated,) = found(text)
    assert (dated.start, dated.typo) == (start, True)


def test_a_range_that_runs_backwards_is_flagged() -> None:
    assert [dated.typo for dated in found("May 2019 - May 2018")] == [True]


def test_two_ranges_of_one_entry_are_two() -> None:
    assert bounds("Oct 2011 – Mar 2012, Aug 2014 – Jan 2015") == [("2011-10", "2012-03"), ("2014-08", "2015-01")]


def test_a_season_is_shared_by_several_years() -> None:
    text = "Summers 2013, 2014 and 2015"
    assert bounds(text) == [("2013-06", "2013-08"), ("2014-06", "2014-08"), ("2015-06", "2015-08")]


def test_a_range_over_two_lines_of_a_rail_is_one() -> None:
    text = "Sep ’17\tNorthlake University\n- present\tGraduate researcher"
    (dated,) = found(text)
    assert (dated.start, dated.end) == ("2017-09", "present")
    assert dated.rest is not None
    assert dated.rest.quote(text) == "present"


def test_a_range_over_two_lines_at_the_right_is_one() -> None:
    assert bounds("Engineer\tMay 2018 –\nBrightloom\tAug 2019") == [("2018-05", "2019-08")]


def test_the_dates_of_neighboring_entries_stay_apart() -> None:
    assert bounds("2018\tBest paper\n2016\tTravel grant") == [("2018", "2018"), ("2016", "2016")]


def test_the_evidence_is_the_printed_range() -> None:
    text = "Engineer at Brightloom (Jan 2020 - Mar 2021)"
    assert [dated.evidence.quote(text) for dated in found(text)] == ["Jan 2020 - Mar 2021"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018年3月 - 2020年6月", "2018-03", "2020-06"),
        ("2018年3月 - 至今", "2018-03", "present"),
        ("SS 2019", "2019-04", "2019-09"),
        ("WS 2018/19", "2018-10", "2019-03"),
        ("Q3 2020 - Q1 2021", "2020-07", "2021-03"),
    ],
)
def test_terms_quarters_and_signs_of_the_east_are_dates(text: str, start: str, end: str) -> None:
    assert bounds(text) == [(start, end)]


def test_a_document_that_prints_days_first_does_so_throughout() -> None:
    assert bounds("01/09/2019 - Present\n01/02/2016 - 31/08/2019") == [("2019-09", "present"), ("2016-02", "2019-08")]


def test_without_a_sign_of_the_order_the_month_comes_first() -> None:
    assert bounds("01/09/2019 - Present") == [("2019-01", "present")]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Lent Term 2018 - Easter Term 2019", "2018-01", "2019-06"),
        ("Trinity term 2017", "2017-04", "2017-06"),
        ("Monsoon semester 2016", "2016-08", "2016-12"),
    ],
)
def test_terms_of_two_words_are_seasons(text: str, start: str, end: str) -> None:
    assert bounds(text) == [(start, end)]


def test_a_term_of_two_words_without_its_year_is_no_date() -> None:
    assert bounds("Taught in Easter term") == []


def test_years_in_a_row_are_not_told_again_one_by_one() -> None:
    assert bounds("2008, 2009 and 2010\n'07 - '09") == [("2008", "2010"), ("2007", "2009")]
