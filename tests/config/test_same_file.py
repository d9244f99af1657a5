"""A kept connection to SQLite is used as long as its file is the one at its path."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from config import same_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[BaseDatabaseWrapper]:
    """A connection of the test's own, to a file of its own, that has been used."""
    settings: dict[str, Any] = connections["default"].settings_dict | {"NAME": str(tmp_path / "site.sqlite3")}
    connections.databases["kept"] = settings
    connection_created.connect(same_file.note)
    connection = connections["kept"]
    connection.ensure_connection()
    yield connection
    connection.close()
    connection_created.disconnect(same_file.note)
    del connections["kept"], connections.databases["kept"]


def test_a_connection_to_the_file_at_its_path_stays(kept: BaseDatabaseWrapper) -> None:
    before = kept.connection
    same_file.close_strays()
    assert kept.connection is before


def test_a_connection_to_a_file_that_was_replaced_is_closed(kept: BaseDatabaseWrapper, tmp_path: Path) -> None:
    (tmp_path / "site.sqlite3").rename(tmp_path / "old")
    (tmp_path / "site.sqlite3").touch()
    same_file.close_strays()
    assert kept.connection is None


def test_a_connection_to_a_file_that_is_gone_is_closed(kept: BaseDatabaseWrapper, tmp_path: Path) -> None:
    (tmp_path / "site.sqlite3").unlink()
    same_file.close_strays()
    assert kept.connection is None
