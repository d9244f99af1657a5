"""Reading an edition's file."""

from pathlib import Path

import msgspec
import pytest

from salaries.contents.files import GUIDES, BadFile, digest, read, written
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


def test_a_written_file_is_read_back_without_loss(tmp_path: Path, contents: Contents) -> None:
    file = tmp_path / "written.yaml"
    file.write_text(written(contents), encoding="utf-8")
    assert repr(read(file)) == repr(contents)


ODD = ("no", "1e3", " both ends ", "two\nlines\n", "tab\t: # 'x' \"y\"", "{state.CA} – naïve", "\r\n")


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_come_back_as_they_were(tmp_path: Path, contents: Contents, text: str) -> None:
    odd = msgspec.structs.replace(contents, title=text, note=text)
    file = tmp_path / "odd.yaml"
    file.write_bytes(written(odd).encode())
    assert read(file) == odd


def test_the_order_of_rows_is_kept(tmp_path: Path, contents: Contents) -> None:
    turned = msgspec.structs.replace(contents, states=contents.states[::-1])
    file = tmp_path / "turned.yaml"
    file.write_text(written(turned), encoding="utf-8")
    assert read(file).states == contents.states[::-1]
