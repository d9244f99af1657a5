"""Forms of points in time beyond the usual ones, as ranges of a text."""

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
        ("WiSe 2018/2019", "2018-10", "2019-03"),
        ("Wintersemester 2018/19", "2018-10", "2019-03"),
        ("WS18/19", "2018-10", "2019-03"),
        ("AY 2017/2018", "2017", "2018"),
        ("2017/18", "2017", "2018"),
        ("VII.2020 – IX.2022", "2020-07", "2022-09"),
        ("15.XI.2018 - present", "2018-11", "present"),
        ("I/2018–V/2019", "2018-01", "2019-05"),
        ("H1 2019 - H2 2020", "2019-01", "2020-12"),
    ],
)
def test_terms_and_academic_years_are_ranges(text: str, start: str, end: str) -> None:
    assert bounds(text) == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("01-Mar-2019 to 15-Apr-2020", "2019-03", "2020-04"),
        ("1 Mar 19 - 15 Apr 20", "2019-03", "2020-04"),
        ("05-08/2016", "2016-05", "2016-08"),
        ("06.19 - 08.21", "2019-06", "2021-08"),
        ("mid 2019 - late 2020", "2019", "2020"),
        ("From: Jun 2019 To: Aug 2021", "2019-06", "2021-08"),
    ],
)
def test_days_with_dashes_and_shared_years_are_read(text: str, start: str, end: str) -> None:
    assert bounds(text) == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("ab Mai 2019", "2019-05", "present"),
        ("juil. 2018 - présent", "2018-07", "present"),
        ("Ago 2018 - Set 2020", "2018-08", "2020-09"),
        ("fev 2018 – out 2020", "2018-02", "2020-10"),
        ("da marzo 2018 a giugno 2020", "2018-03", "2020-06"),
        ("mrt 2018 t/m okt 2020", "2018-03", "2020-10"),
        ("feb. 2018 - hasta la fecha", "2018-02", "present"),
    ],
)
def test_months_of_other_languages_are_read(text: str, start: str, end: str) -> None:
    assert bounds(text) == [(start, end)]


@pytest.mark.parametrize("text", ["May 2019 - ?", "May 2019 - ...", "May 2019 - TBD", "May 2019 to the present"])
def test_an_end_that_is_not_known_yet_is_open(text: str) -> None:
    assert bounds(text) == [("2019-05", "present")]


@pytest.mark.parametrize("year", ["20016", "2O16", "20l6", "216"])
def test_a_slip_in_a_year_is_read_as_meant_and_flagged(year: str) -> None:
    assert [(dated.start, dated.typo) for dated in found(f"Jan {year} - Mar 2018")] == [("2016-01", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Rolled out 2020 sensors and set 2019 alarms",
        "finished in mid afternoon, late and early",
        "Kubernetes 1.19 - 1.21, Java 8 - 11",
        "wise choices of 2018 people",
        "office hours 9.15 - 11.45",
    ],
)
def test_words_and_versions_like_months_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_a_single_year_before_a_range_is_a_date_of_its_own() -> None:
    assert bounds("Summer camp, 2015, 2017-2019") == [("2015", "2015"), ("2017", "2019")]


def test_the_columns_from_and_to_of_a_table_are_one_range() -> None:
    assert bounds("Brightloom\tData Engineer\t03/2013\t06/2014") == [("2013-03", "2014-06")]


def test_dates_in_cells_that_do_not_follow_each_other_in_time_are_two() -> None:
    assert bounds("M.Sc.\t2014\t2013") == [("2014", "2014"), ("2013", "2013")]


@pytest.mark.parametrize(
    "text", ["drawn with Loomkit v.2019 daily", "a part of phase III/2020 trials", "MIX.2019 festival"]
)
def test_roman_numerals_of_versions_and_phases_are_no_months(text: str) -> None:
    assert [dated for dated in found(text) if dated.start and len(dated.start) > 4] == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("VII-IX/2010", "2010-07", "2010-09"),
        ("X 2010 – VI 2012", "2010-10", "2012-06"),
        ("Hilary 2014 - Michaelmas 2014", "2014-01", "2014-11"),
        ("podzim 2012 - jaro 2014", "2012-09", "2014-05"),
        ("listopad 2012 – obecnie", "2012-11", "present"),
        ("od 9/2021", "2021-09", "present"),
        ("vanaf maart 2019", "2019-03", "present"),
    ],
)
def test_dates_of_other_languages_and_terms_are_read(text: str, start: str, end: str) -> None:
    assert bounds(text) == [(start, end)]


@pytest.mark.parametrize("text", ["Software Engineer II 2019 – 2021", "Phase IV 2019 – 2021"])
def test_a_level_before_a_year_is_no_month(text: str) -> None:
    assert bounds(text) == [("2019", "2021")]


@pytest.mark.parametrize(
    "text",
    [
        "Start Date: 08/2016\tEnd Date: 05/2020",
        "Started: Aug 2016\nEnded: May 2020",
        "Start Date\t08/2016\nEnd Date\t05/2020",
    ],
)
def test_a_form_s_labels_part_the_bounds_of_a_range(text: str) -> None:
    assert bounds(text) == [("2016-08", "2020-05")]


@pytest.mark.parametrize("text", ["May 2019 to date", "May 2019 - date", "Start Date: May 2019\nEnd Date: Present"])
def test_to_date_is_the_present(text: str) -> None:
    assert bounds(text) == [("2019-05", "present")]
