import pytest

from resumes.extraction.headings import plain, sections_named
from resumes.extraction.sections import sections
from resumes.reading.document import Document, Line


def document(*lines: str, bold: tuple[int, ...] = (), size: dict[int, float] | None = None) -> Document:
    read, start = [], 0
    for index, text in enumerate(lines):
        height = (size or {}).get(index, 10.0)
        read.append(Line(start, start + len(text), bold=index in bold, size=height))
        start += len(text) + 1
    return Document("\n".join(lines), tuple(read), "txt")


def named(found: Document) -> list[tuple[str, int, int]]:
    return [(section.name, section.first, section.last) for section in sections(found)]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Work Experience", "experience"),
        ("PROFESSIONAL BACKGROUND", "experience"),
        ("Employment History", "experience"),
        ("Research Experience", "experience"),
        ("Teaching", "experience"),
        ("WHAT I’VE DONE", "experience"),
        ("Work Experience 2", "experience"),
        ("Day jobs", "experience"),
        ("Teaching and such", "experience"),
        ("SCHOOL", "education"),
        ("Toolbelt", "skills"),
        ("What I’m learning", "courses"),
        ("Things I built", "projects"),
        ("Selected Projects", "projects"),
        ("Technical Skills", "skills"),
        ("Honors", "awards"),
        ("Extracurricular Activities", "volunteering"),
        ("Leadership", "volunteering"),
        ("Relevant Coursework:", "courses"),
        ("3. Publications [full list online]", "publications"),
        ("E D U C A T I O N", "education"),
        ("—— Skills ——", "skills"),
    ],
)
def test_a_heading_names_its_section(heading: str, section: str) -> None:
    assert sections_named(plain(heading))[0] == section


@pytest.mark.parametrize(
    "line",
    [
        "Research Scientist",
        "Responsibilities",
        "Windows 10",
        "What I think",
        "Acme Education Ltd",
        "Python and SQL",
        "Skills for life course",
        "",
    ],
)
def test_other_short_lines_name_no_section(line: str) -> None:
    assert sections_named(plain(line)) == []


def test_a_mixed_heading_names_both_sections_experience_first() -> None:
    assert sections_named(plain("Education & Work Experience")) == ["experience", "education"]


def test_letters_spaced_apart_are_closed_up_and_words_kept() -> None:
    assert plain("W O R K   E X P E R I E N C E") == "work experience"


def test_lines_before_the_first_heading_are_the_contact_block() -> None:
    found = document("Ada Quill", "ada@example.org", "EXPERIENCE", "Engineer, Brightloom", "EDUCATION", "BSc")
    assert named(found) == [("contact", 0, 2), ("experience", 2, 4), ("education", 4, 6)]


def test_a_plain_word_among_capital_headings_opens_no_section() -> None:
    found = document("EXPERIENCE", "Brightloom", "Project", "A forecast workbook", "EDUCATION", "BSc", "SKILLS", "SQL")
    assert [name for name, *_ in named(found)] == ["experience", "education", "skills"]


def test_a_small_line_among_larger_headings_opens_no_section() -> None:
    large = {0: 14.0, 3: 14.0}
    found = document("Experience", "Technology & Research", "built it", "Education", "BSc", size=large)
    assert [name for name, *_ in named(found)] == ["experience", "education"]


def test_a_bullet_opens_no_section() -> None:
    assert named(document("EXPERIENCE", "• Education", "• Skills")) == [("experience", 0, 3)]


def test_a_heading_may_run_into_its_text() -> None:
    found = document("Experience", "Engineer, Brightloom", "Education: BSc in Physics, 2012")
    assert named(found) == [("experience", 0, 2), ("education", 2, 3)]


def test_a_heading_in_the_margin_stands_before_a_tab() -> None:
    found = document("EDUCATION\tNorthlake University", "BSc 2012", "WORK\tBrightloom", "EXPERIENCE\tEngineer 2014")
    assert named(found) == [("education", 0, 2), ("experience", 2, 4)]


def test_a_label_inside_a_section_opens_no_section() -> None:
    found = document("Skills", "Tools: Git, Make", "Languages: Python", "Experience", "Engineer, Brightloom")
    assert named(found) == [("skills", 0, 3), ("experience", 3, 5)]


def test_a_document_without_lines_has_no_sections() -> None:
    assert sections(Document("", (), "txt")) == []


def test_an_unknown_word_beside_a_heads_is_forgiven_in_the_dress_of_headings() -> None:
    found = document("EDUCATION", "BSc", "NOTEWORTHY EMPLOYMENT", "Engineer, Brightloom", "SKILLS", "SQL")
    assert [name for name, *_ in named(found)] == ["education", "experience", "skills"]


def test_an_unknown_word_beside_a_heads_is_not_forgiven_in_plain_dress() -> None:
    found = document("EDUCATION", "BSc", "Noteworthy employment", "Engineer, Brightloom", "SKILLS", "SQL")
    assert [name for name, *_ in named(found)] == ["education", "skills"]


@pytest.mark.parametrize("line", ["Software Research Intern", "Data Science Internship"])
def test_a_job_title_opens_no_section(line: str) -> None:
    found = document("Experience", line, "Brightloom, 2019", "Education", "BSc")
    assert [name for name, *_ in named(found)] == ["experience", "education"]


WORKED = ("Experience", "Data Engineer, Brightloom", "2019 - 2021")


def test_a_background_in_prose_above_the_experience_is_a_summary() -> None:
    assert named(document("Professional background", "Builds models for banks.", *WORKED))[0][0] == "summary"


def test_a_background_with_dated_entries_is_experience() -> None:
    sections_found = named(document("Professional background", "Data Engineer, Brightloom", "2019 - 2021", "Education"))
    assert sections_found[0][0] == "experience"


@pytest.mark.parametrize("heading", ["Toolbox", "My Toolset"])
def test_a_toolbox_holds_skills(heading: str) -> None:
    assert sections_named(plain(heading)) == ["skills"]


@pytest.mark.parametrize(("line", "headings"), [("years of experience.", 1), ("Years of experience", 2)])
def test_the_rest_of_a_sentence_opens_no_section(line: str, headings: int) -> None:
    assert len(named(document("Summary", "Engineer with more than 9", line, "Builds models."))) == headings


SIDEBAR = (
    "Ada Quill",
    "SKILLS",
    "Rust",
    "EDUCATION",
    "BSc, 2015",
    "COURSES",
    "Pottery, 2019",
    "Work Experience",
    "Welder",
    "Summary",
    "Hi",
)


def test_a_sidebar_s_headings_may_have_a_dress_of_their_own() -> None:
    size = {1: 8.0, 3: 8.0, 5: 8.0, 7: 14.0, 9: 14.0}
    main = (*SIDEBAR, "Projects", "A loom")
    found = named(document(*main, bold=(1, 3, 5, 7, 9, 11), size={**size, 11: 14.0}))
    assert ("courses", 5, 7) in found


def test_a_single_line_in_a_lesser_dress_is_no_heading() -> None:
    size = {1: 14.0, 3: 8.0, 5: 8.0, 7: 14.0, 9: 14.0}
    found = named(document(*SIDEBAR, bold=(1, 3, 5, 7, 9), size=size))
    assert "courses" not in [name for name, _, _ in found]


def test_two_headings_of_one_kind_stay_apart_where_entries_are_below_each() -> None:
    lines = ["EXPERIENCE", "Data Engineer, Brightloom, 2019 - 2021", "MILITARY SERVICE", "Signals Corps, 2014 - 2018"]
    assert named(document(*lines)) == [("experience", 0, 2), ("experience", 2, 4)]


@pytest.mark.parametrize(
    "lines",
    [
        ["WORK", "EXPERIENCE", "Data Engineer, Brightloom, 2019 - 2021"],
        ["EXPERIENCE", "Data Engineer, Brightloom, 2019 - 2021", "RELEVANT EXPERIENCE", "Trained churn models"],
    ],
)
def test_two_headings_of_one_kind_are_joined_where_one_has_no_entries(lines: list[str]) -> None:
    assert named(document(*lines)) == [("experience", 0, len(lines))]


def test_technical_experience_is_work_where_its_lines_have_years() -> None:
    work = document(
        "Technical experience", "Welder, Brightloom, 2019 - now", "Fitter, Norvane, 2015 - 2019", "Skills", "Rust"
    )
    assert ("experience", 0, 3) in named(work)
    assert ("skills", 0, 2) in named(document("Technical experience", "Rust, Go, Docker", "Education", "BSc"))
