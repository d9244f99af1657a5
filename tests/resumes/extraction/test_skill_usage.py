import pytest

from resumes.extraction.facts import Evidence, Role
from resumes.extraction.findings import SectionName
from resumes.extraction.skills import find_skills
from tests.resumes.extraction.laid_out import laid_out


def names(section: SectionName, text: str) -> list[str]:
    return [skill.name for skill in find_skills(laid_out((section, text)))._.findings.skills]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("• Transcribed calls with Whisper", "Whisper"),
        ("• Scaled training on Ray", "Ray"),
        ("• Migrated the warehouse from Teradata to Snowflake", "Snowflake"),
        ("• Ported reports from SAS to R", "R"),
        ("• Drew maps via Leaflet for planners", "Leaflet"),
        ("• Tuned Spark jobs at night", "Apache Spark"),
        ("• Wrote Scala jobs at night", "Scala"),
        ("• Put a Flask API before the models", "Flask"),
        ("• Put up a Flask-based demo", "Flask"),
        ("• Kept an R-based report", "R"),
    ],
)
def test_a_sentence_tells_that_a_product_is_worked_with(sentence: str, found: str) -> None:
    assert found in names("experience", sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "• Met with Ray every week",
        "• Worked closely with Snowflake",
        "• Reported to Stripe",
        "• Lived in Phoenix and in Aurora",
        "• Wrote to Julia with Flair Jones",
        "• Opened an office in Cypress, TX",
        "• River tables and Storm warnings",
    ],
)
def test_a_sentence_about_people_and_partners_and_places_names_no_product(sentence: str) -> None:
    assert names("experience", sentence) == []


def test_a_surname_makes_a_name_of_a_skill() -> None:
    assert names("experience", "• Built agents with Claude") == ["Claude"]
    assert names("experience", "• Built agents with Claude Moreau") == []


def test_a_model_with_its_variant_is_no_person() -> None:
    assert names("experience", "• Built agents on Claude Code and Claude Opus") == ["Claude Code", "Claude"]


@pytest.mark.parametrize("list_", ["python, r, go, spark", "• Python\nlanguages: go, r, rust", "PYTHON, GO, SCALA"])
def test_a_list_typed_in_one_letter_case_is_read(list_: str) -> None:
    assert len(names("skills", list_)) == len(list_.split(",")) + ("•" in list_)


@pytest.mark.parametrize("text", ["python, go-to-market, make plans", "python, image\nprocessing", "Python, go"])
def test_a_word_in_small_letters_is_no_name_where_it_is_no_item(text: str) -> None:
    assert set(names("skills", text)) <= {"Python", "Image Processing"}


def test_a_name_in_small_letters_counts_in_a_list_of_skills_only() -> None:
    assert names("experience", "python, go, spark") == ["Python"]


@pytest.mark.parametrize(
    ("text", "found"), [("stacking", "Stacking"), ("time series", "Time Series"), ("dropout", "Dropout")]
)
def test_a_method_is_listed_in_small_letters_too(text: str, found: str) -> None:
    assert names("skills", f"Python, {text}, Docker") == ["Python", found, "Docker"]
    assert names("experience", f"• Read about {text} in a book") == []


def test_attention_to_detail_is_no_method() -> None:
    assert names("skills", "Python, attention to detail") == ["Python"]


def test_a_verb_is_no_framework() -> None:
    assert names("experience", "• Models react to shocks; we react fast") == []


def test_a_degree_behind_the_name_leaves_it_a_name() -> None:
    assert names("contact", "Scala Jenkins, Ph.D.\nPython developer") == ["Python"]


def test_an_employer_is_no_skill_for_working_on_its_things() -> None:
    doc = laid_out(("experience", "Data Scientist\nSnowflake\n• Grew revenue on Snowflake"))
    doc._.findings.roles.append(Role("Data Scientist", "Snowflake", None, None, "ml", "high", (Evidence(0, 24),)))
    assert find_skills(doc)._.findings.skills == []


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("• Wrote reports in Excel and SAS", ["Excel", "SAS"]),
        ("• Fitted survival curves in R.", ["R"]),
        ("• Rewrote the parser using Rust", ["Rust"]),
        ("• Trained agents with SAC and MuJoCo", ["SAC", "MuJoCo"]),
        ("• Set up model monitoring and text summarization", ["Model Monitoring", "Text Summarization"]),
        ("• Measured doubt by Monte Carlo dropout", ["Monte Carlo Dropout"]),
    ],
)
def test_a_sentence_names_what_was_worked_with(sentence: str, named: list[str]) -> None:
    assert names("experience", sentence) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "• Grew worms in C. elegans media",
        "• Moved to SAC airport and in Spring to Boston",
        "• Watched ants in scratch tests",
        "• Taught staff to excel in sales",
    ],
)
def test_a_sentence_about_other_things_names_none(sentence: str) -> None:
    assert names("experience", sentence) == []
