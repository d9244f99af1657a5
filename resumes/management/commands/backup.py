"""Copies the database without resumes: guide, history, accounts, keys and counts, and nothing that visitors sent."""

import shlex
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from resumes import backups


class Command(BaseCommand):
    """`manage.py backup FILE`, while the site runs. For PostgreSQL it tells the `pg_dump` command instead."""

    help = "Copies the database to FILE without resumes, while the site runs. Uploaded files belong in no backup."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="must not be there yet")

    def handle(self, *_args: Any, **options: Any) -> None:
        target: Path = options["file"]
        if connection.vendor != "sqlite":
            self.stdout.write(shlex.join(backups.pg_dump(connection.settings_dict, target)))
            return
        try:
            backups.copy(Path(connection.settings_dict["NAME"]), target)
        except FileExistsError as error:
            raise CommandError(f"{target} is there already; a backup overwrites nothing") from error
        self.stdout.write(f"{target}: {target.stat().st_size:,} bytes, without resumes")
