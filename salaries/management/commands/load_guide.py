"""Loads an edition of the guide from its YAML file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError

from salaries.contents.faults import FaultyEdition
from salaries.contents.files import GUIDES, BadFile, read
from salaries.loading import LostInStorage, load, start

SHIPPED = GUIDES / "2026.yaml"


class Command(BaseCommand):
    """`manage.py load_guide [FILE] [--name NAME] [--replace]`; may run any number of times."""

    help = "Loads an edition's YAML file as a draft. Without a file: the shipped one, published at the first start."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="the edition's file (default: the shipped one)")
        parser.add_argument("--name", help="the name of the edition, in place of the one in the file")
        parser.add_argument("--replace", action="store_true", help="also where editors have changed the draft")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            held = read(options["file"] or SHIPPED)
            if options["name"]:
                held = msgspec.structs.replace(held, name=options["name"])
            outcome = load(held, replace=options["replace"]) if options["file"] else start(held)
        except (BadFile, FaultyEdition, LostInStorage, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"edition {held.name}: {outcome.value}")
