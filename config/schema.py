"""Whether the database has every table and column of this version."""

from functools import cache
from importlib.util import find_spec
from pkgutil import iter_modules

from django.apps import apps
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder


def unapplied() -> set[tuple[str, str]]:
    """Return the migrations, by app and name, that this version brings and the database has not had.

    Told by their names: importing them, as `migrate` does, would cost every web process memory for good. Raises
    `DatabaseError`.
    """
    return brought() - set(MigrationRecorder(connection).applied_migrations())


@cache
def brought() -> set[tuple[str, str]]:
    """Return all migrations of the installed apps."""
    return {
        (app.label, module.name)
        for app in apps.get_app_configs()
        if (found := find_spec(f"{app.name}.migrations")) and found.submodule_search_locations
        for module in iter_modules(found.submodule_search_locations)
    }
