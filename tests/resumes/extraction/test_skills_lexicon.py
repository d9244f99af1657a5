from collections import Counter
from importlib.resources import files

import pytest

from resumes.extraction import lexicons
from resumes.extraction.lexicons import load
from resumes.extraction.skill_lexicon import CATEGORIES, entries, forms_of, squeeze, tables
from resumes.extraction.specialization import SPECIALIZATIONS

KEYS = {"aliases", "cased", "listed", "names", "broad", "speaks"}
ROWS = [(entry.name, row) for entry, row in entries()]


def test_there_are_at_least_nine_hundred_skills() -> None:
    assert len(ROWS) >= 900


def test_every_category_has_its_file_and_every_file_its_category() -> None:
    written = {path.name for path in files(lexicons).iterdir() if path.name.startswith("skills_")}
    assert written == {f"skills_{category}.toml" for category in CATEGORIES}


def test_no_name_stands_in_two_categories() -> None:
    assert [name for name, times in Counter(name for name, _ in ROWS).items() if times > 1] == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_names_are_sorted(category: str) -> None:
    names = list(load(f"skills_{category}"))
    assert names == sorted(names, key=lambda name: (name.casefold(), name))


def test_rows_hold_nothing_but_the_known_keys() -> None:
    assert [name for name, row in ROWS if set(row) - KEYS] == []


def test_no_form_stands_under_two_names() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for forms in tables().forms.values():
        for form in forms:
            written = squeeze(form.text) if form.rule == "any" else form.text
            owners.setdefault((form.rule, written), set()).add(form.entry.name)
    assert [key for key, names in owners.items() if len(names) > 1] == []


def test_a_form_of_any_case_shares_its_key_with_no_other_skill() -> None:
    shared = [
        key
        for key, forms in tables().forms.items()
        if any(form.rule == "any" for form in forms) and len({form.entry.name for form in forms}) > 1
    ]
    assert shared == []


def test_every_other_usual_name_is_a_form() -> None:
    stray = [(e.name, e.names - {form.text for form in forms_of(e, row)}) for e, row in entries()]
    assert [pair for pair in stray if pair[1]] == []


def test_weights_lie_between_nought_and_one() -> None:
    wrong = [entry.name for entry, _ in entries() if not all(0 < w <= 1 for w in entry.speaks.values())]
    assert wrong == []


def test_weights_are_for_known_specializations() -> None:
    assert {name for entry, _ in entries() for name in entry.speaks} == set(SPECIALIZATIONS)


def test_single_letters_count_in_lists_only() -> None:
    forms = [form for several in tables().forms.values() for form in several]
    assert [form.text for form in forms if len(form.text) == 1 and form.rule != "listed"] == []


def test_context_rules_name_known_categories() -> None:
    assert set(load("skill_context")["products"]) <= set(CATEGORIES)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Scikit-Learn", "scikitlearn"),
        (".NET", ".net"),
        ("Naïve Bayes", "naivebayes"),
        ("Modelling", "modeling"),
    ],
)
def test_spellings_meet_in_one_key(text: str, key: str) -> None:
    assert squeeze(text) == key
