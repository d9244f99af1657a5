"""What a server for errors is told: where the code broke, and nothing of what it broke on."""

import gzip
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.test import RequestFactory

from config import reporting
from resumes.api.handling import unforeseen
from resumes.signals import call_failed
from tests.processes import ROOT

CANARY = "Quillfeather"
BREAKS = f"""
import config.wsgi
from django.http import HttpRequest
from django.test import Client
from django.urls import path
from config import urls
from config.celery import app

def page(request, token):
    resume = "{CANARY} of Springfield, plumber"
    try:
        int(resume)
    except ValueError as error:
        raise LookupError(resume) from error

@app.task(name="bandwise.task")
def task(text):
    resume = text
    raise ArithmeticError(resume)

urls.urlpatterns.insert(0, path("shared/<token>/", page, name="broken"))
said = {{"user-agent": "{CANARY}", "referer": "/{CANARY}"}}
browser = Client(raise_request_exception=False, SERVER_NAME="localhost", headers=said)
browser.cookies["taste"] = "{CANARY}"
answer = browser.post("/shared/{CANARY}/?name={CANARY}", {{"text": "{CANARY}"}})
assert answer.status_code == 500
task.apply(args=["{CANARY}"])
"""
IS_THERE = "import sys, config.wsgi, config.celery; print('sentry_sdk' in sys.modules)"


class Told(HTTPServer):
    """A server for errors that keeps what it is sent, as text."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Listener)
        self.sent: list[str] = []

    @property
    def dsn(self) -> str:
        return f"http://key@127.0.0.1:{self.server_port}/1"

    def events(self) -> list[dict[str, Any]]:
        lines = (json.loads(line) for body in self.sent for line in body.splitlines())
        return [line for line in lines if "exception" in line]


class Listener(BaseHTTPRequestHandler):
    """Takes everything."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        unpacked = gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body
        assert isinstance(self.server, Told)
        self.server.sent.append(f"{unpacked.decode()}")
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """A server for errors, after a request and a task have broken."""
    server = Told()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    run(BREAKS, tmp_path_factory.mktemp("broken"), SENTRY_DSN=server.dsn)
    yield server
    server.shutdown()
    server.server_close()


def run(code: str, var: Path, **environment: str) -> str:
    named = {"SECRET_KEY": "k" * 60, "VAR_DIR": str(var), "STATIC_DIR": "config/static", **environment}
    command = [sys.executable, "-W", "ignore", "-c", code]
    return subprocess.run(command, cwd=ROOT, env=os.environ | named, check=True, capture_output=True, text=True).stdout


def test_the_types_of_errors_are_told_with_their_chain(told: Told) -> None:
    types = [[one["type"] for one in event["exception"]["values"]] for event in told.events()]
    assert types == [["ValueError", "LookupError"], ["ArithmeticError"]]


def test_places_are_told_by_file_line_and_function(told: Told) -> None:
    last = told.events()[0]["exception"]["values"][-1]["stacktrace"]["frames"][-1]
    assert (last["function"], last["lineno"] > 0) == ("page", True)


def test_what_broke_is_told_by_the_name_of_its_view_or_task(told: Told) -> None:
    assert [event["transaction"] for event in told.events()] == ["broken", "bandwise.task"]


def test_the_ids_of_the_logs_are_told(told: Told) -> None:
    request, task = told.events()
    assert set(request["tags"]) == {"request_id"}
    assert set(task["tags"]) <= {"task_id"}


def test_nothing_of_what_it_broke_on_is_told(told: Told) -> None:
    assert told.events()
    assert [body for body in told.sent if CANARY in body or "plumber" in body] == []


def test_nothing_but_errors_is_sent(told: Told) -> None:
    assert len(told.sent) == len(told.events())
    known = {*reporting.OF_EVENT, "tags", "exception"}
    assert {name for event in told.events() for name in event} <= known


@pytest.mark.parametrize(("environment", "there"), [({}, "False"), ({"SENTRY_DSN": "http://key@localhost/1"}, "True")])
def test_the_library_is_loaded_only_where_errors_are_reported(
    tmp_path: Path, environment: dict[str, str], there: str
) -> None:
    assert run(IS_THERE, tmp_path, **environment).strip() == there


def test_an_unforeseen_error_of_a_call_is_reported_too() -> None:
    heard: list[object] = []

    def hear(error: object, **_signal: object) -> None:
        heard.append(error)

    call_failed.connect(hear)
    failure = ValueError(CANARY)
    unforeseen(RequestFactory().get("/api/v1/"), failure)
    call_failed.disconnect(hear)
    assert heard == [failure]


def test_a_part_that_the_library_may_add_one_day_stays_here() -> None:
    left = reporting.may_leave({"level": "error", "request": {"data": CANARY}, "extra": {"resume": CANARY}}, {})
    assert left == {"level": "error", "tags": {}, "exception": {"values": []}}
