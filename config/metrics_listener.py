"""Where a worker serves its machine's figures: it takes no requests, so it gets a small server of its own, in a thread.

Bound to METRICS_ADDRESS, this machine alone by default. Of several workers on one machine the first has the port and
serves for all. Nothing but the figures is there.
"""

import threading
from collections.abc import Iterable
from socketserver import ThreadingMixIn
from typing import TYPE_CHECKING, Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import structlog
from django.conf import settings

from config import metrics

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

log = structlog.get_logger(__name__)

SECONDS = 5
"""How long a client may take with its request: a slow one holds a thread meanwhile."""


class Server(ThreadingMixIn, WSGIServer):
    """Answers each fetch in a thread; none keeps the worker from stopping."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Logs no fetches."""

    timeout = SECONDS

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Say nothing."""


def start_if_set() -> None:
    """Listen where the settings say, if they name a port."""
    if settings.METRICS_PORT:
        start(settings.METRICS_ADDRESS, settings.METRICS_PORT)


def start(address: str, port: int) -> WSGIServer | None:
    """Listen from now on; None where the port is taken."""
    try:
        server = make_server(address, port, answer, Server, Quiet)
    except OSError as error:
        log.warning("metrics_not_served", port=port, error=type(error).__name__)
        return None
    threading.Thread(target=server.serve_forever, daemon=True, name="metrics").start()
    return server


def answer(request: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Serve the figures at /metrics, with the token where one is set."""
    if request["PATH_INFO"] != "/metrics" or request["REQUEST_METHOD"] != "GET":
        return say(start_response, "404 Not Found")
    if not metrics.opens(request.get("HTTP_AUTHORIZATION", "")):
        return say(start_response, "401 Unauthorized", ("WWW-Authenticate", "Bearer"))
    body, kind = metrics.figures(request.get("HTTP_ACCEPT", ""))
    return say(start_response, "200 OK", ("Content-Type", kind), body=body)


def say(start_response: "StartResponse", status: str, *headers: tuple[str, str], body: bytes = b"") -> Iterable[bytes]:
    """Begin the response and return its body."""
    start_response(status, [*headers, ("Content-Length", str(len(body)))])
    return [body]
