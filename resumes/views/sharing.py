"""The share link: its owner makes and ends it; whoever has it sees the estimate and its steps, and nothing else."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from resumes import sharing
from resumes.answering import edition_of
from resumes.models import Resume
from resumes.presentation.along import along
from resumes.presentation.shared import shared_page
from resumes.profile import question_of
from resumes.views.along import read
from resumes.views.ownership import HtmxHttpRequest, context
from salaries import editions
from salaries.published import needs_edition


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs_edition
def share(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Show how a resume is shared; on POST make a link, or end the one that there is."""
    resume = read(request, pk)
    if question_of(resume.facts(), resume.corrections):
        raise Http404("no estimate that could be shared")
    link = ""
    if request.method == "POST":
        link = changed(request, resume)
    part = "#share" if request.htmx else ""
    values = {"resume": resume, "along": along(resume, link)}
    return render(request, f"resumes/share.html{part}", context("resumes", **values))


def changed(request: HttpRequest, resume: Resume) -> str:
    """End the link where that was asked; else make one and return its address."""
    if request.POST.get("do") == "end":
        sharing.revoke(resume)
        return ""
    return request.build_absolute_uri(reverse("resumes:shared", args=[sharing.make(resume)]))


@require_safe
@never_cache
@needs_edition
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """Show the estimate that a link leads to; 404 where the link or its resume has ended."""
    resume = sharing.shared(token)
    if resume is None or question_of(resume.facts(), resume.corrections):
        raise Http404("no such link")
    page = shared_page(resume, editions.freeze(edition_of(resume, editions.current())))
    response = render(request, "resumes/shared.html", context("", page=page, ends=resume.expires_at))
    response["Referrer-Policy"] = "no-referrer"
    return response
