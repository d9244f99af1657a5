"""Make ready what the site needs before it starts: tables, guide, static files. `make run` calls this each time.

    python -P config/preparation.py

One process does what `migrate`, `load_guide` and `collectstatic` do, and notes what it has done it from: the code, the
packages, the variables that name places, and the state that it leaves behind. Where all of that is as it was, the next
start ends here within a tenth of a second, before anything is imported: those imports cost more than the work.
Decision: in doubt everything is done again. A database on a server always is in doubt.

It runs as a file (-P keeps its folder, and with it our `celery.py`, off the path), since importing it from its package
would import Celery.
"""

import hashlib
import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("VAR_DIR", "DATABASE_URL", "STATIC_DIR")
"""Variables, with a _FILE behind them too, that say where things lie."""
SOURCES = ("config", "salaries", "resumes")
COMMANDS = (
    ("migrate", "--verbosity", "0"),
    ("load_guide", "--skip-checks"),
    ("collectstatic", "--no-input", "--verbosity", "0", "--skip-checks"),
)
LEFT = (
    "SELECT app, name FROM django_migrations ORDER BY app, name",
    "SELECT id, name, state FROM salaries_edition ORDER BY id",
    "SELECT name FROM auth_group ORDER BY name",
)
"""What of the database tells that nobody has put another in its place: what was migrated, the editions, the roles."""


def digest(*parts: object) -> str:
    """Return a hash of what the parts look like."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def note() -> Path:
    """Return where it is noted what was made ready here: with the packages, by the places that variables name."""
    named = sorted((name, value) for name, value in os.environ.items() if name.startswith(PLACES))
    env = ROOT / ".env"
    return Path(sys.prefix) / "prepared" / digest(named, env.read_bytes() if env.exists() else b"", str(ROOT))


def made_from() -> str:
    """Return a hash of all files of the code and of the packages' marks: their names, sizes and times."""
    marks: list[str | Path] = [ROOT / "requirements.lock", Path(sys.prefix) / "installed", Path(sys.executable)]
    return digest(sys.version, [seen(file) for file in [*marks, *sorted(files())]])


def files() -> Iterator[str]:
    """Yield every file of the code, the static ones among it; not what Python compiles of it."""
    for source in SOURCES:
        for folder, folders, names in os.walk(ROOT / source):
            folders[:] = [name for name in folders if name != "__pycache__"]
            yield from (f"{folder}/{name}" for name in names)


def seen(file: str | Path) -> tuple[str, int, int]:
    """Return a file's name, size and time; zeros where there is none."""
    with suppress(FileNotFoundError):
        told = Path(file).stat()
        return str(file), told.st_size, told.st_mtime_ns
    return str(file), 0, 0


def left(database: str, static: str) -> str:
    """Return a hash of the state that was left behind in a database file and in the folder of static files.

    Raises `sqlite3.Error` where there is no such database or it lacks a table.
    """
    with closing(sqlite3.connect(f"file:{database}?mode=rw", uri=True, timeout=5)) as connection:
        rows = [connection.execute(query).fetchall() for query in LEFT]
    return digest(rows, seen(f"{static}/staticfiles.json"))


def is_ready(noted: Path) -> bool:
    """Return whether nothing has changed since all was made ready."""
    try:
        told = json.loads(noted.read_text(encoding="utf-8"))
        return bool(told["from"] == made_from() and told["left"] == left(told["database"], told["static"]))
    except (OSError, ValueError, KeyError, TypeError, sqlite3.Error):
        return False


def make_ready(noted: Path) -> None:
    """Do all of it, and note it where the database is a file. Ends the process with words where a command fails."""
    noted.unlink(missing_ok=True)
    made = made_from()
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    for command in COMMANDS:
        execute_from_command_line(["manage.py", *command])
    from django.conf import settings

    database: dict[str, Any] = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        told = {"from": made, "database": str(database["NAME"]), "static": str(settings.STATIC_ROOT)}
        told["left"] = left(told["database"], told["static"])
        noted.parent.mkdir(exist_ok=True)
        noted.write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    if not is_ready(place := note()):
        make_ready(place)
