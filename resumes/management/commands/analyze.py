"""Reads resumes from files and prints what was found and estimated; needs neither a broker nor a worker."""

import json
import time
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from resumes import failures, limits, printout, sandbox
from resumes.child import Analysed
from resumes.printout import Ask
from resumes.reading.errors import ReadingError, TooLarge, Unreadable
from salaries import editions, wages
from salaries.contents import files
from salaries.contents.freezing import guide_of
from salaries.estimation.guide import Guide
from salaries.reference import oews
from salaries.reference.oews import Areas

PACKAGED = files.GUIDES / "2026.yaml"


class Command(BaseCommand):
    """`manage.py analyze [--json] [--as-of DATE] FILE...`; exit status 2 for arguments that cannot be used."""

    help = "Analyzes resumes: a table, or with --json one object a line for each file."
    requires_system_checks = ()  # they take as long as reading a dozen resumes, and tell of what is not used here

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--json", action="store_true", help="print one JSON object a line instead of a table")
        parser.add_argument(
            "--as-of",
            type=day,
            default=timezone.now().date(),
            metavar="YYYY-MM-DD",
            help='the day that "Present" means (default: today)',
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        if missing := [str(path) for path in options["files"] if not path.is_file()]:
            raise CommandError(f"no such file: {', '.join(missing)}", returncode=2)
        ask = Ask(guide(), options["as_of"], areas())
        if not options["json"]:
            self.stdout.write(printout.COLUMNS.format(**printout.HEADINGS).rstrip())
        for path in options["files"]:
            printed = analyze(path, ask)
            self.stdout.write(json.dumps(printed) if options["json"] else printout.row(printed))


def day(text: str) -> date:
    """Return the day that the text names. Raises `ValueError`."""
    return date.fromisoformat(text)


def guide() -> Guide:
    """Return the current edition; where there is no database or none is published, the one in the package."""
    try:
        return editions.freeze(editions.current())
    except (DatabaseError, editions.NoPublishedEdition):
        return guide_of(files.read(PACKAGED))


def areas() -> Areas:
    """Return the wages by area that the site reads; where there is no database, those in the package."""
    try:
        return wages.areas()
    except DatabaseError:
        return oews.load()


def analyze(path: Path, ask: Ask) -> dict[str, Any]:
    """Return what is printed of one file."""
    begun = time.perf_counter()
    try:
        return printout.answer(str(path), read(path, ask.as_of), ask)
    except ReadingError as error:
        return printout.refusal(str(path), failures.words(error.code), time.perf_counter() - begun)


def read(path: Path, as_of: date) -> Analysed:
    """Read a file in the sandbox, as often as a worker would. Raises `ReadingError`."""
    bounds = limits.reading_limits()
    if path.stat().st_size > bounds.max_bytes:
        raise TooLarge
    data = path.read_bytes()
    for _ in range(limits.attempts()):
        try:
            return sandbox.analyse(data, as_of=as_of, limits=bounds, bounds=limits.confinement())
        except sandbox.Interrupted:
            continue
    raise Unreadable
