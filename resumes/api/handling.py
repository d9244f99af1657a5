"""Whatever goes wrong in a call becomes an error of the one shape; nothing of a resume gets into the log."""

import traceback
from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from resumes import outages
from resumes.api.problems import FieldFault, Refusal, response_of
from resumes.reading.errors import TooLarge
from resumes.signals import call_failed
from resumes.views.quota import was_cut
from salaries.editions import NoPublishedEdition
from salaries.estimation.guide import NoSuchFigure

log = structlog.get_logger(__name__)

SAID_SO: dict[type[Exception], str] = {
    AuthenticationError: "no_key",
    Http404: "not_found",
    NoPublishedEdition: "no_edition",
    NoSuchFigure: "no_figure",
    RequestDataTooBig: "body_too_large",
    MultiPartParserError: "not_json",
    SuspiciousOperation: "not_json",
    HttpError: "not_json",
}
"""Errors that come from elsewhere, by the code that they get here; `HttpError` is what a body without JSON raises."""


def handle(api: NinjaAPI) -> None:
    """Give the API its handlers."""
    api.add_exception_handler(Refusal, refused)
    api.add_exception_handler(ValidationError, invalid)
    api.add_exception_handler(Throttled, throttled)
    api.add_exception_handler(Exception, unforeseen)
    for kind, code in SAID_SO.items():
        api.add_exception_handler(kind, refused_as(code))


def refused(_request: HttpRequest, error: Any) -> HttpResponse:
    """Answer a refusal of ours."""
    return response_of(error)


def throttled(request: HttpRequest, _error: Any) -> HttpResponse:
    """Answer a key that calls or uploads too often."""
    return response_of(Refusal("too_many_calls" if getattr(request, "calls_spent", False) else "too_many_uploads"))


def refused_as(code: str) -> Callable[[HttpRequest, Any], HttpResponse]:
    """Return the handler that answers with that code."""
    return lambda _request, _error: response_of(Refusal(code))


def invalid(request: HttpRequest, error: Any) -> HttpResponse:
    """Answer what does not fit its schema, by field; an upload without its file may have been cut for its size."""
    if was_cut(request):
        return response_of(Refusal(TooLarge.code))
    return response_of(Refusal("not_usable", map(fault_of, error.errors)))


def fault_of(told: dict[str, Any]) -> FieldFault:
    """Return one fault without the place that the field was sent in and the schema it belongs to."""
    _, *path = (str(part) for part in told["loc"])
    return FieldFault(".".join(path[1:] if path[:1] == ["sent"] else path), told["msg"])


def unforeseen(request: HttpRequest, error: Any) -> HttpResponse:
    """Answer 500, or 503 where waiting helps; log where it happened, not the message, which may quote what was sent."""
    frames = traceback.extract_tb(error.__traceback__)[-5:]
    log.error("api_failed", error=type(error).__name__, at=[f"{frame.filename}:{frame.lineno}" for frame in frames])
    call_failed.send(sender=None, request=request, error=error)
    return broke(passing=outages.passes(error))


def broke(*, passing: bool) -> HttpResponse:
    """Answer that this site failed; `passing` says that waiting helps."""
    if passing:
        return response_of(Refusal("not_just_now", Retry_After=str(outages.RETRY_SECONDS)))
    return response_of(Refusal("failed_here"))


def shaped(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Let a view of the API answer in its shape also where Django or the router answers, and be kept by no cache."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        if response.status_code == 405:
            response = response_of(Refusal("method_not_allowed", Allow=response["Allow"]))
        response.setdefault("Cache-Control", "no-store")
        return response

    return answered


def unknown(_request: HttpRequest, rest: str = "") -> HttpResponse:  # noqa: ARG001
    """Answer for an address that is none of the API's."""
    return response_of(Refusal("not_found"))
