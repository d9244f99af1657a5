"""Writes an edition of the guide as its YAML file."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from salaries import editions
from salaries.contents.files import written
from salaries.models import Edition


class Command(BaseCommand):
    """`manage.py dump_guide [NAME] > FILE`: what `load_guide FILE` reads back without loss."""

    help = "Writes an edition (default: the current one) as YAML to the standard output."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", nargs="?", help="the edition's name (default: the current one)")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            edition = Edition.objects.get(name=options["name"]) if options["name"] else editions.current()
        except (Edition.DoesNotExist, editions.NoPublishedEdition) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(written(editions.contents(edition)), ending="")
