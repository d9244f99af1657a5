"""Pages are sent compressed, pictures as they are: they are compressed already, and would lose their length."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

SHRINKS = ("text/", "application/json", "application/problem+json", "application/xml", "image/svg+xml")
"""Beginnings of the media types that are worth it."""


class Compression(GZipMiddleware):
    """Django's compression, for text alone."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress text where the browser takes it; the lengths of pages are blurred as Django does it."""
        if not response.headers.get("Content-Type", "").startswith(SHRINKS):
            return response
        return super().process_response(request, response)
