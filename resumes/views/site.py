"""Pages that show no resume: privacy, and what Django answers errors with."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from resumes.views.ownership import context


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept, for how long, and who sees it."""
    return render(request, "resumes/privacy.html", context("privacy", kept_hours=settings.RESUME_KEPT_HOURS))
