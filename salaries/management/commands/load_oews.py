"""Loads a release of the Bureau's wages by area."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from salaries import wages
from salaries.models import WageRelease
from salaries.reference.releases import BadRelease, release
from salaries.reference.workbooks import Unreadable

NONE_LOADED = "No release has been loaded: the one that ships is in use."


class Command(BaseCommand):
    """`manage.py load_oews FILE... [--year YEAR]`, `manage.py load_oews --list`; may run any number of times."""

    help = (
        "Loads wages by area (OEWS): the Bureau's national, state and metropolitan spreadsheets together, as published "
        "(XLSX), or one CSV of our own form. Whole or nothing; estimates read what was loaded last."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
        parser.add_argument("--year", type=int, help="the release's year, where the names of the files do not tell it")
        parser.add_argument("--list", action="store_true", help="show the releases that were loaded, the last first")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["list"]:
            self.stdout.write("\n".join(map(told, WageRelease.objects.all())) or NONE_LOADED)
            return
        if not options["files"]:
            raise CommandError("Name the files: the national, the states' and the metropolitan areas' table.")
        try:
            found = release(options["files"], options["year"])
        except (BadRelease, Unreadable) as error:
            raise CommandError(str(error)) from error
        outcome = wages.load(found)
        self.stdout.write(f"{found.period}, {len(found.areas)} rows: {outcome.value}")


def told(row: WageRelease) -> str:
    """Return a release as a line."""
    return f"{row}, loaded {row.loaded_at:%Y-%m-%d %H:%M}, from {row.files}"
