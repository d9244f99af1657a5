"""Titles and headings that resumes in English keep in another language."""

import pytest

from resumes.extraction import abroad
from resumes.extraction.headings import plain, sections_named
from resumes.extraction.kinds import Work, kind_of
from resumes.extraction.lexicons import load
from resumes.extraction.titles import strength
from tests.resumes.extraction.histories import found, listed

TRAINS_MODELS = "• Trained deep learning models for image classification\n• Deployed neural networks with PyTorch"


@pytest.mark.parametrize(
    "text",
    [
        "Wissenschaftlicher Mitarbeiter",
        "wissenschaftliche Mitarbeiterin",
        "Professore a contratto",
        "Assegnista di ricerca",
        "Maître de conférences",
        "Ingénieure d’études",
        "Ingénieur d'études",
        "Alternance",
        "Profesora adjunta",
        "Jefe de trabajos prácticos",
        "Engenheira de Dados Pleno",
        "Universitair docent",
        "Biträdande lektor",
        "Odborný asistent",
        "Araştırma Görevlisi",
        "Starszy programista",
        "tudományos munkatárs",
        "visiting scholar",
    ],
)
def test_a_title_of_another_language_is_known(text: str) -> None:
    assert strength(text) == 2


@pytest.mark.parametrize(
    "text",
    [
        "and lecturer",
        "de la empresa",
        "Universidad de la Costa",
        "Fakultät für Informatik",
        "ricerca operativa",
        "stage",
    ],
)
def test_other_texts_of_another_language_are_no_titles(text: str) -> None:
    assert strength(text) == 0


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Praktikum", "internship"),
        ("Stagiaire ingénieur", "internship"),
        ("Becario", "internship"),
        ("Becario doctoral", "academic"),
        ("staż wakacyjny", "internship"),
        ("Industrial Attachment", "internship"),
        ("Doctorante", "academic"),
        ("Dottorando di ricerca", "academic"),
        ("Studentische Hilfskraft", "academic"),
        ("Graduate Student Instructor", "academic"),
        ("Desenvolvedor", "adjacent"),
        ("Datový analytik", "adjacent"),
        ("Científica de datos", "ml"),
        ("Enfermera", "other"),
    ],
)
def test_a_title_of_another_language_gives_the_kind(title: str, kind: str) -> None:
    assert kind_of(Work(title, "Brightloom", title, "")).kind == kind


@pytest.mark.parametrize("title", ["Ricercatore universitario", "Maître de conférences", "Adiunkt", "Hoogleraar"])
def test_a_professor_of_another_language_is_no_student(title: str) -> None:
    work = Work(title, "Northlake University", title, TRAINS_MODELS, studying=True, at_school=True)
    assert kind_of(work).kind == "ml"


@pytest.mark.parametrize(("studying", "kind"), [(True, "academic"), (False, "ml")])
def test_a_research_associate_is_a_student_while_a_degree_runs(studying: bool, kind: str) -> None:
    title = "Wissenschaftliche Mitarbeiterin"
    work = Work(title, "Universität Nordsee", title, TRAINS_MODELS, studying=studying, at_school=True)
    assert kind_of(work).kind == kind


@pytest.mark.parametrize("language", sorted(load("titles_abroad")))
def test_every_language_has_the_same_lists_in_small_letters(language: str) -> None:
    lists = load("titles_abroad")[language]
    assert set(lists) == {"heads", "phrases", "modifiers", *(name for names in abroad.KINDS.values() for name in names)}
    assert all(word == word.lower() for words in lists.values() for word in words)


def test_no_title_of_another_language_is_a_student_post_and_a_job() -> None:
    students = abroad.listed("internship") | abroad.listed("academic")
    assert not students & (abroad.listed("faculty") | abroad.listed("adjacent") | abroad.listed("other"))


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("BERUFSERFAHRUNG", "experience"),
        ("Expérience professionnelle", "experience"),
        ("Estudios", "education"),
        ("Formação Acadêmica", "education"),
        ("İŞ DENEYİMİ", "experience"),
        ("Wykształcenie / Education", "education"),
        ("Onbekend woord / Employment", "experience"),
        ("Publicaciones (selección)", "publications"),
        ("Compétences & Outils", "skills"),
        ("Where I’ve worked", "experience"),
    ],
)
def test_a_heading_of_another_language_names_its_section(heading: str, section: str) -> None:
    assert sections_named(plain(heading)) == [section]


@pytest.mark.parametrize(
    "text", ["Onbekend woord", "Employment 2019 / Oslo", "Oslo / Bergen", "Lehre Maschinenbau Nord"]
)
def test_other_lines_are_no_headings_of_another_language(text: str) -> None:
    assert sections_named(plain(text)) == []


def test_a_title_in_small_letters_behind_the_employer_is_read() -> None:
    text = "EXPERIENCE\nUniversität Nordsee, Kiel — wissenschaftliche Mitarbeiterin\t2016 - 2019\n• Trained parsers"
    assert listed(text) == [("wissenschaftliche Mitarbeiterin", "Universität Nordsee", "2016", "2019")]


def test_an_entry_under_a_foreign_heading_of_education_is_no_role() -> None:
    text = "EMPLOYMENT\nBrightloom, Data Engineer\t2019 - 2021\n\nVZDĚLÁNÍ\nMgr.\t2012\tUniverzita Severní jezero"
    assert [role.start for role in found(text).roles] == ["2019"]
