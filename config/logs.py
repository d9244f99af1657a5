"""Structured logs: one event a line, with request and task ids; never a resume's text or name.

What stands on a line, beside `event`, `timestamp`, `level` and `logger`:

- `request_id`: ours, made anew for each request (a visitor's X-Request-ID is not believed). A task carries it on from
  the request that sent it, so that one search finds a resume's whole way through web and worker.
- `task_id`, `task`, `queue`, `attempt`: which task, and which attempt at a resume. `parent_task_id` is the task that
  sent it: where the sweep sent a resume again, it stands in place of the request.
- `resume`: the resume's id, on all lines of its reading, and on `upload_accepted`, which the request writes.
- `request`, `code`, `user_id`: method and address, status, which member of staff.
- `exception`: an error's type and the places it came through. What breaks on a document in its child is the event
  `reading_broke`, with `error` and `place`. Never a message: messages quote what they are about.
"""

import logging.config
from collections.abc import MutableMapping
from typing import Any

import structlog

from config import discretion, task_logs

SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    task_logs.without_routine,
    discretion.without_query,
    discretion.without_browser,
    structlog.processors.TimeStamper(fmt="iso"),
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.PositionalArgumentsFormatter(),
    discretion.without_tokens,
    discretion.without_messages,
    discretion.without_server_words,
]


def logging_of(*, level: str, json: bool) -> dict[str, Any]:
    """Return the logging configuration and apply it to the standard library and structlog alike."""
    renderer = structlog.processors.JSONRenderer() if json else structlog.dev.ConsoleRenderer(colors=False)
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    configuration = dict_config(level, renderer)
    logging.config.dictConfig(configuration)
    return configuration


def dict_config(level: str, renderer: structlog.typing.Processor) -> dict[str, Any]:
    """Return the standard library's part: everything to one handler on standard error."""
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": SHARED,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            in_one_line,
            renderer,
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"structured": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {name: {"level": "WARNING"} for name in task_logs.ECHOES},
    }


def in_one_line(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Escape what would break a line or turn it around: nobody writes lines of their own by what they ask for.

    The places that an error came through are ours, and stay below one another.
    """
    for name, value in event.items():
        if isinstance(value, str) and name != "exception" and not value.isprintable():
            event[name] = "".join(one if one.isprintable() else ascii(one)[1:-1] for one in value)
    return event
