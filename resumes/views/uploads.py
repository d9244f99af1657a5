"""The home page: it takes a resume, or the sample, and says in place why it cannot."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from resumes import failures, intake
from resumes.forms import UploadForm
from resumes.presentation.example import example
from resumes.reading.errors import ReadingError, TooLarge
from resumes.views.limits import retry_after
from resumes.views.ownership import context, owner_of
from resumes.views.pace import too_many
from resumes.views.quota import was_cut
from salaries import editions
from salaries.explanation.answer import Answer

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "sample-resume.pdf"


@require_http_methods(["GET", "HEAD", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """Show what the site does and take a resume."""
    return upload(request) if request.method == "POST" else page(request)


@require_POST
def sample(request: HttpRequest) -> HttpResponse:
    """Send the sample resume on the visitor's behalf."""
    if later := retry_after(request):
        return too_many(request, "uploads", later)
    resume = intake.receive(data_file=sample_file(), owner=owner_of(request), is_sample=True)
    return redirect("resumes:detail", pk=resume.pk)


def sample_file() -> "UploadedFile[bytes]":
    """Return the sample resume as if it had been uploaded."""
    return SimpleUploadedFile(SAMPLE.name, SAMPLE.read_bytes(), "application/pdf")


def upload(request: HttpRequest) -> HttpResponse:
    if later := retry_after(request):
        return too_many(request, "uploads", later)
    form = UploadForm(request.POST, request.FILES)
    if was_cut(request):
        return refused(request, TooLarge.code)
    if not form.is_valid():
        return page(request, status=422, form=form)
    try:
        resume = intake.receive(data_file=form.cleaned_data["file"], owner=owner_of(request))
    except ReadingError as error:
        return refused(request, error.code)
    return redirect("resumes:detail", pk=resume.pk)


def refused(request: HttpRequest, code: str) -> HttpResponse:
    """Return the home page with the words of a failure code."""
    return page(request, status=422, error=failures.words(code), code=code)


def page(request: HttpRequest, status: int = 200, **values: Any) -> HttpResponse:
    """Return the home page, with what went wrong where something did."""
    values = context("estimate", example=current_example(), **limits(), **values)
    return render(request, "resumes/home.html", values, status=status)


def current_example() -> Answer | None:
    """Return the example on the current guide, None while no edition is published."""
    try:
        return example(editions.freeze(editions.current()), timezone.now().date())
    except editions.NoPublishedEdition:
        return None


def limits() -> dict[str, int]:
    """Return what the upload form says about itself."""
    return {
        "max_bytes": settings.RESUME_MAX_BYTES,
        "max_megabytes": settings.RESUME_MAX_BYTES // 1_000_000,
        "max_pages": settings.RESUME_MAX_PAGES,
        "kept_hours": settings.RESUME_KEPT_HOURS,
    }
