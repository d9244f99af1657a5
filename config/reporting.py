"""Errors told to a Sentry-compatible server, where SENTRY_DSN names one; off, and not even imported, where none is.

What leaves the machine is put together anew from a list of what may: an error's type and the places that it came
through, the view or task that it broke, the ids that the logs know it by. No message, for messages quote what they are
about; no value of a variable, no line of source, no address, header, cookie or body, no user, no breadcrumb. The
library's own integrations with Django and Celery stay off: they gather all that first, to leave it out afterwards.
"""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import structlog
from celery.signals import task_failure
from django.core.signals import got_request_exception

from resumes.signals import call_failed

if TYPE_CHECKING:
    from sentry_sdk.types import Event, Hint

OF_EVENT = ("event_id", "timestamp", "platform", "level", "environment", "server_name", "transaction", "sdk")
OF_ERROR = ("type", "module")
OF_FRAME = ("module", "function", "filename", "lineno", "in_app")
IDS = ("request_id", "task_id", "resume", "attempt")
"""What may leave, of the event, of each error in its chain, of each place, and of what the log line is bound to."""

SECONDS_TO_LEAVE = 2
"""How long a process that ends may take to send what it has not sent yet."""


def start(dsn: str, *, environment: str) -> None:
    """Report errors of requests, calls and tasks from now on. Raises `BadDsn`, a `ValueError`, where it is none."""
    import sentry_sdk  # 4 MB that nobody else needs
    from sentry_sdk.integrations.atexit import AtexitIntegration

    sentry_sdk.init(
        dsn,
        environment=environment,
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[AtexitIntegration(callback=lambda *_: None)],
        send_default_pii=False,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        auto_session_tracking=False,
        send_client_reports=False,
        shutdown_timeout=SECONDS_TO_LEAVE,
        before_send=may_leave,
        before_send_transaction=lambda *_: None,
    )
    got_request_exception.connect(request_broke)
    call_failed.connect(request_broke)
    task_failure.connect(task_broke)


def request_broke(request: Any = None, error: BaseException | None = None, **_signal: object) -> None:
    """Report the error that a request ends with, under the name of its view."""
    match = getattr(request, "resolver_match", None)
    report(error or sys.exc_info()[1], match.view_name if match else "")


def task_broke(sender: Any = None, exception: BaseException | None = None, **_signal: object) -> None:
    """Report the error that a task ends with, under its name."""
    report(exception, getattr(sender, "name", ""))


def report(error: BaseException | None, broken: str) -> None:
    """Report an error, with the ids that lead to its lines in the logs."""
    import sentry_sdk

    if error is None:
        return
    known = structlog.contextvars.get_contextvars()
    with sentry_sdk.new_scope() as scope:
        scope.set_transaction_name(broken)
        scope.set_tags({name: known[name] for name in IDS if name in known})
        scope.capture_exception(error)


def may_leave(event: "Event", _hint: "Hint") -> "Event":
    """Return the event put together anew, from what may leave."""
    errors = (event.get("exception") or {}).get("values") or ()
    left: Any = only(OF_EVENT, event)
    left["tags"] = only(IDS, event.get("tags") or {})
    left["exception"] = {"values": [error_of(one) for one in errors]}
    return left  # type: ignore[no-any-return]


def error_of(error: Any) -> dict[str, Any]:
    """Return one error of a chain: its type and its places."""
    frames = (error.get("stacktrace") or {}).get("frames") or ()
    return only(OF_ERROR, error) | {"stacktrace": {"frames": [only(OF_FRAME, frame) for frame in frames]}}


def only(names: Iterable[str], given: Any) -> dict[str, Any]:
    """Return the parts of these names."""
    return {name: given[name] for name in names if name in given}
