"""Puts a backup in the place of all that the database holds."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from resumes import backups

NOT_HERE = "This is for SQLite. On PostgreSQL: pg_restore --clean --if-exists --no-owner --dbname=DATABASE FILE"
HOLDS = "The database holds tables already. With --replace all of them go, resumes too. Stop the site before."


class Command(BaseCommand):
    """`manage.py restore FILE`, while the site is stopped; then `manage.py migrate` for an older version's backup."""

    help = "Puts a backup that `backup` made in the place of the database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--replace", action="store_true", help="replace a database that holds something")

    def handle(self, *_args: Any, **options: Any) -> None:
        if connection.vendor != "sqlite":
            raise CommandError(NOT_HERE)
        if not options["file"].is_file():
            raise CommandError(f"no such file: {options['file']}")
        if connection.introspection.table_names() and not options["replace"]:
            raise CommandError(HOLDS)
        connection.close()
        try:
            backups.put_back(options["file"], Path(connection.settings_dict["NAME"]))
        except backups.Unsound as error:
            raise CommandError(str(error)) from error
        self.stdout.write("Restored. Run migrate where the backup is of an older version; then start the site.")
