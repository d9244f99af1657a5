"""Rules that the database itself holds, each with the words for whoever breaks it."""

from collections.abc import Sequence

from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import Combinable
from django.db.models.functions import Length
from django.db.models.lookups import Exact

LOW_ABOVE_HIGH = "The low is above the high."
EMPTY = "The row lacks its slug or its words."
MOST_YEARS = 60
"""Nobody works for longer, so a larger number of years is a slip of the hand."""


def ordered(name: str, low: str, high: str, words: str = LOW_ABOVE_HIGH) -> models.CheckConstraint:
    """Return the constraint that one field is not above another; holds where either is empty."""
    bounded: dict[str, Combinable] = {f"{low}__lte": F(high)}
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{low}__isnull": True}) | Q(**{f"{high}__isnull": True}) | Q(**bounded),
        violation_error_message=words,
    )


def positive(name: str, *fields: str) -> models.CheckConstraint:
    """Return the constraint that fields are above zero where they are filled."""
    condition = Q()
    for field in fields:
        condition &= Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gt": 0})
    return models.CheckConstraint(name=name, condition=condition, violation_error_message="Amounts are above zero.")


def high_needs_low(name: str, low: str, high: str) -> models.CheckConstraint:
    """Return the constraint that there is no upper figure without a lower one."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{high}__isnull": True}) | Q(**{f"{low}__isnull": False}),
        violation_error_message="There is a high without a low.",
    )


def known(name: str, field: str, values: Sequence[object], words: str) -> models.CheckConstraint:
    """Return the constraint that a field, where it is filled, holds one of the values that there are."""
    held = Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__in": tuple(values)})
    return models.CheckConstraint(name=name, condition=held, violation_error_message=words)


def filled(name: str, *fields: str) -> models.CheckConstraint:
    """Return the constraint that texts are not empty."""
    condition = Q()
    for field in fields:
        condition &= ~Q(**{field: ""})
    return models.CheckConstraint(name=name, condition=condition, violation_error_message=EMPTY)


def as_long_as(name: str, field: str, length: int, words: str) -> models.CheckConstraint:
    """Return the constraint that a code has its length; what it is made of the field's validator says.

    No pattern: SQLite knows none by itself, and no other program could then write to the table.
    """
    condition = Exact(Length(F(field)), length)
    return models.CheckConstraint(name=name, condition=condition, violation_error_message=words)


def once(name: str, *fields: str, words: str) -> models.UniqueConstraint:
    """Return the constraint that an edition has one row with these values."""
    return models.UniqueConstraint(name=name, fields=("edition", *fields), violation_error_message=words)
