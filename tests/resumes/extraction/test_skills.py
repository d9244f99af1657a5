import dataclasses

import pytest

from resumes.extraction.facts import Evidence, Location, Role
from resumes.extraction.findings import SectionName
from resumes.extraction.skills import find_skills
from tests.resumes.extraction.laid_out import employ, laid_out


def names(*parts: tuple[SectionName, str]) -> list[str]:
    return [skill.name for skill in find_skills(laid_out(*parts))._.findings.skills]


def listed(text: str) -> list[str]:
    return names(("skills", text))


def told(text: str) -> list[str]:
    return names(("experience", text))


@pytest.mark.parametrize("printed", ["scikit-learn", "Scikit Learn", "sklearn", "scikit-\nlearn", "Scikit–Learn"])
def test_spellings_of_a_skill_meet_in_one_name(printed: str) -> None:
    assert told(f"• Trained models with {printed} every week") == ["scikit-learn"]


@pytest.mark.parametrize(("printed", "name"), [("Python 3.8", "Python"), ("Python3", "Python"), ("Java 11", "Java")])
def test_versions_are_stripped(printed: str, name: str) -> None:
    assert listed(f"{printed}, Docker") == [name, "Docker"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [("EfficientNetB7", "EfficientNet"), ("ResNet152V2", "ResNet"), ("YOLOv8", "YOLO"), ("MATLAB7", "MATLAB")],
)
def test_versions_of_networks_are_stripped(printed: str, name: str) -> None:
    assert told(f"• Trained {printed} on leaves") == [name]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("C/C++", ["C", "C++"]),
        ("HTML/CSS", ["HTML", "CSS"]),
        ("TensorFlow/Keras", ["TensorFlow", "Keras"]),
        ("Plotly/Dash", ["Plotly", "Plotly Dash"]),
        ("AWS (S3, Lambda)", ["AWS", "S3", "Lambda"]),
    ],
)
def test_pairs_are_split(printed: str, found: list[str]) -> None:
    assert listed(printed) == found


def test_slashes_inside_a_name_hold() -> None:
    assert listed("CI/CD, TCP/IP, PL/SQL") == ["CI/CD", "TCP/IP", "PL/SQL"]


def test_the_longest_name_wins() -> None:
    assert told("• Built deep reinforcement learning agents") == ["Deep Reinforcement Learning"]


def test_a_name_may_go_on_in_the_next_line() -> None:
    assert told("• Built systems for natural\nlanguage processing") == ["NLP"]


def test_a_wide_gap_parts_names() -> None:
    assert "Spring Boot" not in listed("Spring\tBoot")


def test_a_usual_name_is_kept_as_printed() -> None:
    assert told("• Moved logs to Apache Cassandra") == ["Apache Cassandra"]


def test_the_first_name_is_taken_where_both_are_printed() -> None:
    assert told("• Fitted hidden Markov models; each HMM took a minute") == ["HMM"]


def test_every_place_that_names_a_skill_is_evidence() -> None:
    doc = find_skills(laid_out(("experience", "• PyTorch at work, pytorch at home")))
    quotes = [evidence.quote(doc.text) for evidence in doc._.findings.skills[0].evidence]
    assert quotes == ["PyTorch", "pytorch"]


def test_spans_carry_the_rule_that_found_them() -> None:
    doc = find_skills(laid_out(("skills", "Go, PyTorch, BERT")))
    assert [span.label_ for span in doc.spans["skills"]] == ["skills.listed", "skills.any", "skills.cased"]


@pytest.mark.parametrize("word", ["R", "C", "Go", "Swift", "Julia", "Scala", "Chef", "Flask", "Dash", "Ray", "Pig"])
def test_an_ambiguous_word_counts_in_a_list_of_skills(word: str) -> None:
    assert len(listed(f"Python, {word}, Docker")) == 3


@pytest.mark.parametrize("word", ["Go", "Swift", "Julia", "Chef", "Flask", "Dash", "Rust", "Spring", "Unity"])
def test_an_ambiguous_word_counts_beside_a_skill(word: str) -> None:
    assert len(told(f"• Wrote services in Python, {word} and Docker")) == 3


@pytest.mark.parametrize(
    "sentence",
    [
        "• Go the extra mile for customers",
        "• Joined in Spring 2020 and left in fall",
        "• Worked with Julia Smith and Ray Jones",
        "• Shed light on rust, ants and chains",
        "• Responsible for R&D and a C-level report by J. C. Lee",
        "• Helped teams spark ideas and make plans",
        "• A flask, a dash of salt and a pig in a hive",
    ],
)
def test_an_ambiguous_word_in_a_sentence_is_no_skill(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize("lower", ["clip", "rag", "sam", "bert", "gan", "lime"])
def test_an_acronym_in_lower_case_is_a_word(lower: str) -> None:
    assert told(f"• Put a {lower} on the table") == []


@pytest.mark.parametrize(
    "address",
    [
        "jo@python.org",
        "https://github.com/jo/pytorch",
        "www.docker.com/java",
        "jo.github.io/react",
        "site.com/linux",
    ],
)
def test_nothing_is_read_from_an_address(address: str) -> None:
    assert names(("contact", f"Jo Doe\n{address}")) == []


def test_a_full_stop_without_a_space_makes_no_address() -> None:
    assert told("• Wrote services in Python.In 2019 moved on") == ["Python"]


def test_a_link_to_a_profile_is_no_skill() -> None:
    assert names(("contact", "Jo Doe\nLinkedIn | GitHub | Kaggle")) == []


def test_a_skill_that_is_named_like_a_site_is_found() -> None:
    assert listed("fast.ai, H2O.ai, Node.js, ASP.NET, .NET") == ["fastai", "H2O.ai", "Node.js", "ASP.NET", ".NET"]


def test_the_name_of_the_person_is_no_skill() -> None:
    assert names(("contact", "Ruby Jenkins\nPython developer")) == ["Python"]


def test_the_name_of_an_employer_is_no_skill() -> None:
    doc = laid_out(("experience", "Data Scientist\nSnowflake\n• Trained models in Python"))
    role = Role("Data Scientist", "Snowflake", None, None, "ml", "high", (Evidence(0, 24),))
    doc._.findings.roles.append(role)
    assert [skill.name for skill in find_skills(doc)._.findings.skills] == ["Python"]


def test_the_place_of_the_person_is_no_skill() -> None:
    doc = laid_out(("contact", "Jo Doe\nBandung, West Java\nJava developer"))
    doc._.findings.location = Location("Bandung", "West Java", "ID", evidence=(Evidence(7, 25),))
    (skill,) = find_skills(doc)._.findings.skills
    assert skill.evidence == (Evidence(26, 30),)


def test_a_prize_names_no_skill() -> None:
    assert names(("awards", "Python Software Award for Deep Learning")) == []


@pytest.mark.parametrize("section", ["education", "courses", "publications", "volunteering"])
def test_titles_name_products_but_not_fields(section: SectionName) -> None:
    assert names((section, "B.Sc. in Machine Learning\nThesis in PyTorch")) == ["PyTorch"]


def test_the_work_inside_another_section_names_fields_too() -> None:
    doc = employ(laid_out(("education", "Assistant\nUsed machine learning")), "Assistant", "Used machine learning")
    assert [skill.name for skill in find_skills(doc)._.findings.skills] == ["Machine Learning"]


def test_a_line_of_courses_names_no_skills_anywhere() -> None:
    assert told("Relevant coursework: Machine Learning, Computer Vision") == []


def test_a_labelled_line_is_a_list_anywhere() -> None:
    assert told("Tech stack: Go, R") == ["Go", "R"]


@pytest.mark.parametrize("text", ["Python, Spring 2024", "Python (Spring '23)", "Python, Markdown pricing"])
def test_seasons_and_lowered_prices_are_no_skills(text: str) -> None:
    assert listed(text) == ["Python"]


@pytest.mark.parametrize(
    ("text", "name"), [("Spring 5.3", "Spring"), ("Markdown", "Markdown"), ("markdown", "Markdown")]
)
def test_a_framework_and_a_markup_language_are_skills(text: str, name: str) -> None:
    assert listed(f"Python, {text}, Docker") == ["Python", name, "Docker"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("feature store", "Feature Store"), ("Feature Stores", "Feature Stores"), ("Vector Database", "Vector Database")],
)
def test_things_are_named_in_the_number_they_are_printed_in(text: str, name: str) -> None:
    assert listed(f"Python, {text}") == ["Python", name]


def test_a_database_named_with_its_language_is_one_skill() -> None:
    assert listed("Python, kdb+/q, Docker") == ["Python", "kdb+", "Docker"]


def test_a_broad_field_counts_in_a_list_of_skills_only() -> None:
    assert listed("Statistics, Python") == ["Statistics", "Python"]
    assert told("• Used statistics and Python") == ["Python"]


def test_a_broad_field_that_heads_a_list_is_no_skill() -> None:
    assert listed("Cloud & DevOps: AWS, Docker") == ["AWS", "Docker"]


def test_skills_say_nothing_of_soft_skills_languages_and_office_software() -> None:
    assert listed("Teamwork, Leadership, Spanish, Microsoft Word, PowerPoint, Finance") == []


def test_the_same_text_gives_the_same_skills() -> None:
    once, again = (find_skills(laid_out(("skills", "Python, R, C++, AWS")))._.findings.skills for _ in range(2))
    assert [dataclasses.astuple(skill) for skill in once] == [dataclasses.astuple(skill) for skill in again]
