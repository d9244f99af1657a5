"""Posts as academics print them: with grants, terms, years in a row, and an employer that is the same as above."""

import pytest

from resumes.extraction.dates import date_ranges
from resumes.extraction.findings import Section
from resumes.extraction.layout import views
from resumes.reading.document import Box, Document, Line
from tests.resumes.extraction.histories import AS_OF, found, listed


def titles(text: str) -> list[str | None]:
    return [role[0] for role in listed(text)]


@pytest.mark.parametrize("aside", ["with scholarship", "Nordsee Foundation fellowship", "funded by a travel grant"])
def test_a_grant_in_brackets_bars_no_post(aside: str) -> None:
    assert titles(f"POSITIONS\nDoctoral student ({aside}), Northlake University\t2010 - 2013") == ["Doctoral student"]


def test_a_scholarship_is_no_post() -> None:
    assert titles("POSITIONS\nNordsee Scholarship for doctoral students\t2010 - 2013") == []


@pytest.mark.parametrize("same", ["same company", "same department", "ibid.", "même entreprise"])
def test_an_employer_named_as_the_same_is_that_of_the_entry_above(same: str) -> None:
    text = f"EXPERIENCE\nData Scientist, Norvane Ltd\t2019 - 2021\n\nData Analyst, {same}\t2017 - 2019"
    assert [role[1] for role in listed(text)] == ["Norvane Ltd", "Norvane Ltd"]


def test_another_employer_in_the_same_town_keeps_its_name() -> None:
    text = "EXPERIENCE\nData Scientist, Norvane Ltd\t2019 - 2021\n\nData Analyst, Samefield Group\t2017 - 2019"
    assert [role[1] for role in listed(text)] == ["Norvane Ltd", "Samefield Group"]


def test_a_season_at_a_place_without_a_title_is_no_post() -> None:
    assert listed("VISITS\nNordsee Summer Institute, Kiel, summer 2013 (student)") == []


def test_years_in_a_row_are_one_range() -> None:
    text = "TEACHING\n• Guest Lecturer, Brightloom School, module on forecasting, 2019, 2020 and 2021"
    assert [role[2:] for role in listed(text)] == [("2019", "2021")]


def test_years_with_one_left_out_are_no_range() -> None:
    text = "TEACHING\n• Guest Lecturer, Brightloom School, 2019, 2021"
    assert ("2019", "2021") not in [role[2:] for role in listed(text)]


def test_a_bullet_that_begins_with_dates_and_a_title_is_a_post() -> None:
    levels = "• 2012-2014: Head of analytics\n• 2009-2012: Data analyst and text mining developer - Python"
    text = f"EXPERIENCE\nData Scientist, Norvane Ltd\t2017 - 2020\n• Ranked ads\nNordsee Service, 2009 - 2014\n{levels}"
    assert [role[2:] for role in listed(text)] == [("2017", "2020"), ("2012", "2014"), ("2009", "2012")]


def test_a_bullet_that_begins_with_dates_and_tells_of_work_is_text() -> None:
    text = (
        "EXPERIENCE\nData Scientist, Norvane Ltd\t2017 - 2020\n• 2018-2019: built the ranking of ads with two analysts"
    )
    assert titles(text) == ["Data Scientist"]


def test_two_stays_in_one_date_line_are_two_posts() -> None:
    text = "EXPERIENCE\nIndustrial placement, Brightloom\nJune 2011 - September 2011, and again June - Sept 2012"
    assert [role[2:] for role in listed(text)] == [("2011-06", "2011-09"), ("2012-06", "2012-09")]


@pytest.mark.parametrize(
    "leave", ["Elternzeit", "Zivildienst, Northlake ambulance", "Congé parental", "Urlop macierzyński"]
)
def test_leaves_and_civilian_service_are_no_posts(leave: str) -> None:
    text = f"EXPERIENCE\nData Scientist, Norvane Ltd\t2017 - 2020\n\n{leave}\t07/2015 - 03/2016"
    assert titles(text) == ["Data Scientist"]


def test_a_demonstrator_beside_studies_is_a_student() -> None:
    post = "EXPERIENCE\nDemonstrator, Northlake University\t2014 - 2015"
    degree = "EDUCATION\nPhD Physics, Northlake University\t2012 - 2016"
    assert [role.kind for role in found(f"{post}\n\n{degree}").roles] == ["academic"]


def test_a_demonstrator_of_products_is_none() -> None:
    post = "EXPERIENCE\nProduct Demonstrator, Brightloom Stores\t2018 - 2019"
    degree = "EDUCATION\nBSc Physics, Northlake University\t2010 - 2014"
    assert [role.kind for role in found(f"{post}\n\n{degree}").roles] == ["other"]


def test_a_range_that_ends_brackets_of_the_line_above_dates_nothing() -> None:
    wrapped = "Investigator of a grant (NRC,\n2018-2020): soil sensors"
    text = f"EXPERIENCE\nLecturer, Northlake University\t2017 - 2020\n{wrapped}"
    assert titles(text) == ["Lecturer"]


def beside_a_rail(*rows: tuple[float, str]) -> list[tuple[str | None, ...]]:
    """Return the dates that date an entry in lines that begin at these places of a page."""
    lines, start = [], 0
    for place, text in rows:
        lines.append(Line(start, start + len(text), box=Box(place, 0, 500, 10), size=10))
        start += len(text) + 1
    document = Document("\n".join(text for _, text in rows), tuple(lines), "pdf")
    section = Section("experience", 0, len(rows), 0)
    shown = views(document, section, list(date_ranges(document.text, AS_OF)))
    return [(dated.start, dated.end) for view in shown for dated in view.dates]


RAIL = ((60.0, "EXPERIENCE"), (60.0, "2016 - 2020\tEngineer, Brightloom"), (60.0, "2014 - 2016\tAnalyst, Norvane Ltd"))


def test_a_date_that_begins_text_beside_a_rail_dates_nothing() -> None:
    assert beside_a_rail(*RAIL, (180.0, "from 2018: the first neural nets")) == [("2016", "2020"), ("2014", "2016")]


def test_a_date_in_the_rail_dates_an_entry() -> None:
    assert ("2010", "2014") in beside_a_rail(*RAIL, (60.0, "2010 - 2014\tClerk, Northlake Bank"))
