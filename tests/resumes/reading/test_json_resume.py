import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resumes.extraction.pipeline import build, extract
from resumes.reading.errors import BrokenJson, NoText, OtherJson
from resumes.reading.json_resume import moment
from resumes.reading.limits import Limits
from resumes.reading.reader import read

PIPELINE = build()
WORK: dict[str, Any] = {
    "name": "Harbor Robotics",
    "location": "Seattle, WA",
    "position": "Machine Learning Engineer",
    "startDate": "2020-03",
    "endDate": "2023-06-30",
    "summary": "Perception for delivery robots.",
    "highlights": ["Trained a detector in PyTorch", "• Cut latency\nby half"],
}
PERSON: dict[str, Any] = {
    "basics": {"name": "Ana Example", "email": "ana@example.com", "location": {"city": "Boise", "region": "ID"}},
    "work": [WORK],
    "education": [
        {"institution": "Cascadia University", "area": "Statistics", "studyType": "Master", "endDate": "2019"}
    ],
    "skills": [{"name": "Programming", "keywords": ["Python", "Go"]}],
}


def text(value: object) -> str:
    return read(json.dumps(value).encode()).text


def test_it_reads_like_the_page_it_stands_for() -> None:
    assert text(PERSON).split("\n") == [
        "Ana Example",
        "Boise, ID",
        "Experience",
        "Machine Learning Engineer\tMar 2020 – Jun 2023",
        "Harbor Robotics, Seattle, WA",
        "Perception for delivery robots.",
        "• Trained a detector in PyTorch",
        "• Cut latency by half",
        "Education",
        "Master in Statistics, Cascadia University\t2019",
        "Skills",
        "Programming: Python, Go",
    ]


def test_headings_are_headings_and_the_format_is_json() -> None:
    document = read(json.dumps(PERSON).encode())
    assert document.format == "json"
    assert [document.line_text(i) for i, line in enumerate(document.lines) if line.heading] == [
        "Experience",
        "Education",
        "Skills",
    ]


def test_the_ordinary_extraction_reads_it() -> None:
    document = read(json.dumps(PERSON).encode())
    facts = extract(document, PIPELINE, date(2026, 11, 1))
    role = facts.roles[0]
    assert (role.title, role.employer, role.start, role.end, role.kind) == (
        *("Machine Learning Engineer", "Harbor Robotics", "2020-03", "2023-06"),
        "ml",
    )
    assert role.evidence[0].quote(document.text) == "Machine Learning Engineer"
    assert (facts.education.highest, facts.location and facts.location.city) == ("master", "Boise")
    assert {"Python", "Go", "PyTorch"} <= {skill.name for skill in facts.skills}


def test_a_post_without_an_end_goes_on() -> None:
    assert "Mar 2020 – Present" in text({"work": [WORK | {"endDate": ""}]})
    assert "Mar 2020 – Present" in text({"work": [{k: v for k, v in WORK.items() if k != "endDate"}]})


def test_a_post_that_begins_and_ends_in_one_year_prints_it_once() -> None:
    assert "\t2020\n" in text({"work": [WORK | {"startDate": "2020", "endDate": "2020"}]})


def test_a_study_without_an_end_is_left_open() -> None:
    assert text({"education": [{"area": "Physics", "startDate": "2019"}]}).endswith("Physics\t2019")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        *(("2020-03", "Mar 2020"), ("2020-12-31", "Dec 2020"), ("2020", "2020"), ("2020-13", "2020")),
        *(("2020-03-01T00:00:00Z", "Mar 2020"), ("Spring 2020", "Spring 2020"), ("", "")),
    ],
)
def test_dates_are_printed_as_on_resumes(written: str, printed: str) -> None:
    assert moment(written) == printed


def test_contact_data_is_left_out() -> None:
    assert "ana@example.com" not in text(PERSON)


def test_names_of_older_schemas_are_understood() -> None:
    assert "Harbor Robotics" in text({"work": [{"company": "Harbor Robotics", "position": "ML Engineer"}]})


def test_values_of_other_types_are_passed_over() -> None:
    odd = {"work": [5, None, [], WORK | {"highlights": "one", "summary": {"a": 1}}], "skills": "many", "basics": []}
    assert "Perception" not in text(odd)
    assert "Machine Learning Engineer" in text(odd)


def test_every_other_part_is_read() -> None:
    found = text(
        {
            "projects": [{"name": "Tracker", "description": "Tracks birds.", "keywords": ["CUDA"]}],
            "volunteer": [{"organization": "Food Bank", "position": "Driver", "startDate": "2019"}],
            "certificates": [{"name": "Cloud Architect", "issuer": "Example", "date": "2021-05"}],
            "publications": [{"name": "On Birds", "publisher": "Journal", "releaseDate": "2020"}],
            "awards": [{"title": "Best Bird", "awarder": "Club"}],
            "languages": [{"language": "English", "fluency": "Native"}],
        }
    )
    for words in ("Tracks birds.", "CUDA", "Food Bank", "Cloud Architect, Example, May 2021", "On Birds", "Best Bird"):
        assert words in found


@pytest.mark.parametrize("data", [b'{"a": 1}', b"{}", b'{"schema": "bandwise"}', b'{"Work": []}'])
def test_other_json_is_said_to_be_other(data: bytes) -> None:
    with pytest.raises(OtherJson):
        read(data)


@pytest.mark.parametrize("value", [{"work": []}, {"basics": {"name": "123"}}, {"work": [{"position": " "}]}])
def test_a_resume_that_says_nothing_has_no_text(value: object) -> None:
    with pytest.raises(NoText):
        text(value)


@pytest.mark.parametrize(
    "data", [b'{"work": [', b'{"work": [], "work": []}', b'{"work": NaN}', b'{"basics": "\\ud800"}']
)
def test_what_is_no_proper_json_is_broken(data: bytes) -> None:
    with pytest.raises(BrokenJson):
        read(data)


def test_what_is_too_long_is_cut() -> None:
    document = read(json.dumps({"work": [WORK] * 5000}).encode(), Limits(max_characters=2000))
    assert len(document.text) <= 2000
    assert "text_cut" in document.remarks


def test_a_text_that_begins_with_a_brace_is_a_text() -> None:
    assert read(b"{ML} Engineer\nSeattle").format == "txt"


def test_a_byte_order_mark_is_no_part_of_it() -> None:
    assert read(b"\xef\xbb\xbf" + json.dumps(PERSON).encode()).format == "json"


def test_the_sample_of_the_site_is_no_json() -> None:
    sample = Path(__file__).resolve().parents[3] / "resumes" / "samples" / "sample-resume.pdf"
    assert read(sample.read_bytes()).format == "pdf"
