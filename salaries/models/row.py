"""What all rows of an edition share."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from salaries.models.content import Content
from salaries.models.edition import Edition
from salaries.models.limits import filled, once
from salaries.models.source import Source

NO_SOURCE = "Every figure names its source."
SLUG_TAKEN = "This table of the edition has a row with this slug already."
NAME_TAKEN = "This table of the edition has a row with this name already."


def source_field(**options: Any) -> Any:
    """Return the field of a figure's source: never empty, and kept as long as a figure names it."""
    return models.ForeignKey(Source, models.RESTRICT, related_name="+", error_messages={"null": NO_SOURCE}, **options)


def money(**options: Any) -> "models.DecimalField[Any, Any]":
    """Return a field for US dollars and cents."""
    return models.DecimalField(max_digits=12, decimal_places=2, **options)


def number(**options: Any) -> "models.DecimalField[Any, Any]":
    """Return a field for percent, years and shares."""
    return models.DecimalField(max_digits=12, decimal_places=4, **options)


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
            once("one_%(class)s_per_slug", "slug", words=SLUG_TAKEN),
            filled("%(class)s_with_slug", "slug"),
        )

    def __str__(self) -> str:
        return str(getattr(self, "name", self.slug))

    def clean(self) -> None:
        """Refuse rows and sources of another edition."""
        for field in self._meta.fields:
            related = getattr(self, field.name, None) if field.is_relation and getattr(self, field.attname) else None
            if related is not None and getattr(related, "edition_id", self.edition_id) != self.edition_id:
                raise ValidationError({field.name: "This belongs to another edition."})
