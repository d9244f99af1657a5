"""Loading an edition from its file: whole or not at all, and never over an editor's changes unasked."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import ForeignKey, Model

from salaries.contents.faults import faults
from salaries.contents.files import digest
from salaries.contents.tables import Contents
from salaries.editions import TABLES, contents, make_current
from salaries.models import Edition


class Outcome(Enum):
    """What loading did."""

    LOADED = "loaded"
    REPLACED = "replaced"
    UNCHANGED = "already there"
    KEPT = "kept as editors have changed it"


class FaultyEdition(ValueError):
    """The figures contradict each other or lack something that estimates need."""

    def __init__(self, name: str, found: list[str]) -> None:
        super().__init__(f"edition {name} has {len(found)} faults:\n" + "\n".join(f"  {fault}" for fault in found))
        self.name = name
        self.faults = found


@transaction.atomic
def load(held: Contents, *, replace: bool = False) -> Outcome:
    """Store an edition and make it current where none is yet.

    An edition of that name that an editor has changed since it was loaded stays, unless `replace` is true.
    Raises `FaultyEdition` before anything is written.
    """
    if found := faults(held):
        raise FaultyEdition(held.name, found)
    edition = Edition.objects.select_for_update().filter(name=held.name).first()
    outcome = _outcome(edition, held, replace=replace)
    if outcome in (Outcome.LOADED, Outcome.REPLACED):
        edition = _store(edition or Edition(name=held.name), held)
    if edition is not None and not Edition.objects.filter(is_current=True).exists():
        make_current(edition)
    return outcome


def _outcome(edition: Edition | None, held: Contents, *, replace: bool) -> Outcome:
    if edition is None:
        return Outcome.LOADED
    stored = digest(contents(edition))
    if stored == digest(held):
        return Outcome.UNCHANGED
    edited = stored != edition.loaded_digest
    return Outcome.KEPT if edited and not replace else Outcome.REPLACED


def _store(edition: Edition, held: Contents) -> Edition:
    edition.title, edition.effective, edition.note = held.title, held.effective, held.note
    edition.save()
    for _, model in reversed(TABLES.values()):
        model.objects.filter(edition=edition).delete()
    stored: dict[tuple[type[Model], str], Model] = {}
    for name, (_, model) in TABLES.items():
        rows = [
            model(edition=edition, order=place, **dict(_fields(row, model, stored)))
            for place, row in enumerate(getattr(held, name))
        ]
        stored |= {(model, row.slug): row for row in model.objects.bulk_create(rows)}
    edition.loaded_digest = digest(contents(edition))
    edition.save(update_fields=("loaded_digest",))
    return edition


def _fields(
    row: msgspec.Struct, model: type[Model], stored: dict[tuple[type[Model], str], Model]
) -> Iterator[tuple[str, Any]]:
    for name, value in msgspec.structs.asdict(row).items():
        field = model._meta.get_field(name)
        if isinstance(field, ForeignKey) and value is not None:
            yield name, stored[field.related_model, value]
        else:
            yield name, value
