"""Editions out of the database: which one is current, what it holds, and the guide that estimates read."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

import msgspec
from django.db.models import ForeignKey, Model

from salaries import models
from salaries.contents import tables
from salaries.contents.faults import FaultyEdition, faults
from salaries.contents.kept import Kept
from salaries.estimation.guide import Guide
from salaries.models import Edition

TABLES: dict[str, tuple[type[tables.Row], type[Any]]] = {
    "sources": (tables.Source, models.Source),
    "occupations": (tables.Occupation, models.Occupation),
    "tiers": (tables.Tier, models.Tier),
    "states": (tables.State, models.State),
    "metros": (tables.Metro, models.Metro),
    "specializations": (tables.Specialization, models.Specialization),
    "figures": (tables.Figure, models.Figure),
    "negotiation": (tables.NegotiationPoint, models.NegotiationPoint),
    "rungs": (tables.Rung, models.Rung),
    "takeaways": (tables.Takeaway, models.Takeaway),
    "questions": (tables.Question, models.Question),
    "skills": (tables.PayingSkill, models.PayingSkill),
    "disagreements": (tables.Disagreement, models.Disagreement),
    "parameters": (tables.Parameter, models.Parameter),
}
"""An edition's tables: the row as a value and the row in the database, those that others point at first."""

REVISIONS_KEPT = 8
"""Revisions in the memory of a process: the current edition, a few that resumes were answered with, and drafts."""


CURRENT = f"SELECT * FROM {Edition._meta.db_table} WHERE is_current"  # noqa: S608 -- a name of our own
"""The current edition. Every page asks for it, and putting the query together would take longer than asking."""


class NoPublishedEdition(LookupError):
    """There is no current edition to answer from."""

    def __init__(self, drafts: int) -> None:
        super().__init__(f"no edition of the guide is published ({drafts} drafts); run `manage.py load_guide`")
        self.drafts = drafts


def current() -> Edition:
    """Return the current edition. Raises `NoPublishedEdition`."""
    edition = next(iter(Edition.objects.raw(CURRENT)), None)
    if edition is None:
        raise NoPublishedEdition(Edition.objects.count())
    return edition


def freeze(edition: Edition) -> Guide:
    """Return the edition as estimation reads it; no query where this process has read this revision before."""
    return kept(edition).guide


def readable(edition: Edition) -> tables.Contents:
    """Return the edition with the figures of its texts in place: what pages print. Kept as `freeze` keeps it."""
    return kept(edition).readable


def kept(edition: Edition) -> Kept:
    """Return the revision that the row at hand names, out of memory where it is there.

    The row comes fresh out of the database with every request, so a saved figure shows at once in every process. The
    time of the change is part of the key: a revision that was rolled back can come again with other figures.
    """
    return _kept(edition.pk, edition.revision, edition.changed_at)


@lru_cache(maxsize=REVISIONS_KEPT)
def _kept(key: int, _revision: int, _changed_at: datetime) -> Kept:
    return Kept(contents(Edition.objects.get(pk=key)))


def contents(edition: Edition) -> tables.Contents:
    """Return everything the edition holds, as its file would, out of the database. One query a table."""
    slugs: dict[tuple[type[Model], Any], str] = {}
    rows: dict[str, list[dict[str, Any]]] = {}
    for name, (row_type, model) in TABLES.items():
        found = list(model.objects.filter(edition=edition).order_by(*_order_of(model)))
        slugs |= {(model, row.pk): row.slug for row in found}
        rows[name] = [dict(_values(row, row_type, slugs)) for row in found]
    about = {"name": edition.name, "title": edition.title, "effective": edition.effective, "note": edition.note}
    return msgspec.convert({**about, **rows}, tables.Contents)


def check(edition: Edition) -> None:
    """Raise `FaultyEdition` where the edition as it stands in the database has faults."""
    if found := faults(contents(edition)):
        raise FaultyEdition(edition.name, found)


def _order_of(model: type[Model]) -> tuple[str, ...]:
    # Tiers are read upward whatever their order field says: an added one belongs where its years put it.
    return ("floor", "order") if model is models.Tier else ("order", "slug")


def _values(
    row: Model, row_type: type[tables.Row], slugs: dict[tuple[type[Model], Any], str]
) -> Iterator[tuple[str, Any]]:
    for name in row_type.__struct_fields__:
        field = row._meta.get_field(name)
        if isinstance(field, ForeignKey):
            key = getattr(row, field.attname)
            yield name, None if key is None else slugs[field.related_model, key]
        else:
            yield name, _plain(getattr(row, name))


def _plain(value: Any) -> Any:
    """Return decimals without the zeros that their column adds: 170000, not 170000.00."""
    if not isinstance(value, Decimal):
        return value
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
