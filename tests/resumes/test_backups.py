"""A backup holds everything but what visitors sent, and one that is put back brings nothing of theirs."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection

from resumes import backups
from resumes.models import Resume

pytestmark = pytest.mark.django_db(transaction=True)

Store = Callable[..., Resume]
OF_A_RESUME = ("django_session", "resumes_trial")
"""Tables that hold something of a resume, or whose it is, without naming its row."""


@pytest.fixture
def backup(store: Store, tmp_path: Path) -> Path:
    """A backup of a database with a resume in it."""
    store(filename="quillfeather.txt")
    call_command("backup", str(tmp_path / "backup"), verbosity=0)
    return tmp_path / "backup"


def tables(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as copy:
        return {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def rows(file: Path, table: str) -> int:
    with closing(sqlite3.connect(file)) as copy:
        return int(copy.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def test_every_table_that_names_a_resume_stays_out() -> None:
    naming = {model._meta.db_table for model in apps.get_models() for field in model._meta.get_fields() if of(field)}
    assert {Resume._meta.db_table, *naming, *OF_A_RESUME} <= set(backups.without())


def of(field: object) -> bool:
    return bool(getattr(field, "many_to_one", False) or getattr(field, "one_to_one", False)) and (
        getattr(field, "related_model", None) is Resume and not getattr(field, "auto_created", False)
    )


def test_every_table_that_stays_out_is_there() -> None:
    assert set(backups.without()) <= set(connection.introspection.table_names())


def test_a_backup_has_every_table_and_no_resume(backup: Path) -> None:
    assert tables(backup) >= set(connection.introspection.table_names())
    assert rows(backup, "resumes_resume") == 0
    assert rows(backup, "django_migrations") > 0
    assert b"quillfeather" not in backup.read_bytes()
    assert backup.stat().st_mode & 0o077 == 0


def test_a_backup_overwrites_none(backup: Path) -> None:
    with pytest.raises(CommandError, match="there already"):
        call_command("backup", str(backup))


def test_what_is_put_back_replaces_all_and_its_journal(backup: Path, tmp_path: Path, store: Store) -> None:
    target = tmp_path / "target"
    with closing(sqlite3.connect(target)) as live:
        live.execute("PRAGMA journal_mode=WAL")
        live.execute("CREATE TABLE resumes_resume (filename)")
        live.execute("INSERT INTO resumes_resume VALUES ('quillfeather.txt')")
        live.commit()
        backups.put_back(backup, target)
    assert rows(target, "resumes_resume") == 0
    assert b"quillfeather" not in target.read_bytes()


def test_a_copy_with_resumes_is_not_put_back(store: Store, tmp_path: Path) -> None:
    store()
    with pytest.raises(backups.Unsound, match="belong in no backup"):
        backups.put_back(Path(connection.settings_dict["NAME"]), tmp_path / "target")


def test_what_is_no_backup_is_not_put_back(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear Ana, " * 500)
    with pytest.raises(backups.Unsound, match="no backup"):
        backups.put_back(tmp_path / "letter", tmp_path / "target")


def test_a_database_that_holds_something_is_not_replaced_unasked(backup: Path) -> None:
    with pytest.raises(CommandError, match="--replace"):
        call_command("restore", str(backup))


def test_postgresql_gets_the_command_with_the_same_tables_left_out() -> None:
    command = backups.pg_dump({"NAME": "bandwise", "HOST": "db", "PORT": "", "USER": "ana"}, Path("file"))
    assert command[-1] == "bandwise"
    assert "--host=db" in command
    assert {f"--exclude-table-data={table}" for table in backups.without()} <= set(command)
