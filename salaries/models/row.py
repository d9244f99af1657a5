"""What all rows of an edition share."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import Combinable

from salaries.models.content import Content
from salaries.models.edition import Edition
from salaries.models.source import Source

NO_SOURCE = "Every figure names its source."
LOW_ABOVE_HIGH = "The low is above the high."


def source_field(**options: Any) -> Any:
    """Return the field of a figure's source: never empty, and kept as long as a figure names it."""
    return models.ForeignKey(Source, models.RESTRICT, related_name="+", error_messages={"null": NO_SOURCE}, **options)


def money(**options: Any) -> "models.DecimalField[Any, Any]":
    """Return a field for US dollars and cents."""
    return models.DecimalField(max_digits=12, decimal_places=2, **options)


def number(**options: Any) -> "models.DecimalField[Any, Any]":
    """Return a field for percent, years and shares."""
    return models.DecimalField(max_digits=12, decimal_places=4, **options)


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


class Row(Content):
    """A row of one edition's table, in the guide's order, under the source it was printed in."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="%(class)ss")
    order = models.PositiveSmallIntegerField(default=0)
    slug = models.SlugField(max_length=60, help_text="How estimates and texts name it; keep it.")
    source = source_field()

    class Meta:
        abstract = True
        ordering: ClassVar[Sequence[str]] = ("order", "slug")
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.UniqueConstraint(name="one_%(class)s_per_slug", fields=("edition", "slug")),
        )

    def __str__(self) -> str:
        return str(getattr(self, "name", self.slug))

    def clean(self) -> None:
        """Refuse rows and sources of another edition."""
        for field in self._meta.fields:
            related = getattr(self, field.name, None) if field.is_relation and getattr(self, field.attname) else None
            if related is not None and getattr(related, "edition_id", self.edition_id) != self.edition_id:
                raise ValidationError({field.name: "This belongs to another edition."})
