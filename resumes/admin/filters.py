"""By what operators find resumes: never by anything of the sender's."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from resumes import failures
from resumes.admin.bounded import MOST
from resumes.models import Reading, Resume, State

AGES = {"10m": timedelta(minutes=10), "1h": timedelta(hours=1), "6h": timedelta(hours=6)}


class CodeFilter(SimpleListFilter):
    """Why it failed, in words."""

    title = "why it failed"
    parameter_name = "code"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[tuple[str, str]]:
        return [(code, failures.words(code).title) for code in failures.texts()]

    def queryset(self, _request: HttpRequest, rows: QuerySet[Resume]) -> QuerySet[Resume]:
        return rows.filter(state=State.FAILED, code=self.value()) if self.value() else rows


class VersionFilter(SimpleListFilter):
    """Which version read it: of each, what was read last."""

    title = "version"
    parameter_name = "version"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[tuple[str, str]]:
        return [(version, version) for version in versions()]

    def queryset(self, _request: HttpRequest, rows: QuerySet[Resume]) -> QuerySet[Resume]:
        last = Reading.objects.filter(version=self.value()).order_by("-pk")
        return rows.filter(pk__in=last.values("resume")[:MOST]) if self.value() else rows


def versions() -> Iterator[str]:
    """Yield the versions that read what is kept, the latest first, one look-up each: they are few, readings many."""
    names = Reading.objects.order_by("-version").values_list("version", flat=True)
    version = names.first()
    while version is not None:
        yield version
        version = names.filter(version__lt=version).first()


class AgeFilter(SimpleListFilter):
    """How long ago it came."""

    title = "age"
    parameter_name = "age"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[tuple[str, str]]:
        return [("10m", "Up to ten minutes"), ("1h", "Up to an hour"), ("6h", "Up to six hours"), ("old", "Older")]

    def queryset(self, _request: HttpRequest, rows: QuerySet[Resume]) -> QuerySet[Resume]:
        now = timezone.now()
        if self.value() == "old":
            return rows.filter(created_at__lte=now - AGES["6h"])
        age = AGES.get(self.value() or "")
        return rows.filter(created_at__gt=now - age) if age else rows
