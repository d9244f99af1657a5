"""Resumes for operators: status, timings, version; what failed can be tried again, and all can be removed."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path

from resumes import failures
from resumes.admin import retry
from resumes.admin.bounded import BoundedPaginator, first
from resumes.admin.filters import AgeFilter, CodeFilter, VersionFilter
from resumes.deletion import delete
from resumes.models import Reading, Resume

READ = ("resume", "version", "seconds_reading", "seconds_extracting", "peak_mib", "format", "pages")
FIGURES = Reading.objects.only(*READ)
HIDDEN = ("owner", "file", "filename", "corrections")

if TYPE_CHECKING:  # the admin takes a type argument only in its stubs
    ModelAdmin = admin.ModelAdmin[Resume]
else:
    ModelAdmin = admin.ModelAdmin


@admin.register(Resume)
class ResumeAdmin(ModelAdmin):
    """How reading went. Nothing can be added or changed; deleting removes file and results too."""

    change_list_template = "admin/resumes/resumes.html"
    change_form_template = "admin/resumes/resume.html"
    list_display = (
        "short",
        "state",
        "why",
        "attempts",
        "came",
        "waited",
        "reading",
        "extracting",
        "version",
        "format",
        "pages",
        "kilobytes",
        "is_sample",
    )
    list_filter = ("state", CodeFilter, VersionFilter, AgeFilter, "is_sample")
    search_fields = ("id",)
    search_help_text = "A resume's whole id, as the log and its address have it."
    ordering = ("-created_at",)
    show_full_result_count = False
    paginator = BoundedPaginator
    sortable_by = ("came",)
    actions = ("try_again",)
    readonly_fields = (
        *list_display,
        *(
            "id",
            "created_at",
            "code",
            "happened",
            "peak_mib",
            "took",
            "begun_at",
            "ended_at",
            "lease_until",
            "next_turn",
            "expires_at",
        ),
    )
    fieldsets = (
        (None, {"fields": ("id", "state", "why", "code", "happened", "attempts")}),
        ("Times", {"fields": ("created_at", "begun_at", "ended_at", "waited", "reading", "extracting", "took")}),
        ("What was read", {"fields": ("version", "format", "pages", "kilobytes", "is_sample", "peak_mib")}),
        ("Next", {"fields": ("lease_until", "next_turn", "expires_at")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Resume]:
        """Leave out what staff must not see, and fetch the results' figures with the rows."""
        return super().get_queryset(request).defer(*HIDDEN).prefetch_related(Prefetch("readings", FIGURES))

    def get_search_results(
        self, _request: HttpRequest, rows: QuerySet[Resume], wanted: str
    ) -> tuple[QuerySet[Resume], bool]:
        """Return the resume of that id, nothing for what is none."""
        if not wanted:
            return rows, False
        try:
            return rows.filter(pk=UUID(wanted.strip())), False
        except ValueError:
            return rows.none(), False

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.retry_view)
        return [path("<uuid:key>/retry/", view, name="resumes_resume_retry"), *super().get_urls()]

    def retry_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        return retry.page(request, self, key)

    def response_action(self, request: HttpRequest, queryset: QuerySet[Resume], *args: Any) -> HttpResponse | None:
        """Act on what is ticked; "all" means all that the pages of the list show."""
        return super().response_action(request, first(queryset), *args)

    @admin.action(description="Try again", permissions=["retry"])
    def try_again(self, request: HttpRequest, resumes: QuerySet[Resume]) -> None:
        retry.several(request, self, resumes)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Show what staff did with a resume; to those who may not see any, not even whether there is one."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return super().history_view(request, object_id, extra_context)

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("resumes.retry_resume")

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **options: Any) -> HttpResponse:
        context["may_retry"] = self.has_retry_permission(request)
        return super().render_change_form(request, context, *args, **options)

    def has_add_permission(self, _request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, _request: HttpRequest, _resume: Resume | None = None) -> bool:
        return False

    def delete_model(self, _request: HttpRequest, resume: Resume) -> None:
        """Remove the resume with its file."""
        delete(resume)

    def delete_queryset(self, _request: HttpRequest, resumes: QuerySet[Resume]) -> None:
        """Remove the resumes with their files."""
        for resume in resumes:
            delete(resume)

    @admin.display(description="Resume")
    def short(self, resume: Resume) -> str:
        """The beginning of its id, enough to tell it from the others of a day."""
        return str(resume.pk)[:8]

    @admin.display(description="Came (UTC)", ordering="created_at")
    def came(self, resume: Resume) -> str:
        return f"{resume.created_at:%b %d, %H:%M:%S}"

    @admin.display(description="Why")
    def why(self, resume: Resume) -> str:
        """What visitors read above the page of such a failure."""
        return failures.words(resume.code).title if resume.code else ""

    @admin.display(description="What that means")
    def happened(self, resume: Resume) -> str:
        return failures.words(resume.code).happened if resume.code else ""

    @admin.display(description="Waited")
    def waited(self, resume: Resume) -> str:
        """Time from arrival to the first attempt."""
        return distance(resume.created_at, resume.begun_at)

    @admin.display(description="Arrival to end")
    def took(self, resume: Resume) -> str:
        return distance(resume.created_at, resume.ended_at)

    @admin.display(description="Reading")
    def reading(self, resume: Resume) -> str:
        """Seconds from bytes to text, in the child; of each result."""
        return ", ".join(f"{one.seconds_reading:.2f} s" for one in resume.readings.all())

    @admin.display(description="Extracting")
    def extracting(self, resume: Resume) -> str:
        """Seconds from text to facts, in the child; of each result."""
        return ", ".join(f"{one.seconds_extracting:.2f} s" for one in resume.readings.all())

    @admin.display(description="Version")
    def version(self, resume: Resume) -> str:
        """Versions that the resume was read with."""
        return ", ".join(one.version for one in resume.readings.all())

    @admin.display(description="Format")
    def format(self, resume: Resume) -> str:
        return ", ".join(one.format for one in resume.readings.all())

    @admin.display(description="Pages")
    def pages(self, resume: Resume) -> str:
        return ", ".join(str(one.pages) for one in resume.readings.all())

    @admin.display(description="Size")
    def kilobytes(self, resume: Resume) -> str:
        return f"{resume.size / 1000:,.1f} kB"

    @admin.display(description="Peak memory (MiB)")
    def peak_mib(self, resume: Resume) -> str:
        """Largest resident memory of the child, of each result."""
        return ", ".join(str(one.peak_mib) for one in resume.readings.all())


def distance(begun: datetime, ended: datetime | None) -> str:
    """Return the seconds between the two, nothing where the second is yet to come."""
    return f"{(ended - begun).total_seconds():.2f} s" if ended else ""
