"""The documentation page, made of the OpenAPI document, and the document itself; both open to everybody."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from resumes.api.description import document as described


@require_safe
def document(_request: HttpRequest) -> HttpResponse:
    """Send the OpenAPI document."""
    return JsonResponse(described(), json_dumps_params={"indent": 1})


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """Show how programs use this site."""
    return render(request, "resumes/api.html", {"section": "api"})
