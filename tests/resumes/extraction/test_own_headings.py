from resumes.extraction.sections import sections
from resumes.reading.document import Document, Line

POST = ("Data Scientist, Brightloom Ltd", "03/2019 - 05/2022", "Forecasts of parcels.")
STUDIES = ("STUDIES", "M.Sc. Statistics, 2018", "PRIZES", "Regional chess cup")


def document(*lines: str) -> Document:
    read, start = [], 0
    for text in lines:
        read.append(Line(start, start + len(text), bold=text.isupper(), size=10.0))
        start += len(text) + 1
    return Document("\n".join(lines), tuple(read), "pdf")


def names(*lines: str) -> list[str]:
    return [section.name for section in sections(document(*lines))]


def test_a_heading_in_own_words_over_a_dated_post_opens_work() -> None:
    assert names("Ada Quill", "WHERE THE HOURS WENT", *POST, *STUDIES) == [
        "contact",
        "experience",
        "education",
        "awards",
    ]


def test_a_heading_in_own_words_over_text_opens_nothing() -> None:
    assert "experience" not in names("Ada Quill", "WHERE THE HOURS WENT", "Mostly to the garden in 2019.", *STUDIES)


def test_a_line_in_another_dress_opens_nothing() -> None:
    assert "experience" not in names("Ada Quill", "Where the hours went", *POST, *STUDIES)


def test_own_words_are_not_asked_where_a_heading_of_work_is_known() -> None:
    known = ("EXPERIENCE", *POST, "OF MERIT", *POST, *STUDIES)
    assert names("Ada Quill", *known) == ["contact", "experience", "education", "awards"]


def test_a_post_in_the_dress_of_headings_opens_no_section() -> None:
    post = ("EMPLOYMENT", "PORT OFFICE", "INFORMATION ANALYST (GRADE 4), 0.6 FTE", "11/2019 - 10/2021")
    assert names("Ada Quill", *post, *STUDIES) == ["contact", "experience", "education", "awards"]


def test_a_strange_word_beside_a_word_of_headings_still_opens_a_section() -> None:
    assert names("Ada Quill", "EMPLOYMENT", *POST, "GLEANED INFORMATION", *STUDIES)[2] == "other"
