"""The page of one resume, by its state, and the list of a session's own."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from resumes import failures
from resumes.answering import edition_of, keep_edition
from resumes.forms import CorrectionForm, initial
from resumes.models import Resume, State
from resumes.presentation.along import along
from resumes.presentation.otherwise import first_answer, offer
from resumes.presentation.page import Page, Question, told
from resumes.presentation.pages import shown as as_shown
from resumes.views.ownership import HtmxHttpRequest, context, own_resumes, owned
from resumes.views.uploads import limits
from salaries import editions
from salaries.published import needs_edition

LONG = timedelta(seconds=15)
"""A wait after which a page no longer says that it takes about a second."""


@require_safe
@never_cache
def own(request: HttpRequest) -> HttpResponse:
    """List what this session has sent and may still see."""
    return render(request, "resumes/list.html", context("resumes", resumes=own_resumes(request)))


@require_safe
@never_cache
@needs_edition
def detail(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Show a resume as far as it has come; htmx asks again while it waits, and gets the answer in place."""
    resume = owned(request, pk)
    if not resume.has_ended:
        return waiting(request, resume)
    response = failed(request, resume) if resume.state == State.FAILED else answered(request, resume)
    if request.htmx:
        response["HX-Retarget"] = "#main"
        response["HX-Reswap"] = "innerHTML show:none"
    return response


def waiting(request: HtmxHttpRequest, resume: Resume) -> HttpResponse:
    """Say what is being done; to htmx, only what may have changed."""
    part = "#progress" if request.htmx else ""
    long = timezone.now() - resume.created_at > LONG
    return render(request, f"resumes/waiting.html{part}", context("estimate", resume=resume, long=long))


def failed(request: HtmxHttpRequest, resume: Resume) -> HttpResponse:
    """Say what went wrong, whose turn it is, and what to do."""
    part = "#content" if request.htmx else ""
    values = {"resume": resume, "code": resume.code, "error": failures.words(resume.code), **limits()}
    return render(request, f"resumes/failed.html{part}", context("estimate", **values))


def answered(
    request: HtmxHttpRequest,
    resume: Resume,
    form: CorrectionForm | None = None,
    saved: str = "",
    refused: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Show the estimate, or the question that stands in its place; `form` brings corrections that could not be used.

    `saved` is the part of the page that was changed and gets the focus; `refused` a skill that could not be added, with
    the reason.
    """
    current = editions.current()
    edition = edition_of(resume, current)
    page = told(resume, editions.freeze(edition))
    template = "resumes/question.html" if isinstance(page, Question) else "resumes/estimate.html"
    part = "#content" if request.htmx else ""
    shown = form or CorrectionForm(initial=initial(resume.corrections))
    shown.tell(page.as_read if isinstance(page, Page) else {})
    values: dict[str, Any] = {"resume": resume, "page": page, "form": shown, "edition": edition}
    values |= {"saved": saved, "refused": refused}
    lines = page.advice.lines if isinstance(page, Page) else None
    values |= {"along": along(resume), "evidence": as_shown(resume, lines), "waits": True, "asked": 0, "delay": 0}
    if isinstance(page, Page):
        keep_edition(resume, edition)
        values |= {"offer": offer(resume, page, current), "first": first_answer(resume)}
    return render(request, f"{template}{part}", context("estimate", **values))
