"""What visitors get when something breaks."""

import errno
from collections.abc import Callable

import pytest
from django.db import IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client

from config import unavailable
from resumes import outages

pytestmark = pytest.mark.django_db

Breaks = Callable[[Exception], HttpResponse]


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Breaks:
    """Return a function that has the home page raise an error, and returns what a visitor gets."""

    def answered(error: Exception) -> HttpResponse:
        def raises(_request: HttpRequest) -> HttpResponse:
            raise error

        monkeypatch.setattr("resumes.views.uploads.page", raises)
        return Client(raise_request_exception=False).get("/")  # type: ignore[return-value]

    return answered


@pytest.mark.parametrize(
    "error", [OperationalError("database is locked"), OSError(errno.ENOSPC, "full"), OSError(errno.EROFS, "read-only")]
)
def test_where_waiting_helps_the_answer_says_how_long(breaks: Breaks, error: Exception) -> None:
    answer = breaks(error)
    assert (answer.status_code, answer["Retry-After"]) == (503, "30")
    assert "Not just now" in answer.content.decode()


@pytest.mark.parametrize("error", [ValueError("a line of the resume"), IntegrityError("a line"), OSError("a line")])
def test_a_fault_of_ours_is_called_one_and_quotes_nothing(breaks: Breaks, error: Exception) -> None:
    answer = breaks(error)
    assert (answer.status_code, answer.has_header("Retry-After")) == (500, False)
    assert "The fault is ours" in answer.content.decode()
    assert "a line" not in answer.content.decode().replace("a line ", "")


def test_an_error_that_stems_from_an_outage_is_one() -> None:
    error = RuntimeError()
    error.__cause__ = OperationalError()
    assert outages.passes(error)
    assert not outages.passes(RuntimeError())


def test_even_a_page_that_cannot_be_made_leaves_words(breaks: Breaks, monkeypatch: pytest.MonkeyPatch) -> None:
    def raises(_name: str) -> str:
        raise ValueError("no manifest")

    monkeypatch.setattr(unavailable, "render_to_string", raises)
    answer = breaks(ValueError())
    assert (answer.status_code, answer.content) == (500, unavailable.PLAIN)
