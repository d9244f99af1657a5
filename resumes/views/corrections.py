"""Correct what was read, and take it back: the estimate follows at once."""

import re
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from resumes import corrections
from resumes.forms import CorrectionForm
from resumes.models import Resume, State
from resumes.views.answers import answered
from resumes.views.ownership import HtmxHttpRequest, owned
from salaries.published import needs_edition

PART = re.compile(r"[a-z0-9-]{1,40}")
"""What parts of the page are called."""


@require_POST
@needs_edition
def correct(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Lay what the visitor says over what was read; with odd values, say so beside the field."""
    resume = done(request, pk)
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        response = answered(request, resume, form=form)
        response.status_code = 200 if request.htmx else 422
        return response
    corrections.correct(resume, form.laid_over(resume.corrections))
    return shown(request, resume, saved=where(request))


def where(request: HtmxHttpRequest) -> str:
    """Return the part of the page from which a form was sent, empty for the first screen."""
    at = request.POST.get("at", "")
    return at if PART.fullmatch(at) else ""


@require_POST
@needs_edition
def undo(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Take back one correction, or all."""
    resume = done(request, pk)
    try:
        corrections.undo(resume, request.POST.get("field", ""))
    except ValueError as unknown:
        raise Http404(str(unknown)) from unknown
    return shown(request, resume, saved=where(request))


def done(request: HtmxHttpRequest, pk: UUID) -> Resume:
    """Return the session's own resume that was read. Raises `Http404` for any other."""
    resume = owned(request, pk)
    if resume.state != State.DONE:
        raise Http404("nothing was read that could be corrected")
    return resume


def shown(request: HtmxHttpRequest, resume: Resume, saved: str = "") -> HttpResponse:
    """Return the new estimate: in place to htmx, else by way of its own address.

    `saved` is the part of the page that was changed: where one reads on.
    """
    if not request.htmx:
        address = reverse("resumes:detail", args=[resume.pk])
        return redirect(f"{address}#{saved}" if saved else address)
    response = answered(request, resume, saved=saved)
    response["HX-Retarget"] = "#main"
    response["HX-Reswap"] = "innerHTML show:none"
    return response
