"""Editions out of the database: which one is current, what it holds, and the guide that estimates read."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import ForeignKey, Model
from django.utils import timezone

from salaries import models
from salaries.contents import tables
from salaries.contents.freezing import guide_of
from salaries.contents.prose import filled
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


class NoPublishedEdition(LookupError):
    """There is no current edition to answer from."""

    def __init__(self, drafts: int) -> None:
        super().__init__(f"no edition of the guide is published ({drafts} drafts); run `manage.py load_guide`")
        self.drafts = drafts


def current() -> Edition:
    """Return the current edition. Raises `NoPublishedEdition`."""
    edition = Edition.objects.filter(is_current=True).first()
    if edition is None:
        raise NoPublishedEdition(Edition.objects.count())
    return edition


def freeze(edition: Edition) -> Guide:
    """Return the edition as estimation reads it. One query a table, however many figures there are."""
    return guide_of(contents(edition))


def readable(edition: Edition) -> tables.Contents:
    """Return the edition with the figures of its texts in place: what pages print."""
    return filled(contents(edition))


def contents(edition: Edition) -> tables.Contents:
    """Return everything the edition holds, as its file would. One query a table."""
    slugs: dict[tuple[type[Model], Any], str] = {}
    rows: dict[str, list[dict[str, Any]]] = {}
    for name, (row_type, model) in TABLES.items():
        found = list(model.objects.filter(edition=edition).order_by(*_order_of(model)))
        slugs |= {(model, row.pk): row.slug for row in found}
        rows[name] = [dict(_values(row, row_type, slugs)) for row in found]
    about = {"name": edition.name, "title": edition.title, "effective": edition.effective, "note": edition.note}
    return msgspec.convert({**about, **rows}, tables.Contents)


@transaction.atomic
def make_current(edition: Edition) -> None:
    """Publish the edition, if it is a draft, and let estimates cite it from now on."""
    Edition.objects.filter(is_current=True).exclude(pk=edition.pk).update(is_current=False)
    if edition.published_at is None:
        edition.published_at = timezone.now()
    edition.state = Edition.State.PUBLISHED
    edition.is_current = True
    edition.save(update_fields=("state", "published_at", "is_current"))


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
