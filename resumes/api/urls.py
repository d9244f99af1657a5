"""Addresses of the API: its documentation, its OpenAPI document and version 1.

Decision: what answers is imported with the first call. The library and its schemas take 15 MiB and a third of a second
of every process that knows the site's addresses, and most never answer a program.
"""

from importlib import import_module

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, include, path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.csrf import csrf_exempt

CALLS = {
    "resumes": "resumes",
    "resume": "resumes/<uuid:id>",
    "result": "resumes/<uuid:id>/result",
    "text": "resumes/<uuid:id>/text",
    "corrections": "resumes/<uuid:id>/corrections",
    "estimates": "estimates",
    "edition": "editions/current",
}
"""The addresses of version 1 by name: those that its calls are declared with."""


class Anything(StringConverter):
    """Any address, line ends in it included, at which Django's own paths stop: programs get no page for people."""

    regex = r"(?s:.+)"


def lazily(route: str, name: str) -> URLPattern:
    """Return an address that the view of that name answers, imported when it is first asked for.

    Nothing here trusts a cookie, so that forms of other sites have nothing to ride on.
    """

    @csrf_exempt
    def view(request: HttpRequest, **given: object) -> HttpResponseBase:
        answer: HttpResponseBase = import_module("resumes.api.views").VIEWS[name](request, **given)
        return answer

    return path(route, view, name=name)


register_converter(Anything, "anything")
app_name = "api"
VERSION_1 = [
    lazily("openapi.json", "openapi"),
    *(lazily(route, name) for name, route in CALLS.items()),
    lazily("", "api-root"),
    lazily("<anything:rest>", "unknown"),
]
urlpatterns = [lazily("", "docs"), path("v1/", include((VERSION_1, "v1")))]
