"""Trying again by hand: what failed for a passing reason at once, what lies in the file only where one insists."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from resumes import failures
from resumes.models import Resume, State
from resumes.retrying import WORTH_IT, FileGone, NotFailed, retry

GONE = "Its file is gone, so there is nothing to read."
ENDED = "It is not among the failed ones any more."


def page(request: HttpRequest, admin: Any, key: UUID) -> HttpResponse:
    """Ask whether a failed resume shall be tried again, with a tick where that is unlikely to help; do it on POST."""
    if not admin.has_retry_permission(request):
        raise PermissionDenied
    resume = admin.get_queryset(request).filter(pk=key, state=State.FAILED).first()
    if resume is None:
        raise Http404("no failed resume of this id")
    likely = resume.code in WORTH_IT
    if request.method == "POST" and (likely or "sure" in request.POST):
        return tried(request, admin, resume)
    told = {"resume": resume, "failure": failures.words(resume.code), "likely": likely}
    missing = request.method == "POST"
    context = {**admin.admin_site.each_context(request), "opts": admin.opts, "title": "Try again", **told}
    return render(request, "admin/resumes/retry.html", {**context, "missing": missing})


def tried(request: HttpRequest, admin: Any, resume: Resume) -> HttpResponse:
    """Try it, say how that went, and go back to its page."""
    if trouble := once(request, admin, resume):
        messages.error(request, f"Nothing was changed. {trouble}")
    else:
        messages.success(request, "It waits again, with all its attempts before it.")
    return HttpResponseRedirect(reverse("admin:resumes_resume_change", args=[resume.pk]))


def several(request: HttpRequest, admin: Any, resumes: QuerySet[Resume]) -> None:
    """Try all chosen that failed for a passing reason, and say why the others were not."""
    results = [once(request, admin, resume) if resume.code in WORTH_IT else unlikely(resume) for resume in resumes]
    again = results.count("")
    if again:
        messages.success(request, f"{again} wait{'s' if again == 1 else ''} again.")
    for trouble in sorted(set(results) - {""}):
        messages.warning(request, f"{results.count(trouble)} not tried. {trouble}")


def unlikely(resume: Resume) -> str:
    if resume.state != State.FAILED:
        return "Only failed ones can be tried again."
    return f'"{failures.words(resume.code).title}" lies in the file: open it to try it all the same.'


def once(request: HttpRequest, admin: Any, resume: Resume) -> str:
    """Try one again and log who did; return what stood in the way, nothing where nothing did."""
    before = f"Tried again after {resume.code} in {resume.attempts} attempt{'s' if resume.attempts != 1 else ''}."
    try:
        retry(resume)
    except FileGone:
        return GONE
    except NotFailed:
        return ENDED
    admin.log_change(request, resume, before)
    return ""
