"""What visitors get when something breaks: 503 where waiting helps, else 500; in words, never a trace of the error."""

import sys

import structlog
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from resumes import outages

log = structlog.get_logger(__name__)

PLAIN = b"<!doctype html><title>Bandwise</title><h1>The site does not answer just now</h1><p>Try again in a minute."
"""Where even the page that says what broke cannot be made."""


def answer(request: HttpRequest) -> HttpResponse:
    """Answer for a view, or anything around it, that raised. Django's `handler500`: it is handling the error."""
    passing = outages.passes(sys.exc_info()[1])
    status = 503 if passing else 500
    if request.path_info.startswith("/api/"):
        from resumes.api.handling import broke  # the API's modules are large, and this one is loaded first

        return broke(passing=passing)
    response = HttpResponse(page(f"{status}.html"), status=status)
    if passing:
        response["Retry-After"] = str(outages.RETRY_SECONDS)
    return response


def page(name: str) -> bytes:
    """Return an error page. It is made without the request, hence without session and database."""
    try:
        return render_to_string(name).encode()
    except Exception:  # the page that says what broke must not break
        log.exception("error_page_broke", page=name)
        return PLAIN
