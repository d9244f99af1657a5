"""A piece of text, read as if it stood in a resume, with one lexicon and with another."""

from datetime import date

import pytest

from resumes.extraction.amendments import UNAMENDED, Amendments, EmployerRow, SkillRow
from resumes.extraction.pipeline import Pipeline, build
from resumes.extraction.tried import Find, Frame, Tried
from resumes.extraction.trying import try_out
from resumes.reading.errors import ReadingError

QUILL = Amendments(
    (SkillRow("QuillDB", "database", aliases=("Quill Database",), listed=("Quill",)),),
    (EmployerRow(("Lumenwerk",), "major-ai"),),
)
RESUME = """Ana Example
Seattle, WA

Experience
Software Engineer, Lumenwerk
January 2020 - Present
- Moved features into QuillDB with Python
"""


@pytest.fixture(scope="module")
def built() -> Pipeline:
    return build()


def tried(built: Pipeline, text: str, frame: Frame) -> Tried:
    return try_out(text, frame, built, (UNAMENDED, QUILL), date(2026, 11, 1))


def names(finds: tuple[Find, ...]) -> list[str]:
    return [find.name for find in finds]


def test_work_under_a_job_is_read_with_both(built: Pipeline) -> None:
    found = tried(built, "Moved orders to QuillDB with Python", "job")
    assert (names(found.now.skills), names(found.then.skills)) == (["Python"], ["QuillDB", "Python"])


def test_a_word_that_counts_in_lists_is_found_in_a_list_alone(built: Pipeline) -> None:
    assert names(tried(built, "Python, Quill, Docker", "skills").then.skills) == ["Python", "QuillDB", "Docker"]
    assert names(tried(built, "She took the quill and wrote", "job").then.skills) == []


@pytest.mark.parametrize("frame", ["job", "skills", "resume"])
def test_ranges_are_those_of_the_text_itself(built: Pipeline, frame: Frame) -> None:
    found = tried(built, RESUME if frame == "resume" else "Wrote Python\nand used Quill Database", frame)
    quotes = [found.text[start:end] for find in found.then.skills for start, end in find.ranges]
    assert sorted(quotes) == (["Python", "QuillDB"] if frame == "resume" else ["Python", "Quill Database"])


def test_the_frame_itself_is_not_found(built: Pipeline) -> None:
    found = tried(built, "Nothing to see", "job")
    assert (found.text, found.then.skills, found.then.employers) == ("Nothing to see", (), ())


def test_employers_of_a_resume_have_their_kinds(built: Pipeline) -> None:
    found = tried(built, RESUME, "resume")
    assert [(one.name, one.kind) for one in found.now.employers] == [("Lumenwerk", "")]
    assert [(one.name, one.kind) for one in found.then.employers] == [("Lumenwerk", "major-ai")]


def test_employers_can_be_told_line_by_line(built: Pipeline) -> None:
    found = tried(built, "Google LLC\nLumenwerk GmbH\nInkwell Bakery", "employers")
    assert [one.kind for one in found.now.employers] == ["public-tech", "", ""]
    assert [one.kind for one in found.then.employers] == ["public-tech", "major-ai", ""]


def test_blanks_alone_are_refused(built: Pipeline) -> None:
    with pytest.raises(ReadingError):
        tried(built, " \n ", "resume")
