"""Logs hold where somebody was and what broke, never what they put behind an address nor what an error says."""

import json
import logging
import sys
from collections.abc import Callable

import pytest
import structlog

from config.discretion import without_browser, without_messages, without_query, without_server_words, without_tokens
from config.logs import SHARED

Line = Callable[..., dict[str, str]]


@pytest.fixture
def line() -> Line:
    """Return a function that logs the error being handled through the standard library and returns the line."""

    def logged(words: str = "task failed: %s", *arguments: object) -> dict[str, str]:
        formatter = structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=SHARED,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
        record = logging.LogRecord("celery", logging.ERROR, "", 1, words, arguments, sys.exc_info())
        told: dict[str, str] = json.loads(formatter.format(record))
        return told

    return logged


def test_what_stands_behind_an_address_is_left_out() -> None:
    event = without_query(None, "info", {"request": "GET /guide/estimate/?ml=7&place=Boise", "code": 200})
    assert event == {"request": "GET /guide/estimate/", "code": 200}


def test_other_events_stay_as_they_are() -> None:
    assert without_query(None, "info", {"event": "what?", "code": 200}) == {"event": "what?", "code": 200}


def test_what_opens_a_shared_estimate_is_left_out() -> None:
    assert without_tokens(None, "info", {"request": "GET /shared/abc/"}) == {"request": "GET /shared/…/"}


def test_an_error_is_told_by_its_type_and_its_places() -> None:
    try:
        int("a line of the resume")
    except ValueError:
        event = without_messages(None, "error", {"event": "request_failed", "exc_info": True})
    assert event["exception"].startswith("ValueError\n")
    assert "test_discretion.py" in event["exception"]
    assert "a line of the resume" not in str(event)


def test_the_errors_behind_an_error_are_told_too() -> None:
    try:
        try:
            int("a line of the resume")
        except ValueError as error:
            raise LookupError("quotes it: a line of the resume") from error
    except LookupError as error:
        event = without_messages(None, "error", {"event": "task_failed", "error": str(error), "exception": error})
    assert [row for row in event["exception"].split("\n") if not row.startswith(" ")] == ["LookupError", "ValueError"]
    assert "a line of the resume" not in str(event)


def test_a_library_that_puts_an_error_into_its_line_is_kept_from_quoting_it(line: Line) -> None:
    try:
        raise RuntimeError("a line of the resume")
    except RuntimeError as error:
        told = line("Task x raised: %r, that is %s\nTraceback:\n  %s", error, error, "a line of the resume")
    assert told["event"] == "Task x raised: RuntimeError, that is RuntimeError"
    assert "a line of the resume" not in str(told)


def test_a_line_without_an_error_stays_as_it_is(line: Line) -> None:
    assert line("Connected to %s", "the broker")["event"] == "Connected to the broker"


def test_what_a_browser_says_of_itself_is_left_out() -> None:
    event: dict[str, object] = {"event": "request_started", "user_agent": "Ana's browser"}
    without_browser(None, "info", event)
    assert "user_agent" not in event


def test_the_server_tells_neither_query_nor_address() -> None:
    event = {"logger": "gunicorn.error", "event": "Error handling request GET /guide/estimate/?ml=7"}
    assert without_server_words(None, "error", event)["event"] == "Error handling request GET /guide/estimate/"
    event = {"logger": "gunicorn.error", "event": "Invalid request from ip=192.0.2.7: Invalid HTTP request line: 'Ana'"}
    assert without_server_words(None, "error", event)["event"] == "Invalid request"
