"""PDF files that are small and hold more marks than any resume."""

from datetime import date

import pytest

from resumes import sandbox
from resumes.confinement import Confinement
from resumes.reading.errors import TooLarge
from resumes.reading.limits import Limits
from resumes.reading.reader import read
from tests.resumes.reading.pages import Sheet, prose

MARK = "BT /F1 10 Tf 1 0 0 1 72 700 Tm (a) Tj ET"
BOUNDS = Confinement(seconds=10, memory_mib=600)


def marked(times: int) -> bytes:
    """Return a page of text on which a mark is painted again and again."""
    sheet = Sheet()
    sheet.lines(50, 60, prose("rose", 5))
    sheet.canvas._code.extend([MARK] * times)
    return sheet.data()


def test_more_marks_than_a_resume_has_are_refused() -> None:
    with pytest.raises(TooLarge):
        read(marked(300), Limits(max_marks=200))


def test_marks_are_counted_over_all_pages() -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.lines(50, 60, prose("rose", 40))
        sheet.turn_page()
    with pytest.raises(TooLarge):
        read(sheet.data(), Limits(max_marks=100))


def test_more_characters_on_a_page_than_a_resume_has_are_refused() -> None:
    sheet = Sheet()
    sheet.lines(50, 60, prose("rose", 40))
    with pytest.raises(TooLarge):
        read(sheet.data(), Limits(max_marks=1000))


def test_as_many_marks_as_a_resume_has_are_read() -> None:
    assert read(marked(100), Limits(max_marks=1000)).text.startswith("rose line 0")


def test_a_page_full_of_marks_is_refused_in_time() -> None:
    with pytest.raises(TooLarge):
        sandbox.analyse(marked(200_000), as_of=date(2026, 11, 1), limits=Limits(), bounds=BOUNDS)
