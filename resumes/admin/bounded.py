"""Lists that take as long with a million rows as with a thousand: counted, paged through and acted on up to a bound.

Counting every row of a table reads all of it, and so does the way to its last page. What lies beyond the bound is found
by narrowing the list, by filters or by an id.
"""

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.paginator import Paginator
from django.db.models import Model, QuerySet

if TYPE_CHECKING:  # Django's paginator takes a type argument only in its stubs
    AnyPaginator = Paginator[Any]
else:
    AnyPaginator = Paginator

Row = TypeVar("Row", bound=Model)

MOST = 10_000
"""How many rows are counted, paged through and acted on at most, in the order of the list."""


class BoundedPaginator(AnyPaginator):
    """Pages of the first rows, of which there are `count`; `capped` says that there are more."""

    @cached_property
    def counted(self) -> int:
        rows: Any = self.object_list
        return int(rows[: MOST + 1].count())

    @cached_property
    def count(self) -> int:
        return min(self.counted, MOST)

    @property
    def capped(self) -> bool:
        return self.counted > MOST


def first(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return the rows that pages show, still to be filtered and ordered."""
    return rows.filter(pk__in=rows.values("pk")[:MOST])
