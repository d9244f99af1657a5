"""By what operators find resumes: never by anything of the sender's."""

from datetime import timedelta
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from resumes import failures
from resumes.models import Reading, Resume

AGES = {"10m": timedelta(minutes=10), "1h": timedelta(hours=1), "6h": timedelta(hours=6)}


class CodeFilter(SimpleListFilter):
    """Why it failed, in words."""

    title = "why it failed"
    parameter_name = "code"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[tuple[str, str]]:
        return [(code, failures.words(code).title) for code in failures.texts()]

    def queryset(self, _request: HttpRequest, rows: QuerySet[Resume]) -> QuerySet[Resume]:
        return rows.filter(code=self.value()) if self.value() else rows


class VersionFilter(SimpleListFilter):
    """Which version read it."""

    title = "version"
    parameter_name = "version"

    def lookups(self, _request: HttpRequest, _admin: Any) -> list[tuple[str, str]]:
        versions = Reading.objects.order_by("-version").values_list("version", flat=True).distinct()
        return [(version, version) for version in versions]

    def queryset(self, _request: HttpRequest, rows: QuerySet[Resume]) -> QuerySet[Resume]:
        return rows.filter(readings__version=self.value()) if self.value() else rows


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
