"""Spellings that would be found where they should not are refused, each with its reason."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from resumes.extraction.amendments import EmployerRow, SkillRow
from resumes.lexicon.spellings import doubtful, lines, ordinary_words, refuse_bad_employer, refuse_bad_skill

ROW = SkillRow("QuillDB", "database")
OTHERS = (SkillRow("Lumen Store", "database", aliases=("LumenKV",), listed=("Lumen",)),)


def faults(row: SkillRow, *others: SkillRow) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        refuse_bad_skill(row, others)
    return caught.value.message_dict


def test_a_skill_with_spellings_of_its_own_is_taken() -> None:
    row = replace(ROW, aliases=("Quill Database",), cased=("QDB",), listed=("Quill", "Will", "Q!"), names=("QDB",))
    refuse_bad_skill(row, OTHERS)


def test_a_change_of_a_skill_of_the_files_may_keep_its_spellings() -> None:
    refuse_bad_skill(SkillRow("Agno", "framework", aliases=("Phidata",), listed=("Agno",)), ())


@pytest.mark.parametrize("alias", ["scikit-learn", "SciKit Learn", "sklearn"])
def test_a_spelling_of_a_skill_of_the_files_is_refused_and_the_skill_named(alias: str) -> None:
    assert "scikit-learn (" in faults(replace(ROW, aliases=(alias,)))["aliases"][0]


def test_a_spelling_of_another_skill_of_ours_is_refused() -> None:
    assert "Lumen Store (database)" in faults(replace(ROW, cased=("lumenkv",)), *OTHERS)["cased"][0]


def test_a_name_that_is_anothers_spelling_is_refused_at_the_name() -> None:
    assert list(faults(SkillRow("LumenKV", "database"), *OTHERS)) == ["name"]


def test_a_spelling_that_a_withdrawn_skill_had_is_free() -> None:
    refuse_bad_skill(replace(ROW, aliases=("CatBoost",)), (SkillRow("CatBoost", "framework", withdrawn=True),))


@pytest.mark.parametrize("word", ["the", "Will", "orange", "Data"])
def test_an_ordinary_word_is_refused_outside_of_lists(word: str) -> None:
    assert "ordinary English word" in faults(replace(ROW, aliases=(word,)))["aliases"][0]


@pytest.mark.parametrize(
    ("text", "words"), [("Ω", "single letter"), ("qd", "too short"), ("!!", "neither letters"), ("Quill (DB)", "marks")]
)
def test_what_is_too_short_or_has_odd_marks_is_refused(text: str, words: str) -> None:
    assert words in faults(replace(ROW, aliases=(text,)))["aliases"][0]


@pytest.mark.parametrize("text", ["a b c d e f g", "q" * 61])
def test_what_is_too_long_to_be_found_is_refused(text: str) -> None:
    assert "too long" in faults(replace(ROW, aliases=(text,)))["aliases"][0]


def test_there_is_a_most_of_spellings() -> None:
    many = tuple(f"Quill number {number}" for number in range(41))
    assert faults(replace(ROW, aliases=many)) == {"aliases": ["At most 40 spellings."]}


def test_what_pages_are_to_keep_must_be_a_spelling() -> None:
    assert faults(replace(ROW, names=("Inkwell",))) == {"kept": ["“Inkwell”: not among the names above."]}


def test_short_spellings_in_any_case_are_doubtful() -> None:
    assert doubtful(replace(ROW, aliases=("QDX", "Quill Database", "Q3D"), cased=("QDB",))) == ["QDX"]


def test_lines_are_put_right_and_each_kept_once() -> None:
    assert lines(" Quill  DB \r\n\nQDB\nQuill DB\nQ–DB") == ("Quill DB", "QDB", "Q-DB")


def test_ordinary_words_are_many_and_in_small_letters() -> None:
    words = ordinary_words()
    assert len(words) > 1000
    assert all(word == word.lower() for word in words)


def test_an_employer_with_a_name_of_its_own_is_taken() -> None:
    refuse_bad_employer(EmployerRow(("Lumenwerk", "Lumen Werk"), "major-ai"), [EmployerRow(("Quill",), None)])


@pytest.mark.parametrize(
    ("name", "words"), [("X", "no name"), ("Inc.", "no name"), ("QUILL", "another entry"), ("q" * 81, "long")]
)
def test_an_employer_that_is_none_or_anothers_is_refused(name: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        refuse_bad_employer(EmployerRow((name,), "major-ai"), [EmployerRow(("Inkwell", "Quill"), None)])
