"""Errors of the API in one shape, application/problem+json (RFC 9457); their words are in `problems.toml`."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from resumes import failures
from resumes.reading.errors import LegacyWord, TooLarge, UnsupportedType

MEDIA = "application/problem+json"
STATUS_OF_FAILURE = {TooLarge.code: 413, UnsupportedType.code: 415, LegacyWord.code: 415}
UNREADABLE = 422
"""Status of every other failure to read a file."""
NO_KEY = "no_key"


@dataclass(frozen=True, slots=True)
class FieldFault:
    """What is wrong with one field; parts within parts are joined by dots."""

    field: str
    detail: str


class Refusal(Exception):
    """A call that gets an error: its code, what is wrong with which field, and headers that go with it."""

    def __init__(self, code: str, errors: Iterable[FieldFault] = (), **headers: str) -> None:
        super().__init__(code)
        self.code = code
        self.errors = tuple(errors)
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def response_of(refusal: Refusal) -> HttpResponse:
    """Return the answer to a refused call."""
    told = described(refusal.code)
    body = {**told, "errors": refusal.errors}
    response = HttpResponse(msgspec.json.encode(body), status=told["status"], content_type=MEDIA)
    for name, value in refusal.headers.items():
        response[name] = value
    if refusal.code == NO_KEY:
        response["WWW-Authenticate"] = 'Bearer realm="Bandwise"'
    return response


def described(code: str) -> dict[str, Any]:
    """Return an error's type, code, title, status and detail: one of ours, else a failure to read a file."""
    own = texts().get(code)
    place = f"{reverse('api:docs')}#{anchor(code)}"
    if own is None:
        failure = failures.words(code)
        status = STATUS_OF_FAILURE.get(code, UNREADABLE)
        return {"type": place, "code": code, "title": failure.title, "status": status, "detail": failure.message}
    numbers = {"uploads": settings.UPLOADS_PER_HOUR, "calls": settings.API_CALLS_PER_MINUTE}
    words = {name: own[name].format(**numbers) for name in ("title", "detail")}
    return {"type": place, "code": code, "status": own["status"], **words}


def anchor(code: str) -> str:
    """Return the id of an error's paragraph in the documentation."""
    return f"error-{code.replace('_', '-')}"


@cache
def texts() -> dict[str, dict[str, Any]]:
    """Return status, title and detail of the API's own errors by code, as written; read once a process."""
    return tomllib.loads((files(__package__) / "problems.toml").read_text(encoding="utf-8"))


def codes() -> list[str]:
    """Return every code that an error can bear: the API's own, then the failures to read a file."""
    return [*texts(), *failures.texts()]
