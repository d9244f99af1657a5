"""A connection to SQLite that is kept belongs to one file: where another lies in its place, or none, it is closed.

A database that is restored, moved or unplugged under a running site would otherwise be read and written on as long as
the connection lives, and what is written there would be lost.
"""

from pathlib import Path
from typing import Any

from django.core.signals import request_started
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

Identity = tuple[int, int] | None


def identity(connection: BaseDatabaseWrapper) -> Identity:
    """Return which file lies at the connection's path, None where there is none, and for other databases."""
    if connection.vendor != "sqlite":
        return None
    try:
        found = Path(connection.settings_dict["NAME"]).stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def note(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Remember which file was opened."""
    connection.file_at_opening = identity(connection)  # type: ignore[attr-defined]


def close_strays(**_signal: Any) -> None:
    """Close the thread's connections whose file is not the one at their path any more; the next query opens anew."""
    for connection in connections.all(initialized_only=True):
        if connection.connection and getattr(connection, "file_at_opening", None) != identity(connection):
            connection.close()


def watch() -> None:
    """Look before every request."""
    connection_created.connect(note, dispatch_uid="config.same_file")
    request_started.connect(close_strays, dispatch_uid="config.same_file")
