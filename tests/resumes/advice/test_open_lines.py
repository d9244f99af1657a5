import pytest

from resumes.advice.lines import work_lines
from resumes.advice.open_lines import open_lines, signs, work_of
from resumes.advice.words import load
from tests.resumes.advice.person import plain


def told(*bullets: str) -> list[str]:
    document, found = plain(*bullets)
    return [line.evidence.quote(document.text) for line, _ in open_lines(document, work_lines(document, found))]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Led the team that builds the catalog", "people"),
        ("Built a chatbot that answers tenants", "llm"),
        ("Deployed models behind a gateway", "serving"),
        ("Wrote the ingestion of meter readings", "data"),
        ("Ran experiments on the price page", "experiment"),
        ("Studied the behavior of sparse codes", "research"),
        ("Trained networks that detect cracks", "model"),
        ("Refactored the plugins of the editor", "tool"),
        ("Kept the books of the whole branch", "other"),
    ],
)
def test_the_question_fits_the_kind_of_work(line: str, kind: str) -> None:
    assert work_of(line)["kind"] == kind


def test_a_sign_inside_a_word_is_none() -> None:
    assert work_of("Observed therapy sessions of the clinic")["kind"] == "other"


def test_a_line_of_work_without_an_outcome_is_open() -> None:
    assert told("Trained networks that detect cracks in dams") == ["• Trained networks that detect cracks in dams"]


@pytest.mark.parametrize(
    "line",
    [
        "Cut the cost of the search service by 20%",
        "Cracks without labels, presented at ICML 2022",
        "Technologies: Python, SQL, Docker, Airflow, Spark",
        "Short line of work",
        "Things that we did over the years in this team:",
    ],
)
def test_outcomes_papers_lists_and_headings_are_not_open(line: str) -> None:
    assert told(line) == []


def test_the_line_nearest_to_a_result_comes_first() -> None:
    plainest, nearest = "Wrote documentation for the whole department", "Deployed the ranker for 300 stores"
    assert told(plainest, nearest)[0].endswith(nearest)


def test_few_lines_of_one_role_are_named() -> None:
    assert len(told(*(f"Trained networks that detect {name} in dams" for name in ("cracks", "rust", "leaks")))) == 2


def test_the_last_kind_of_work_holds_every_text() -> None:
    assert signs()[-1][1].search("") is not None


def test_every_template_has_blanks_and_no_numbers() -> None:
    templates = [work["template"] for work in load()["work"]]
    assert all("__" in text for text in templates)
    assert not any(char.isdigit() for text in templates for char in text.replace("p95", ""))


def test_every_question_asks() -> None:
    assert all(work["question"].endswith("?") for work in load()["work"])
