"""SQLite databases that hold from a hundred to a million finished resumes.

A real visitor's resume is read, stored and answered; every other row is that one again, by SQL, under an id, an owner
and times of its own, as a million a day would leave them: the newest row is a minute old, the oldest of a million 23
hours. One in 32 has failed, one in 50 is a sample. The newest `WHOLE` bring their whole reading (text, lines, facts),
which is what pages touch; the readings of older ones are rows without text, or a million would fill a disk.
"""

import shutil
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from resumes.extraction.facts import Facts
from resumes.extraction.pipeline import VERSION, Pipeline, extract
from resumes.models import Reading, Resume, State
from resumes.reading.limits import Limits
from resumes.reading.reader import read
from tests.benchmarks.documents import SAMPLE

WHOLE = 10_000
SECONDS_APART = 0.0828
"""A million of them fill 23 hours, so that none of a million is kept too long."""

TIME = "strftime('%Y-%m-%d %H:%M:%f', fresh.came, '{}') || '000'"
"""A moment so long after arrival, as Django writes it."""

RESUMES = {
    "id": "fresh.id",
    "owner": "fresh.owner",
    "file": "fresh.owner",
    "is_sample": "n % 50 = 0",
    "state": "CASE WHEN n % 32 = 0 THEN 'failed' ELSE 'done' END",
    "code": "CASE WHEN n % 32 > 0 THEN '' WHEN n % 64 = 0 THEN 'no_text' ELSE 'not_a_resume' END",
    "created_at": TIME.format("+0 seconds"),
    "begun_at": TIME.format("+0.1 seconds"),
    "ended_at": TIME.format("+0.3 seconds"),
    "next_turn": TIME.format("+10 seconds"),
    "expires_at": TIME.format("+1 day"),
}
"""Columns of a row's own; all others are the first resume's."""

EMPTY = msgspec.json.encode(Facts()).decode()
READINGS = {
    "id": "NULL",
    "resume_id": "fresh.id",
    "version": "CASE WHEN n % 20 = 0 THEN 'earlier' ELSE t.version END",
    "text": f"CASE WHEN n <= {WHOLE} THEN t.text ELSE '' END",
    "lines": f"CASE WHEN n <= {WHOLE} THEN t.lines ELSE '[]' END",
    "facts": f"CASE WHEN n <= {WHOLE} THEN t.facts ELSE '{EMPTY}' END",
    "read_at": TIME.format("+0.3 seconds"),
}

FRESH = """
INSERT INTO fresh
WITH RECURSIVE numbers(n) AS (SELECT %s UNION ALL SELECT n + 1 FROM numbers WHERE n < %s)
SELECT n, lower(hex(randomblob(16))), lower(hex(randomblob(16))), julianday('now') - (60 + n * %s) / 86400 FROM numbers
"""


def begin(pipeline: Pipeline) -> tuple[Client, Client, Resume]:
    """Make the tables, an edition, a visitor with a resume that is answered, and an operator.

    Returns the visitor's browser, the operator's, and the resume.
    """
    call_command("migrate", verbosity=0)
    call_command("load_guide", verbosity=0)
    visitor, operator = Client(SERVER_NAME="localhost"), Client(SERVER_NAME="localhost")
    resume = first_resume(visitor, pipeline)
    operator.force_login(User.objects.create_superuser("operator"), "django.contrib.auth.backends.ModelBackend")
    if visitor.get(f"/resumes/{resume.pk}/").status_code != 200:  # the first view keeps the edition
        raise ValueError("the first resume is not answered")
    return visitor, operator, resume


def first_resume(visitor: Client, pipeline: Pipeline) -> Resume:
    """Store the sample as this visitor's own, read as a worker would read it."""
    session = visitor.session
    session["owner"] = "visitor"
    session.save()
    visitor.cookies["sessionid"] = str(session.session_key)
    data, now = SAMPLE.read_bytes(), timezone.now()
    document = read(data, Limits())
    columns = {"text": document.text, "lines": document.lines, "format": document.format, "pages": document.pages}
    took: dict[str, Any] = {"seconds_reading": 0.01, "seconds_extracting": 0.03, "peak_mib": 180, "remarks": ()}
    resume = Resume(owner="visitor", filename="resume.pdf", size=len(data), state=State.DONE, ended_at=now)
    resume.begun_at = now - timedelta(seconds=0.2)
    resume.file.save("resume", ContentFile(data), save=False)
    resume.save(force_insert=True)
    facts = extract(document, pipeline, now.date())
    Reading.objects.create(resume=resume, version=VERSION, facts=facts, **columns, **took)
    return resume


def databases(folder: Path, sizes: Sequence[int]) -> dict[int, Path]:
    """Return a database of each size, grown from the present one, which becomes the largest."""
    made, last = {}, 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")
    for size in sizes:
        grow(last + 1, size)
        made[size], last = copied(folder / f"{size}.sqlite3"), size
    return made


def copied(path: Path) -> Path:
    """Copy the present database, its journal written back."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(connection.settings_dict["NAME"], path)
    return path


def grow(first: int, last: int) -> None:
    """Add the rows numbered from first to last, the newest of all being the first."""
    template = Reading.objects.get(resume__owner="visitor")
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE IF NOT EXISTS fresh (n INTEGER PRIMARY KEY, id TEXT, owner TEXT, came REAL)")
        cursor.execute(FRESH, [first, last, SECONDS_APART])
        cursor.execute(copying(Resume, RESUMES, "t.id = %s"), [template.resume_id.hex])
        cursor.execute(copying(Reading, READINGS, "t.id = %s AND n % 32 > 0".replace("% 32", "%% 32")), [template.pk])
        cursor.execute("DELETE FROM fresh")


def copying(model: type[Model], own: Mapping[str, str], chosen: str) -> str:
    """Return the statement that adds the chosen row again for each fresh number, with columns of its own."""
    columns = [str(field.column) for field in model._meta.concrete_fields]
    values = ", ".join(own.get(column, f"t.{column}").replace("%", "%%") for column in columns)
    table = model._meta.db_table
    return f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM fresh, {table} t WHERE {chosen}"


def use(path: Path) -> None:
    """Go on with another database, in this process's threads too."""
    connection.close()
    connection.settings_dict["NAME"] = str(path)
