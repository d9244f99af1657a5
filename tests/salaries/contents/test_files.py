"""Reading an edition's file."""

from pathlib import Path

import pytest

from salaries.contents.files import GUIDES, BadFile, digest, read
from salaries.contents.tables import Contents

YAML = (GUIDES / "2026.yaml").read_text(encoding="utf-8")


def refusal(folder: Path, text: str) -> str:
    file = folder / "bad.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile) as caught:
        read(file)
    return str(caught.value)


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    assert "unknown field `salary`" in refusal(tmp_path, YAML + "\nsalary: 1\n")


def test_a_misspelled_column_is_refused(tmp_path: Path) -> None:
    assert "bad.yaml: " in refusal(tmp_path, YAML.replace("floor: 3", "flor: 3"))


def test_a_missing_source_is_refused(tmp_path: Path) -> None:
    assert "missing required field `source`" in refusal(tmp_path, YAML.replace("    source: tiers-3\n", ""))


def test_words_in_place_of_a_number_are_refused(tmp_path: Path) -> None:
    assert "bad.yaml: " in refusal(tmp_path, YAML.replace("low: 170000", "low: a lot"))


def test_text_that_is_no_yaml_is_refused(tmp_path: Path) -> None:
    assert "bad.yaml: " in refusal(tmp_path, "name: [")


def test_the_digest_is_the_values_not_the_spelling(tmp_path: Path, contents: Contents) -> None:
    file = tmp_path / "same.yaml"
    file.write_text(YAML.replace("floor: 3", "floor:   3"), encoding="utf-8")
    assert digest(read(file)) == digest(contents)


def test_the_digest_changes_with_a_figure(tmp_path: Path, contents: Contents) -> None:
    file = tmp_path / "other.yaml"
    file.write_text(YAML.replace("158400", "158500"), encoding="utf-8")
    assert digest(read(file)) != digest(contents)
