"""Everything that answers under `/api/`, by the names of its addresses."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern

from resumes.api import pages
from resumes.api.handling import shaped, unknown
from resumes.api.version1 import api

ROUTES = [route for route in api.urls[0] if isinstance(route, URLPattern) and route.name != "api-root"]
"""The calls as the library would have them in the site's addresses."""

VIEWS: dict[str, Callable[..., HttpResponseBase]] = {
    "docs": pages.documentation,
    "openapi": pages.document,
    "api-root": shaped(unknown),
    "unknown": shaped(unknown),
    **{str(route.name): shaped(route.callback) for route in ROUTES},
}
