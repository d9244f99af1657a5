"""Delete now: asked once, done at once."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from resumes import deletion
from resumes.views.ownership import context, owned


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask whether the resume shall go; on POST remove it with everything derived from it."""
    resume = owned(request, pk)
    if request.method != "POST":
        return render(request, "resumes/delete.html", context("resumes", resume=resume))
    deletion.delete(resume)
    messages.success(request, f"{resume.filename} is gone, with everything that was read from it.")
    return redirect("resumes:list")
