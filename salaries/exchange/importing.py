"""Reading a table back into a draft: first what would change, then all of it or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import tablib  # type: ignore[import-untyped]
from django.contrib.auth.models import User
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import RestrictedError

from salaries import editions
from salaries.contents.differences import Difference, Kind, percent_of
from salaries.contents.faults import FaultyEdition
from salaries.exchange.columns import Column, columns
from salaries.exchange.files import Sheet, Unreadable
from salaries.exchange.resources import resource_of
from salaries.exchange.values import printed
from salaries.models import Edition

KINDS: dict[str, Kind] = {"new": "added", "update": "changed", "delete": "removed"}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell or a row; no row: with the edition as it would be."""

    words: str
    row: int | None = None
    column: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is added, changed or removed, field by field; `row` is its number in the file."""

    slug: str
    name: str
    kind: Kind
    row: int | None
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import does, and everything that stands against it."""

    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]
    unchanged: int
    left_out: tuple[str, ...]
    """Columns that the file lacks: they stay as they are."""

    def count(self, kind: Kind) -> int:
        """Return how many rows are added, changed or removed."""
        return sum(change.kind == kind for change in self.changes)


class Refused(ValueError):
    """The file has faults, so nothing of it was imported."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"the file has {len(outcome.faults)} faults; nothing was imported")
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class Upload:
    """A read file, and whether it is the whole table: rows that it lacks are then removed."""

    table: str
    sheet: Sheet
    whole: bool


def check_columns(table: str, sheet: Sheet) -> None:
    """Refuse a file without the key or with columns that the table lacks. Raises `Unreadable`."""
    known = [column.name for column in columns(table)]
    unknown = [repr(name[:60]) for name in sheet.columns if name not in known]
    if unknown:
        raise Unreadable(f"The table has no column {', '.join(unknown)}. Its columns are: {', '.join(known)}.")
    if "slug" not in sheet.columns:
        raise Unreadable('The column "slug" is missing. It says which row is meant.')
    if not sheet.lines:
        raise Unreadable("The file names columns but has no rows.")


def preview(edition: Edition, upload: Upload) -> Outcome:
    """Return what importing would do, and do nothing. Raises `PublishedEdition`."""
    with transaction.atomic():
        outcome = _outcome(edition, upload, by=None, why="")
        transaction.set_rollback(True)
    return outcome


@transaction.atomic
def apply(edition: Edition, upload: Upload, *, by: User | None, why: str) -> Outcome:
    """Import the file and return what it did. Raises `Refused` where anything is wrong, and `PublishedEdition`."""
    outcome = _outcome(edition, upload, by=by, why=why)
    if outcome.faults:
        raise Refused(outcome)
    return outcome


def _outcome(edition: Edition, upload: Upload, by: User | None, why: str) -> Outcome:
    Edition.objects.filter(pk=edition.pk).refuse_published()
    resource = resource_of(upload.table)(edition, by, why)
    faults = list(_repeated(upload.sheet))
    removed, kept = _removed(resource, upload) if upload.whole and not faults else ([], [])
    result = resource.import_data(_dataset(upload.sheet), use_transactions=True, links=resource.links())
    pairs = list(zip(upload.sheet.lines, result.rows, strict=True))
    faults += [*kept, *(fault for line, row in pairs for fault in _faults(row, line.number))]
    faults.sort(key=lambda fault: fault.row or 0)
    changed = [_change(resource, row, line.number) for line, row in pairs if row.import_type in KINDS]
    return Outcome(
        changes=(*changed, *removed),
        faults=tuple(faults or _of_edition(edition)),
        unchanged=sum(row.import_type == "skip" for row in result.rows),
        left_out=tuple(one.name for one in columns(upload.table) if one.name not in upload.sheet.columns),
    )


def _dataset(sheet: Sheet) -> Any:
    return tablib.Dataset(*(line.cells for line in sheet.lines), headers=sheet.columns)


def _repeated(sheet: Sheet) -> Iterator[Fault]:
    place = sheet.columns.index("slug")
    seen: dict[str, int] = {}
    for line in sheet.lines:
        slug = line.cells[place].strip()
        if slug in seen:
            yield Fault(
                f"{slug!r} is in row {seen[slug]} already. Each row has a slug of its own.", line.number, "slug"
            )
        seen.setdefault(slug, line.number)


def _removed(resource: Any, upload: Upload) -> tuple[list[Change], list[Fault]]:
    """Remove the rows that the file lacks; return them, and why others cannot be removed."""
    place = upload.sheet.columns.index("slug")
    stays = {line.cells[place].strip() for line in upload.sheet.lines}
    gone: list[Change] = []
    faults = []
    for row in resource.get_queryset().exclude(slug__in=stays):
        resource.sign(row)
        try:
            with transaction.atomic():
                gone.append(Change(row.slug, str(row), "removed", None, _differences(resource, row, None)))
                row.delete()
        except RestrictedError as error:
            found: set[Any] = error.restricted_objects
            names = ", ".join(sorted({f"{one._meta.verbose_name} {one.slug}" for one in found}))
            faults.append(Fault(f"{row.slug!r} cannot be removed: it is named by {names}.", None, "slug"))
    return gone, faults


def _faults(row: Any, number: int) -> Iterator[Fault]:
    if row.errors:
        raise row.errors[0].error
    if row.validation_error is None:
        return
    for column, words in _by_column(row.validation_error).items():
        yield from (Fault(one, number, "" if column == NON_FIELD_ERRORS else column) for one in words)


def _by_column(error: ValidationError) -> dict[str, list[str]]:
    return error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}


def _of_edition(edition: Edition) -> Iterator[Fault]:
    try:
        editions.check(edition)
    except FaultyEdition as error:
        yield from map(Fault, error.faults)


def _change(resource: Any, row: Any, number: int) -> Change:
    instance = row.instance
    return Change(
        instance.slug, str(instance), KINDS[row.import_type], number, _differences(resource, row.original, instance)
    )


def _differences(resource: Any, old: Any, new: Any) -> tuple[Difference, ...]:
    kind: Kind = "added" if old is None else "removed" if new is None else "changed"
    return tuple(filter(None, (_difference(column, old, new, kind) for column in resource.columns)))


def _difference(column: Column, old: Any, new: Any, kind: Kind) -> Difference | None:
    before, after = (None if row is None else getattr(row, column.name) for row in (old, new))
    was, becomes = _shown(before), _shown(after)
    if was == becomes or column.name == "slug":
        return None
    percent = percent_of(before, after) if column.field.get_internal_type() == "DecimalField" else None
    slug = (new or old).slug
    return Difference(column.field.model._meta.model_name or "", slug, column.name, kind, was, becomes, percent)


def _shown(value: Any) -> str:
    return str(value.slug) if hasattr(value, "slug") else printed(value)
