"""Typed values in a database column, as JSON: encoded and decoded by their dataclasses, so that odd data stops here."""

from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

T = TypeVar("T")


if TYPE_CHECKING:  # Django's fields take type arguments only in their stubs

    class TextColumn(models.TextField[T, T]): ...
else:

    class TextColumn(models.TextField, Generic[T]):
        pass


class TypedField(TextColumn[T]):
    """A text column that holds a value of the type `of` as JSON and gives it back as such.

    Reading a row whose JSON does not fit the type raises `msgspec.ValidationError`. Migrations know only the column:
    the type is the code's business.
    """

    def __init__(self, *args: Any, of: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of = of

    def from_db_value(self, value: str, _expression: object, _connection: BaseDatabaseWrapper) -> Any:
        """Decode what the column holds."""
        return value if self.of is None else msgspec.json.decode(value, type=self.of)

    def get_prep_value(self, value: Any) -> str:
        """Encode for the column."""
        return msgspec.json.encode(value).decode()
