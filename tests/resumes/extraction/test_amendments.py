"""What staff change of the lexicons, as extraction sees it."""

from dataclasses import replace

import pytest

from resumes.extraction.amendments import UNAMENDED, Amendments, EmployerRow, SkillRow
from resumes.extraction.employer_kinds import employer_kind, own_employers
from resumes.extraction.skill_lexicon import Tables, amended, tables
from resumes.extraction.skill_mentions import mentions

QUILLDB = SkillRow("QuillDB", "database", aliases=("Quill Database",), cased=("QDB",), listed=("Quill",))


def found(text: str, known: Tables) -> list[str]:
    return [mention.name for mention in mentions(text, known)]


def test_without_rows_the_tables_are_those_of_the_files() -> None:
    assert amended(()) is tables()


@pytest.mark.parametrize("printed", ["QuillDB", "quilldb", "Quill Database", "quill-database", "QDB", "Quill"])
def test_an_added_skill_is_found_in_all_its_forms(printed: str) -> None:
    assert found(f"Moved tables to {printed} with Python", amended((QUILLDB,))) == ["QuillDB", "Python"]


def test_an_added_form_that_minds_its_case_leaves_other_words_alone() -> None:
    assert found("a qdb Qdb quill", amended((replace(QUILLDB, aliases=()),))) == ["QuillDB", "QuillDB"]


def test_an_added_skill_is_unknown_to_the_files() -> None:
    amended((QUILLDB,))
    assert found("QuillDB, Python", tables()) == ["Python"]


def test_a_row_stands_in_for_the_whole_entry_of_the_files() -> None:
    row = SkillRow("AutoGen", "framework", aliases=("Agent Forge",))
    assert found("Agent Forge, AutoGen", amended((row,))) == ["AutoGen", "AutoGen"]
    assert found("Microsoft AutoGen", amended((row,))) == ["AutoGen"]


def test_an_alias_that_a_row_leaves_out_is_found_no_more() -> None:
    row = SkillRow("Agno", "framework", listed=("Agno",))
    assert found("Phidata", tables()) == ["Agno"]
    assert found("Phidata", amended((row,))) == []


def test_a_withdrawn_skill_is_found_no_more_and_others_are() -> None:
    row = SkillRow("CatBoost", "framework", withdrawn=True)
    assert found("CatBoost, XGBoost", amended((row,))) == ["XGBoost"]


def test_a_form_can_pass_from_one_skill_to_another() -> None:
    rows = (SkillRow("Agno", "framework", listed=("Agno",)), SkillRow("Phidata", "framework"))
    assert found("Phidata", amended(rows)) == ["Phidata"]


def test_a_row_keeps_its_weights() -> None:
    known = amended((replace(QUILLDB, speaks=(("nlp", 0.5),)),))
    assert known.forms["quilldb"][0].entry.speaks == {"nlp": 0.5}


def test_a_form_as_long_as_six_words_is_found() -> None:
    row = SkillRow("One Two Three Four Five Six", "tool")
    assert found("Used One Two Three Four Five Six daily", amended((row,))) == [row.name]


def test_amending_every_skill_by_itself_changes_nothing() -> None:
    from resumes.extraction.skill_lexicon import entries

    rows = [
        SkillRow(
            entry.name,
            entry.category,
            *(tuple(row.get(key, ())) for key in ("aliases", "cased", "listed", "names")),
            entry.broad,
            tuple(entry.speaks.items()),
        )
        for entry, row in entries()
    ]
    known = amended(rows)
    assert known.beginnings == tables().beginnings
    assert known.forms.keys() == tables().forms.keys()
    assert all(set(known.forms[key]) == set(forms) for key, forms in tables().forms.items())


@pytest.mark.parametrize(
    ("printed", "kind"), [("Lumenwerk GmbH", "major-ai"), ("Google", "public-tech"), ("Box", None)]
)
def test_staffs_employers_go_before_the_files(printed: str, kind: str | None) -> None:
    own = own_employers((EmployerRow(("Lumenwerk", "Lumen Werk"), "major-ai"), EmployerRow(("Box",), None)))
    assert employer_kind(printed, own) == kind


def test_an_employer_of_staffs_must_be_all_of_the_name() -> None:
    own = own_employers((EmployerRow(("Lumenwerk",), "major-ai"),))
    assert employer_kind("Lumenwerk Bakery", own) is None


def test_no_changes_have_no_digest() -> None:
    assert UNAMENDED.digest() == ""
    assert Amendments().digest() == ""


def test_any_change_changes_the_digest() -> None:
    several = [
        Amendments((QUILLDB,)),
        Amendments((replace(QUILLDB, broad=True),)),
        Amendments((), (EmployerRow(("Lumenwerk",), "major-ai"),)),
        Amendments((), (EmployerRow(("Lumenwerk",), None),)),
    ]
    assert len({one.digest() for one in several}) == 4


def test_equal_changes_have_equal_digests() -> None:
    assert Amendments((QUILLDB,)).digest() == Amendments((replace(QUILLDB),)).digest()
