"""The documentation page, made of the OpenAPI document, and the document itself; both open to everybody."""

import re
from functools import cache
from importlib.resources import files

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from resumes.api import reference
from resumes.api.description import document as described
from resumes.views.ownership import context
from resumes.views.uploads import limits

FOR_LINTERS = re.compile(r"  # noqa.*$", re.MULTILINE)


@require_safe
def document(_request: HttpRequest) -> HttpResponse:
    """Send the OpenAPI document."""
    return JsonResponse(described(), json_dumps_params={"indent": 1})


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """Show how programs use this site."""
    program = example_program()
    values = {
        "program": program,
        "lines": sum(1 for line in program.splitlines() if line),
        "calls": list(reference.calls()),
        "schemas": list(reference.schemas()),
        "errors": list(reference.errors()),
        "limits": limits(),
        "calls_a_minute": settings.API_CALLS_PER_MINUTE,
        "uploads": settings.UPLOADS_PER_HOUR,
        "uploads_from_address": settings.UPLOADS_PER_HOUR_FROM_ADDRESS,
    }
    return render(request, "resumes/api.html", context("api", **values))


@cache
def example_program() -> str:
    """Return the example program as it runs, without its own documentation and the notes for linters."""
    source = (files(__package__) / "example_client.py").read_text(encoding="utf-8")
    return FOR_LINTERS.sub("", source).partition("\n\n")[2]
