"""By which index each query of a page finds its rows: SQLite's own plans, and the scans among them."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

GROWING = ("resumes_resume", "resumes_reading", "resumes_drawing", "resumes_pagepicture", "django_session")
"""Tables that have the more rows the more resumes there are."""

SCAN = re.compile(rf"^SCAN (?:{'|'.join(GROWING)}|[UT]\d+)\b")
"""A scan of such a table, or of what a subquery calls one."""

MOST_CHARACTERS = 90


class Plan(NamedTuple):
    """One statement, its beginning for reading, and the steps by which it is answered."""

    page: str
    sql: str
    steps: tuple[str, ...]

    @property
    def scans(self) -> bool:
        """Whether all rows of a table are looked at.

        The first rows in an index's order, where no condition passes any over, are not all; nor is an index of a part.
        """
        scanned = [step for step in self.steps if SCAN.match(step) and step.split()[-1] not in of_parts()]
        return bool(scanned) and not (" LIMIT " in self.sql and " WHERE " not in self.sql and "INDEX" in scanned[0])

    @property
    def shown(self) -> str:
        """What the statement asks for: its verb, its table and its condition."""
        verb, table = self.sql.split(maxsplit=1)[0], re.search(r'"((?:resumes|django|auth)_\w+)"', self.sql)
        condition = self.sql.partition(" WHERE ")[2].replace('"', "")
        condition = re.sub(r"'[^']*'", "?", re.sub(r"\bresumes_\w+\.", "", condition))
        return f"{verb} {table[1] if table else ''}: {condition or 'all'}"[:MOST_CHARACTERS]


def of_parts() -> set[str]:
    """Return the indexes that hold only the rows of their condition."""
    return {index.name for model in apps.get_models() for index in model._meta.indexes if index.condition}


def plans_of(page: str, call: Callable[[], object]) -> Iterator[Plan]:
    """Call, and yield the plan of each different statement on a growing table."""
    with CaptureQueriesContext(connection) as captured:
        call()
    seen = set()
    for query in captured.captured_queries:
        plan = explained(page, query["sql"])
        if plan and plan.steps not in seen:
            seen.add(plan.steps)
            yield plan


def explained(page: str, sql: str) -> Plan | None:
    """Return the plan of a statement that finds rows of a growing table, None for any other."""
    if not sql.startswith(("SELECT", "UPDATE", "DELETE")) or not any(table in sql for table in GROWING):
        return None
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("%", "%%"))
        return Plan(page, sql, tuple(row[3] for row in cursor.fetchall()))
