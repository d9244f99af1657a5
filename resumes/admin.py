"""Resumes for staff: how reading goes, never what a resume says, what it is called, or the file."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest

from resumes.deletion import delete
from resumes.models import Reading, Resume

FIGURES = Reading.objects.only("resume", "version", "seconds_reading", "seconds_extracting", "peak_mib")

if TYPE_CHECKING:  # the admin takes a type argument only in its stubs
    ModelAdmin = admin.ModelAdmin[Resume]
else:
    ModelAdmin = admin.ModelAdmin


@admin.register(Resume)
class ResumeAdmin(ModelAdmin):
    """Status, timings and version. Nothing can be added or changed; deleting removes file and results too."""

    list_display = ("id", "state", "code", "attempts", "is_sample", "size", "created_at", "took", "version", "seconds")
    list_filter = ("state", "code", "is_sample")
    ordering = ("-created_at",)
    fields = (*list_display, "peak_mib", "lease_until", "next_turn", "ended_at", "expires_at")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Resume]:
        """Leave out what staff must not see, and fetch the results' figures with the rows."""
        rows = super().get_queryset(request).defer("owner", "filename", "corrections")
        return rows.prefetch_related(Prefetch("readings", FIGURES))

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

    @admin.display(description="Took")
    def took(self, resume: Resume) -> timedelta | None:
        """Time from arrival to end."""
        return resume.ended_at - resume.created_at if resume.ended_at else None

    @admin.display(description="Version")
    def version(self, resume: Resume) -> str:
        """Versions that the resume was read with."""
        return ", ".join(reading.version for reading in resume.readings.all())

    @admin.display(description="Seconds in the child")
    def seconds(self, resume: Resume) -> str:
        """Time for reading and for extraction, of each result."""
        figures = [f"{r.seconds_reading:.3f} + {r.seconds_extracting:.3f}" for r in resume.readings.all()]
        return ", ".join(figures)

    @admin.display(description="Peak memory (MiB)")
    def peak_mib(self, resume: Resume) -> str:
        """Largest resident memory of the child, of each result."""
        return ", ".join(str(reading.peak_mib) for reading in resume.readings.all())
