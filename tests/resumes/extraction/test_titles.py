import pytest

from resumes.extraction.heads import pieces
from resumes.extraction.lexicons import digest, load
from resumes.extraction.titles import core, is_organization, is_place, is_school, strength


@pytest.mark.parametrize(
    "text",
    [
        "Senior Data Scientist",
        "Machine Learning Engineer II",
        "Member of Technical Staff",
        "VP of Engineering",
        "Co-founder & CTO",
        "RESEARCH ASSISTANT",
        "Web system engineer",
        "Postdoctoral Fellow",
        "Software Enginer",
        "Head of Data",
        "Freelance Translator",
    ],
)
def test_a_title_is_known(text: str) -> None:
    assert strength(text) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ward Sister / Junior Sister",
        "Quartermaster",
        "Head Chef",
        "Night Porter",
        "Certified Nursing Assistant",
        "Hospital Ward Clerk",
    ],
)
def test_an_occupation_is_a_title(text: str) -> None:
    assert strength(text) == 2


@pytest.mark.parametrize(
    "text", ["Turner", "Hazel Potter", "Sunday School", "worked as a bricklayer", "Little Shepherd"]
)
def test_an_occupation_that_stands_for_a_family_or_a_thing_is_no_sure_title(text: str) -> None:
    assert strength(text) < 2


@pytest.mark.parametrize(
    "text",
    [
        "Brightloom Ltd",
        "Northlake University",
        "Developed a data scientist toolkit",
        "Best Engineer Award",
        "Bachelor of Engineering",
        "Engineers Club",
        "data engineer wanted by many",
        "Engineering Department",
        "ada@engineer.example",
        "",
    ],
)
def test_other_texts_are_no_titles(text: str) -> None:
    assert strength(text) == 0


@pytest.mark.parametrize("text", ["Founder", "Fellow", "Lead"])
def test_a_word_that_is_not_always_a_title_is_a_weak_one(text: str) -> None:
    assert strength(text) == 1


def test_a_title_ends_before_what_it_is_for() -> None:
    assert core("Web engineer for online shops using PHP") == "Web engineer"


@pytest.mark.parametrize("text", ["Leeds", "Palo Alto", "India", "Remote", "Springfield IL"])
def test_a_place_is_known(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize("text", ["Brightloom", "Data Scientist", "MIT Optics Lab", ""])
def test_other_texts_are_no_places(text: str) -> None:
    assert not is_place(text)


def test_employers_and_schools_are_told_by_their_words() -> None:
    assert (is_organization("Brightloom Ltd"), is_organization("Brightloom Analytics"), is_organization("Quill")) == (
        2,
        1,
        0,
    )
    assert is_school("Northlake University")
    assert not is_school("Brightloom Ltd")


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Data Scientist(Intern), Brightloom - Pasadena", ["Data Scientist", "Intern", "Brightloom", "Pasadena"]),
        ("Norvane, Inc. | Leeds", ["Norvane, Inc", "Leeds"]),
        ("Brightloom —Data Analyst", ["Brightloom", "Data Analyst"]),
        ("Data Scientist at Norvane Ltd", ["Data Scientist", "Norvane Ltd"]),
        ("Data Scientist in Norvane Labs", ["Data Scientist", "Norvane Labs"]),
        ("Designation: Data Analyst", ["Data Analyst"]),
        ("Full-Stack Developer (2 years 3 months)", ["Full-Stack Developer"]),
    ],
)
def test_a_head_is_cut_into_its_pieces(line: str, parts: list[str]) -> None:
    assert [piece.text for piece in pieces(line, 0, 0, [])] == parts


def test_pieces_quote_the_text() -> None:
    text = "EXPERIENCE\nData Analyst, Norvane Ltd"
    assert [piece.evidence.quote(text) for piece in pieces(text[11:], 11, 1, [])] == ["Data Analyst", "Norvane Ltd"]


def test_words_of_the_lexicon_are_small() -> None:
    words = load("titles")
    listed = [word for table in words.values() for value in table.values() if isinstance(value, list) for word in value]
    states = set(words["places"]["states"])
    assert [word for word in listed if word != word.lower() and word not in states] == []


def test_the_digest_is_one_of_all_lexicons() -> None:
    assert len(digest()) == 64
    assert digest() == digest()


@pytest.mark.parametrize("title", ["Airline Pilot", "Pilot", "Senior Test Pilot"])
def test_who_flies_is_a_pilot(title: str) -> None:
    assert strength(title) == 2


@pytest.mark.parametrize("text", ["Northlight pilot", "Ward documentation pilot"])
def test_a_trial_is_no_pilot(text: str) -> None:
    assert strength(text) == 0
