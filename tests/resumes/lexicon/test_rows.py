"""Staff's entries as rows: what the database itself refuses, and what extraction gets."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from resumes.extraction.amendments import UNAMENDED, EmployerRow, SkillRow
from resumes.lexicon import stored
from resumes.models import EmployerEntry, SkillEntry, Trial

pytestmark = pytest.mark.django_db


def skill(**columns: object) -> SkillEntry:
    return SkillEntry(**{"name": "QuillDB", "category": "database"} | columns)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "q" * 61},
        {"category": "kitchen"},
        {"rule": "never"},
        {"nlp": 1.5},
        {"mlops": -0.1},
        {"aliases": "q" * 2001},
    ],
)
def test_the_database_refuses_a_skill_that_makes_no_sense(wrong: dict[str, object]) -> None:
    with pytest.raises((IntegrityError, DataError)), transaction.atomic():  # the latter where a column has a length
        skill(**wrong).save()


def test_the_database_refuses_a_second_entry_of_a_skill_in_any_case() -> None:
    skill().save()
    with pytest.raises(IntegrityError), transaction.atomic():
        skill(name="quilldb").save()


@pytest.mark.parametrize("wrong", [{"name": ""}, {"kind": "bakery"}, {"aliases": "q" * 2001}])
def test_the_database_refuses_an_employer_that_makes_no_sense(wrong: dict[str, object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        EmployerEntry(**{"name": "Lumenwerk", "kind": "major-ai"} | wrong).save()


def test_the_database_refuses_a_text_that_is_too_long() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Trial.objects.create(text="q" * 5001, stands_as="job", amendments=UNAMENDED)


def test_a_second_entry_is_refused_with_words() -> None:
    skill().save()
    with pytest.raises(ValidationError, match="already"):
        skill(name="QUILLDB").full_clean()


def test_a_withdrawn_skill_may_be_spelled_anyhow() -> None:
    skill(name="Python", category="language", aliases="the", in_use=False).full_clean()


@pytest.mark.parametrize(
    ("rule", "cased", "listed"), [("any", (), ()), ("cased", ("QuillDB",), ()), ("listed", (), ("QuillDB",))]
)
def test_the_rule_of_a_name_puts_it_among_the_spellings(
    rule: str, cased: tuple[str, ...], listed: tuple[str, ...]
) -> None:
    row = skill(rule=rule).row()
    assert (row.cased, row.listed) == (cased, listed)


def test_weights_of_nought_say_nothing() -> None:
    assert skill(llm_genai=0.8, nlp=0.2).row().speaks == (("llm-genai", 0.8), ("nlp", 0.2))


def test_without_entries_nothing_is_amended() -> None:
    assert stored.amendments() == UNAMENDED


def test_amendments_come_in_the_order_of_their_names() -> None:
    skill(name="Zed Quill").save()
    skill(name="Inkwell", aliases="Ink Well").save()
    EmployerEntry(name="Lumenwerk", aliases="Lumen Werk", kind="other").save()
    found = stored.amendments()
    assert [row.name for row in found.skills] == ["Inkwell", "Zed Quill"]
    assert found.employers == (EmployerRow(("Lumenwerk", "Lumen Werk"), None),)


def test_an_entry_that_is_not_saved_stands_in_for_the_one_that_is() -> None:
    skill().save()
    entry = SkillEntry.objects.get()
    entry.aliases = "Quill Database"
    assert stored.amendments(entry).skills == (SkillRow("QuillDB", "database", aliases=("Quill Database",)),)
    assert stored.amendments().skills == (SkillRow("QuillDB", "database"),)


def test_an_employer_out_of_force_is_left_to_the_files() -> None:
    entry = EmployerEntry(name="Lumenwerk", kind="major-ai", in_use=False)
    assert stored.amendments(entry) == UNAMENDED
    entry.save()
    assert stored.amendments() == UNAMENDED


def test_the_history_keeps_who_what_and_why() -> None:
    entry = skill()
    entry._change_reason = "Seen in many resumes"
    entry.save()
    entry.aliases = "Quill Database"
    entry.save()
    entry.delete()
    records = SkillEntry.history.order_by("history_id")
    assert [record.history_type for record in records] == ["+", "~", "-"]
    assert records[0].history_change_reason == "Seen in many resumes"
