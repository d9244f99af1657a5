"""Copy the database without its resumes, and put such a copy back: what was deleted comes back with no backup.

Decision: rows that are left out are never written, not written and deleted again, so that no trace of them is in the
copy's free pages. All is read within one transaction, beside a site that goes on working.
"""

import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

OWN = "sqlite_%"
"""SQLite's own tables, which it makes by itself."""
COUNTERS = "sqlite_sequence"


class Unsound(Exception):
    """The file is no backup that could be restored."""


@cache
def without() -> tuple[str, ...]:
    """Return the tables whose rows stay out."""
    return tuple(tomllib.loads((files(__package__) / "backups.toml").read_text(encoding="utf-8"))["without"])


def pg_dump(database: dict[str, Any], target: Path) -> list[str]:
    """Return the command that makes such a copy of a PostgreSQL database; `pg_restore` puts it back."""
    server = [f"--{option}={database[name]}" for option, name in SERVER.items() if database.get(name)]
    left_out = [f"--exclude-table-data={table}" for table in without()]
    return ["pg_dump", "--format=custom", "--no-owner", *server, *left_out, f"--file={target}", str(database["NAME"])]


SERVER = {"host": "HOST", "port": "PORT", "username": "USER"}
"""Options of PostgreSQL's programs by Django's names; the password belongs into PGPASSWORD or a password file."""


def copy(source: Path, target: Path) -> None:
    """Copy a SQLite database without its resumes; `target` is there whole or not at all, for its owner's eyes only.

    Raises `FileExistsError`: a backup overwrites none.
    """
    if target.exists():
        raise FileExistsError(target)
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as made, beside(made, source):
            fill(made)
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def beside(made: sqlite3.Connection, source: Path) -> Iterator[None]:
    """Attach the database that is copied as `live`, and hold one view of it."""
    made.execute("ATTACH DATABASE ? AS live", (str(source),))
    made.execute("BEGIN")
    try:
        yield
    except BaseException:
        made.execute("ROLLBACK")
        raise
    made.execute("COMMIT")


def fill(made: sqlite3.Connection) -> None:
    """Make every table, copy the rows of those that go along, then make indexes, views and triggers."""
    structure = "SELECT type, name, sql FROM live.sqlite_master WHERE sql NOT NULL AND name NOT LIKE ?"
    parts = made.execute(structure, (OWN,)).fetchall()
    tables = {name: sql for kind, name, sql in parts if kind == "table"}
    for sql in tables.values():
        made.execute(sql)
    for name in [*(name for name in tables if name not in without()), COUNTERS]:
        made.execute(f'INSERT INTO main."{name}" SELECT * FROM live."{name}"')  # noqa: S608  (names of our own tables)
    for kind, _, sql in parts:
        if kind != "table":
            made.execute(sql)


def put_back(source: Path, target: Path) -> None:
    """Put a backup in the place of all that a SQLite database holds, its journal included.

    Copying the file over the database by hand would leave the old journal beside it, whose rows SQLite then plays back
    into it. Raises `Unsound`.
    """
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as kept, closing(sqlite3.connect(target)) as live:
        check(kept)
        live.execute("PRAGMA secure_delete=ON")
        kept.backup(live)
        live.execute("PRAGMA journal_mode=WAL")
        live.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def check(kept: sqlite3.Connection) -> None:
    """Raise `Unsound` for what is no whole database of ours, or holds rows that belong in no backup."""
    try:
        sound = kept.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        rows = sum(kept.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in without())  # noqa: S608
    except sqlite3.DatabaseError as error:
        raise Unsound("this is no backup of Bandwise, or a damaged one") from error
    if not sound:
        raise Unsound("the file is damaged")
    if rows:
        raise Unsound(
            f"{rows} of its rows belong in no backup: it is a copy of the database that `backup` did not make"
        )
