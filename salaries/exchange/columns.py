"""A table's columns in a file: each reads its cell with words for what is wrong, and writes what it reads back."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from django.db import models
from import_export import fields, widgets  # type: ignore[import-untyped]

from salaries import editions
from salaries.contents.prose import plain
from salaries.exchange import values

Links = Mapping[type[models.Model], Mapping[str, models.Model]]
"""Rows of an edition by slug, for each table that others name rows of."""

EMPTY = "It is empty."


@dataclass(frozen=True)
class Column:
    """One column: its name in the file, what it holds, which words it takes."""

    name: str
    field: "models.Field[Any, Any]"

    @property
    def label(self) -> str:
        return str(self.field.verbose_name)

    @property
    def holds(self) -> str:
        """What stands in it, units included."""
        if self.field.name == "order":
            return "Place in the table, from 0."
        if isinstance(self.field, models.ForeignKey):
            return f"Slug of one of the edition's {self.field.related_model._meta.verbose_name_plural}."
        return str(self.field.help_text)

    @property
    def options(self) -> tuple[str, ...]:
        """Words that it takes, none where any text or number may stand."""
        if isinstance(self.field, models.BooleanField):
            return ("yes", "no")
        return tuple(str(value) for value, _ in self.field.choices or ())

    @property
    def may_be_empty(self) -> bool:
        return self.field.null or self.field.blank

    @property
    def needed(self) -> bool:
        """Whether a new row must give it: nothing else says what it holds."""
        return not self.may_be_empty and not self.field.has_default()


def columns(table: str) -> tuple[Column, ...]:
    """Return a table's columns: those of the edition's file in its order, and the order of the rows."""
    row, model = editions.TABLES[table]
    return tuple(Column(name, model._meta.get_field(name)) for name in (*row.__struct_fields__, "order"))


def field_of(column: Column) -> Any:
    """Return the column as the import reads and the export writes it."""
    kind = Text if isinstance(column.field, models.CharField | models.TextField) else fields.Field
    return kind(attribute=column.name, column_name=column.name, widget=_widget(column))


class Text(fields.Field):  # type: ignore[misc]
    """A column of text; one that differs in nothing but its line ends stays as it is."""

    def save(self, instance: Any, row: Mapping[str, str], is_m2m: bool = False, **known: Any) -> None:
        before = getattr(instance, self.attribute) or ""
        super().save(instance, row, is_m2m, **known)
        if before.replace("\r\n", "\n").strip() == getattr(instance, self.attribute):
            setattr(instance, self.attribute, before)


class Cell(widgets.Widget):  # type: ignore[misc]
    """A cell of one column."""


class TextCell(Cell):
    """Any text."""

    def clean(self, value: str, **_known: Any) -> str:
        return values.words(value)

    def render(self, value: Any, **_known: Any) -> str:
        return values.guarded(value or "")


class OptionCell(Cell):
    """One of a list of words."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column

    def clean(self, value: str, **_known: Any) -> Any:
        word = values.one_of(value, self.column.options)
        if not word and not self.column.may_be_empty:
            raise values.BadValue(f"{EMPTY} Write one of: {', '.join(self.column.options)}.")
        return (word or None) if self.column.field.null else word

    def render(self, value: Any, **_known: Any) -> str:
        return "" if value is None else str(value)


class WholeOptionCell(OptionCell):
    """One of a list of whole numbers."""

    def clean(self, value: str, **known: Any) -> int | None:
        word = super().clean(value, **known)
        return int(word) if word else None


class TruthCell(Cell):
    """Yes or no."""

    def clean(self, value: str, **_known: Any) -> bool:
        return values.truth(value)

    def render(self, value: Any, **_known: Any) -> str:
        return values.printed(bool(value))


class NumberCell(Cell):
    """A number that is not below zero, with as many decimals as its column keeps."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        self.decimals = getattr(column.field, "decimal_places", 0)

    def clean(self, value: str, **_known: Any) -> Decimal | int | None:
        number = values.number(value, self.decimals)
        if number is None and not self.column.may_be_empty:
            raise values.BadValue(f"{EMPTY} Write a number.")
        return int(number) if number is not None and not self.decimals else number

    def render(self, value: Any, **_known: Any) -> Decimal | str:
        return "" if value is None else Decimal(plain(Decimal(value)))


class LinkCell(Cell):
    """A row of the same edition, by its slug."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        self.model = cast(type[models.Model], column.field.related_model)

    def clean(self, value: str, *, links: Links, **_known: Any) -> models.Model | None:
        slug, one = value.strip(), self.model._meta.verbose_name
        if not slug and not self.column.may_be_empty:
            raise values.BadValue(f"{EMPTY} Name a {one} by its slug.")
        if slug and slug not in links[self.model]:
            raise values.BadValue(f"This edition has no {one} {slug[:60]!r}. Add it first, or name another.")
        return links[self.model][slug] if slug else None

    def render(self, value: Any, **_known: Any) -> str:
        return "" if value is None else str(value.slug)


def _widget(column: Column) -> Any:
    if isinstance(column.field, models.ForeignKey):
        return LinkCell(column)
    if isinstance(column.field, models.BooleanField):
        return TruthCell()
    if column.field.choices:
        return (OptionCell if isinstance(column.field, models.CharField) else WholeOptionCell)(column)
    is_text = isinstance(column.field, models.CharField | models.TextField)
    return TextCell() if is_text else NumberCell(column)
