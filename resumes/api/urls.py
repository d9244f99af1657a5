"""Addresses of the API: its documentation, its OpenAPI document and version 1."""

from django.urls import URLPattern, include, path

from resumes.api import pages
from resumes.api.handling import shaped, unknown
from resumes.api.version1 import api


def routes() -> list[URLPattern]:
    """Return the calls of version 1, each answering in the one shape."""
    found = [route for route in api.urls[0] if isinstance(route, URLPattern) and route.name != "api-root"]
    for route in found:
        route.callback = shaped(route.callback)
    return found


app_name = "api"
VERSION_1 = [
    path("openapi.json", pages.document, name="openapi"),
    *routes(),
    path("", shaped(unknown), {"rest": ""}, name="api-root"),
    path("<path:rest>", shaped(unknown)),
]
urlpatterns = [
    path("", pages.documentation, name="docs"),
    path("v1/", include((VERSION_1, "v1"))),
]
