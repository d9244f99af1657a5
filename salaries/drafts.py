"""Writing drafts: all rows of an edition at once, and the copy of an edition to correct it in."""

from collections.abc import Iterator
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import ForeignKey, Model, QuerySet

from salaries.contents.tables import Contents
from salaries.editions import TABLES, contents
from salaries.models import Edition

Stored = dict[tuple[type[Model], str], Model]


class NameTaken(ValueError):
    """There is an edition of that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is an edition called {name}")
        self.name = name


@transaction.atomic
def clone(edition: Edition, name: str) -> Edition:
    """Return a new draft with all rows of the edition; what is new in it is still to be said. Raises `NameTaken`."""
    if Edition.objects.filter(name=name).exists():
        raise NameTaken(name)
    draft = Edition.objects.create(name=name, title=edition.title, effective=edition.effective)
    write(draft, contents(edition), why=f"Cloned from {edition.name}.")
    return draft


@transaction.atomic
def write(draft: Edition, held: Contents, why: str) -> None:
    """Store the rows of an edition that has none, and where their history begins. Raises `PublishedEdition`.

    Two queries a table, however many rows there are.
    """
    drafts = Edition.objects.filter(pk=draft.pk)
    drafts.refuse_published()
    stored: Stored = {}
    for name, (_, model) in TABLES.items():
        rows = [
            model(edition=draft, order=place, **dict(_fields(row, model, stored)))
            for place, row in enumerate(getattr(held, name))
        ]
        # The edition was asked once, above: its own tables need not ask again.
        created: list[Any] = QuerySet(model).bulk_create(rows)
        stored |= {(model, row.slug): row for row in created}
        model.history.bulk_history_create(created, default_change_reason=why)
    drafts.count_change()
    draft.refresh_from_db(fields=("revision", "changed_at"))


def _fields(row: msgspec.Struct, model: type[Model], stored: Stored) -> Iterator[tuple[str, Any]]:
    for name, value in msgspec.structs.asdict(row).items():
        field = model._meta.get_field(name)
        if isinstance(field, ForeignKey) and value is not None:
            yield name, stored[field.related_model, value]
        else:
            yield name, value
