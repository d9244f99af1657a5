"""What is made ready before a start: all of it at first and after any change, nothing where all is as it was."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from config import preparation
from tests.processes import ROOT


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the note on a small database and a small project, ready."""
    code, static = tmp_path / "config", tmp_path / "collected"
    code.mkdir()
    static.mkdir()
    (code / "settings.py").write_text("PORT = 8000")
    (static / "staticfiles.json").write_text("{}")
    write(
        tmp_path / "database",
        "CREATE TABLE django_migrations (app, name)",
        "CREATE TABLE salaries_edition (id, name, state)",
        "CREATE TABLE auth_group (name)",
        "INSERT INTO salaries_edition VALUES (1, '2026', 'published')",
    )
    monkeypatch.setattr(preparation, "ROOT", tmp_path)
    told = {"from": preparation.made_from(), "database": str(tmp_path / "database"), "static": str(static)}
    told["left"] = preparation.left(told["database"], told["static"])
    (tmp_path / "note").write_text(json.dumps(told))
    return tmp_path


def write(database: Path, *statements: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_what_is_as_it_was_is_ready(site: Path) -> None:
    assert preparation.is_ready(site / "note")


def test_without_a_note_nothing_is_ready(site: Path) -> None:
    assert not preparation.is_ready(site / "none")


def test_a_changed_file_of_the_code_is_made_ready_again(site: Path) -> None:
    (site / "config/settings.py").write_text("PORT = 9000 ")
    assert not preparation.is_ready(site / "note")


def test_a_new_file_of_the_code_is_made_ready_again(site: Path) -> None:
    (site / "config/style.css").write_text("")
    assert not preparation.is_ready(site / "note")


def test_what_python_compiles_changes_nothing(site: Path) -> None:
    (site / "config/__pycache__").mkdir()
    (site / "config/__pycache__/settings.pyc").write_text("")
    assert preparation.is_ready(site / "note")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO django_migrations VALUES ('resumes', '0099_more')",
        "DELETE FROM salaries_edition",
        "UPDATE salaries_edition SET state = 'draft'",
        "INSERT INTO auth_group VALUES ('editor')",
        "DROP TABLE django_migrations",
    ],
)
def test_another_database_is_made_ready(site: Path, statement: str) -> None:
    write(site / "database", statement)
    assert not preparation.is_ready(site / "note")


def test_a_database_that_is_gone_is_made_ready_and_none_is_left_by_looking(site: Path) -> None:
    (site / "database").unlink()
    assert not preparation.is_ready(site / "note")
    assert not (site / "database").exists()


def test_static_files_that_are_gone_are_collected_again(site: Path) -> None:
    (site / "collected/staticfiles.json").unlink()
    assert not preparation.is_ready(site / "note")


def test_another_place_has_a_note_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    here = preparation.note()
    monkeypatch.setenv("VAR_DIR", "/elsewhere")
    assert preparation.note() != here


@pytest.mark.worker
def test_the_first_run_makes_everything_and_the_second_ends_without_django(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAR_DIR", str(tmp_path))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/bandwise.sqlite3")
    monkeypatch.delenv("STATIC_DIR", raising=False)
    command = [sys.executable, "-P", "-X", "importtime", "config/preparation.py"]
    first, second = (subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True) for _ in range(2))
    assert "loaded and published" in first.stdout
    assert (tmp_path / "static/staticfiles.json").exists()
    assert "django" not in second.stderr
    preparation.note().unlink()
