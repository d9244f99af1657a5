"""The pages of a resume as pictures, for its owner alone: asked for when they are first looked at."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from resumes import pictures
from resumes.presentation.pages import shown
from resumes.views.corrections import done
from resumes.views.ownership import HtmxHttpRequest, context

PATIENCE = 7
"""Times that a page asks for its pictures, each after twice the time: about half a minute in all."""
SHORTEST = 250
"""Milliseconds between the first two times."""


@require_safe
@never_cache
def pages(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Return the resume as it was read, and have its pages drawn; to htmx in place, else where they stand."""
    resume = done(request, pk)
    waits = pictures.ask(resume)
    if not request.htmx:
        return redirect(reverse("resumes:detail", args=[pk]) + "#evidence")
    asked = int(request.GET.get("asked", "0")[:2]) if request.GET.get("asked", "0").isdecimal() else 0
    values = {"resume": resume, "evidence": shown(resume), "waits": waits, "late": asked >= PATIENCE}
    values |= {"asked": asked + 1, "delay": SHORTEST * 2 ** min(asked, PATIENCE)}
    return render(request, "resumes/estimate/pages.html", context("estimate", **values))


@require_safe
@cache_control(private=True, no_store=True)
def picture(request: HtmxHttpRequest, pk: UUID, page: int) -> FileResponse:
    """Return the picture of one page. Raises `Http404` for what is not drawn, and for all but its owner."""
    found = done(request, pk).pictures.filter(page=page).first()
    if found is None:
        raise Http404("no picture of this page")
    try:
        file = found.file.open("rb")
    except FileNotFoundError as gone:
        raise Http404("the picture has gone") from gone
    headers = {"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin"}
    return FileResponse(file, filename=f"page-{page}.webp", content_type="image/webp", headers=headers)
