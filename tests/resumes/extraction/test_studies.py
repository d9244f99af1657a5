from datetime import date

import pytest

from resumes.extraction.dates import date_ranges
from resumes.extraction.findings import Findings
from resumes.extraction.sections import sections
from resumes.extraction.studies import Studies, initials, joined
from resumes.extraction.years import month_span
from resumes.reading.document import Document, Line

AS_OF = date(2024, 7, 15)


def studies(*lines: str) -> Studies:
    text, placed, start = "\n".join(lines), [], 0
    for line in lines:
        placed.append(Line(start, start + len(line)))
        start += len(line) + 1
    document = Document(text, tuple(placed), "txt")
    found = Findings(document, AS_OF, sections=sections(document), dates=list(date_ranges(text, AS_OF)))
    return Studies(found)


DEGREES = (
    "EDUCATION",
    "PhD in Physics, Northlake Technical University\t2015 - 2020",
    "BSc, Hillside College\tMay 2013",
)


@pytest.mark.parametrize(("start", "end"), [("2016-06", "2016-08"), ("2010-01", "2012-12"), ("2019-01", "2019-12")])
def test_what_runs_beside_a_degree_is_covered(start: str, end: str) -> None:
    assert studies(*DEGREES).covers(month_span(start, end, AS_OF))


@pytest.mark.parametrize(("start", "end"), [("2021-01", "2022-01"), ("2013-09", "2014-12"), ("2020-05", "present")])
def test_what_runs_between_or_after_degrees_is_not(start: str, end: str) -> None:
    assert not studies(*DEGREES).covers(month_span(start, end, AS_OF))


def test_without_degrees_nothing_is_covered() -> None:
    assert not studies("EXPERIENCE", "Engineer, Brightloom\t2015 - 2020").covers((24000, 24010))


def test_a_school_is_known_by_its_initials() -> None:
    assert studies(*DEGREES).at_school("Optics Lab", "Optics Lab, NTU")
    assert not studies(*DEGREES).at_school("Optics Lab", "Optics Lab, IBM")


def test_initials_are_those_of_schools_only() -> None:
    assert initials("Northlake Technical University") == {"NTU"}
    assert initials("Brightloom Sensor Company") == set()


def test_degrees_that_nearly_touch_are_one_stretch() -> None:
    assert joined([(100, 148), (152, 180), (240, 250)]) == [(100, 180), (240, 250)]


def test_a_course_that_ended_takes_no_years_of_study() -> None:
    span = month_span("2014-01", "2015-12", AS_OF)
    assert not studies("EDUCATION", "BSc, Hillside College\tMay 2010", "Statistics course, Mar 2016").covers(span)
    assert studies("EDUCATION", "MSc, Hillside College\tMay 2016").covers(span)
