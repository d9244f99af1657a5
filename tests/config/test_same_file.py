"""A kept connection to SQLite is used as long as its file is the one at its path."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from config import same_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DatabaseWrapper]:
    """A connection of the test's own, to a file of its own, that has been used."""
    connection = DatabaseWrapper(
        connections["default"].settings_dict | {"NAME": str(tmp_path / "site.sqlite3")}, "kept"
    )
    monkeypatch.setattr(same_file, "connections", SimpleNamespace(all=lambda initialized_only: [connection]))
    connection.ensure_connection()
    same_file.note(connection)
    yield connection
    connection.close()


def test_a_connection_to_the_file_at_its_path_stays(kept: DatabaseWrapper) -> None:
    before = kept.connection
    same_file.close_strays()
    assert kept.connection is before


def test_a_connection_to_a_file_that_was_replaced_is_closed(kept: DatabaseWrapper, tmp_path: Path) -> None:
    (tmp_path / "site.sqlite3").rename(tmp_path / "old")
    (tmp_path / "site.sqlite3").touch()
    same_file.close_strays()
    assert kept.connection is None


def test_a_connection_to_a_file_that_is_gone_is_closed(kept: DatabaseWrapper, tmp_path: Path) -> None:
    (tmp_path / "site.sqlite3").unlink()
    same_file.close_strays()
    assert kept.connection is None
