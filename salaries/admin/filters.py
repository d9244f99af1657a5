"""Filters of the tables: drafts and the current edition first, older ones on request."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import AllValuesFieldListFilter, SimpleListFilter
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from salaries.models import Edition

ALL = "all"


class EditionFilter(SimpleListFilter):
    """Shows drafts and the current edition until another is asked for."""

    title = "edition"
    parameter_name = "edition"

    def lookups(self, _request: HttpRequest, _options: Any) -> list[tuple[str, str]]:
        return [*((one.name, str(one)) for one in Edition.objects.all()), (ALL, "All editions")]

    def queryset(self, _request: HttpRequest, rows: "QuerySet[Any]") -> "QuerySet[Any]":
        asked = self.value()
        if asked == ALL:
            return rows
        if asked is not None:
            return rows.filter(edition__name=asked)
        return rows.filter(Q(edition__state=Edition.State.DRAFT) | Q(edition__is_current=True))

    def choices(self, changelist: Any) -> "Iterator[Any]":
        first, *others = super().choices(changelist)
        yield {**first, "display": "Drafts and the current one"}
        yield from others


def titled(words: str) -> type[AllValuesFieldListFilter]:
    """Return a filter by the values of a column of another table, under a title that names that table."""

    class Titled(AllValuesFieldListFilter):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self.title = words

    return Titled
