"""What visitors marked as wrong, by kind and by version: to read, so that extraction is mended where it fails most."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from resumes.admin import mark_words
from resumes.marks import KINDS, DoneResumes, Mark, today

PERIODS = {"7": "Last 7 days", "30": "Last 30 days", "90": "Last 90 days", "": "All"}
CHANGES = 100
"""How many changes are listed, the most frequent first."""

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Mark]
else:
    ModelAdmin = admin.ModelAdmin


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: what is counted, how often, and the share of done resumes, where there are any."""

    name: str
    count: int
    share: float | None
    slug: str = ""
    sure: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the page is limited to: a period, a version, a kind; "" for all."""

    period: str
    version: str
    kind: str

    def of(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Return the rows of the period and the version."""
        if self.period:
            rows = rows.filter(day__gt=today() - timedelta(days=int(self.period)))
        return rows.filter(version=self.version) if self.version else rows


def chosen(request: HttpRequest) -> Choice:
    """Return what the address asks for; what it cannot mean is left out."""
    asked = request.GET
    period, kind = asked.get("period", "30"), asked.get("kind", "")
    return Choice(period if period in PERIODS else "30", asked.get("version", ""), kind if kind in KINDS else "")


@admin.register(Mark)
class MarkAdmin(ModelAdmin):
    """One page of counts in the place of a list of rows."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        choice = chosen(request)
        context = {**self.admin_site.each_context(request), "opts": self.opts, "title": "What visitors marked as wrong"}
        return render(request, "admin/resumes/marks.html", {**context, **figures(choice), **(extra_context or {})})

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _mark: Mark | None = None) -> bool:
        return False

    def has_delete_permission(self, _request: HttpRequest, _mark: Mark | None = None) -> bool:
        return False


def figures(choice: Choice) -> dict[str, Any]:
    """Return all that the page shows, in five queries."""
    done = choice.of(DoneResumes.objects.all()).aggregate(
        count=Sum("count", default=0), marked=Sum("marked", default=0)
    )
    marks = choice.of(Mark.objects.all())
    return {
        "choice": choice,
        "periods": PERIODS.items(),
        "done": done["count"],
        "marked": done["marked"],
        "share": share(done["marked"], done["count"]),
        "kinds": kinds(marks, done["count"]),
        "versions": versions(Choice(choice.period, "", "").of(DoneResumes.objects.all())),
        "known_versions": DoneResumes.objects.order_by("-version").values_list("version", flat=True).distinct(),
        "changes": changes(marks.filter(kind=choice.kind) if choice.kind else marks),
    }


def share(count: int, of: int) -> float | None:
    """Return the share in per cent, None where there is nothing to take it of."""
    return 100 * count / of if of else None


def kinds(marks: QuerySet[Mark], done: int) -> list[Line]:
    """Return the marks of each kind, the most frequent first, with how sure the readings had been."""
    found: dict[str, dict[str, int]] = {}
    having: Counter[str] = Counter()
    for row in marks.values("kind", "confidence").annotate(total=Sum("count"), resumes=Sum("resumes")).order_by():
        found.setdefault(row["kind"], {})[row["confidence"]] = row["total"]
        having[row["kind"]] += row["resumes"]
    lines = [
        Line(mark_words.kind(kind), sum(one.values()), share(having[kind], done), kind, sureness(one))
        for kind, one in found.items()
    ]
    return sorted(lines, key=lambda line: (-line.count, line.name))


def sureness(counts: dict[str, int]) -> str:
    """Return counts by confidence in words: "12 high, 3 low"."""
    return ", ".join(f"{counts[one]} {one}" for one in ("high", "medium", "low") if one in counts)


def versions(done: QuerySet[DoneResumes]) -> list[Line]:
    """Return how many resumes of each version had a mark; `count` is that of all done ones."""
    rows: Iterable[Any] = done.values("version").annotate(total=Sum("count"), wrong=Sum("marked")).order_by("-version")
    return [Line(row["version"], row["total"], share(row["wrong"], row["total"]), str(row["wrong"])) for row in rows]


def changes(marks: QuerySet[Mark]) -> list[dict[str, Any]]:
    """Return from what to what, the most frequent first."""
    rows = (
        marks.values("kind", "was", "became").annotate(total=Sum("count")).order_by("-total", "kind", "was", "became")
    )
    named = mark_words.category
    return [
        {"kind": mark_words.kind(row["kind"]), "count": row["total"]}
        | {column: named(row["kind"], row[column]) for column in ("was", "became")}
        for row in rows[:CHANGES]
    ]
