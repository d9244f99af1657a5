"""Loads an edition of the guide from its YAML file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from salaries.contents.files import GUIDES, BadFile, read
from salaries.loading import FaultyEdition, load

DEFAULT = GUIDES / "2026.yaml"


class Command(BaseCommand):
    """`manage.py load_guide [FILE] [--replace]`; may run any number of times."""

    help = "Loads an edition of the guide from a YAML file; publishes it where no edition is published yet."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=DEFAULT, help="the edition's file (default: 2026)")
        parser.add_argument("--replace", action="store_true", help="also where editors have changed the edition")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            held = read(options["file"])
            outcome = load(held, replace=options["replace"])
        except (BadFile, FaultyEdition, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"edition {held.name}: {outcome.value}")
