"""Which employers pay as the guide says that major AI companies or public tech companies do."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from resumes.extraction.amendments import EmployerRow
from resumes.extraction.lexicons import load
from resumes.extraction.moment_forms import either

Known = tuple[str | None, re.Pattern[str]]
"""A total-compensation scenario, or none, and what the names of its employers look like in print."""


def employer_kind(employer: str | None, own: Sequence[Known] = ()) -> str | None:
    """Return the total-compensation scenario of an employer: "major-ai", "public-tech", None where it is unknown.

    The name must be all of what is printed, endings aside: "Meta, Inc." is Meta and "Meta Dynamics" is not. What staff
    tell of their `own` employers goes before the files.
    """
    bare = (employer or "").strip(" .,")
    return next((kind for kind, names in (*own, *of_files()) if names.fullmatch(bare)), None)


@cache
def of_files() -> tuple[Known, ...]:
    """Return the employers of the lexicon."""
    lists = {kind: entry["names"] for kind, entry in load("employers").items() if kind != "endings"}
    return tuple(known(kind, names) for kind, names in lists.items())


def own_employers(rows: Iterable[EmployerRow]) -> tuple[Known, ...]:
    """Return the employers of staff's rows, by kind."""
    names: dict[str | None, list[str]] = {}
    for row in rows:
        names.setdefault(row.kind, []).extend(row.names)
    return tuple(known(kind, several) for kind, several in names.items())


def known(kind: str | None, names: Iterable[str]) -> Known:
    """Return the kind with the pattern of its employers' names."""
    endings = either(load("employers")["endings"]["names"])
    return kind, re.compile(rf"(?:the\s+)?(?:{either(names)})(?:[\s,(]+(?:{endings})\)?)*", re.IGNORECASE)
