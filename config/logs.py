"""Structured logs: one event a line, with request and task ids; never a resume's text or name."""

import logging.config
import re
from collections.abc import MutableMapping
from typing import Any

import structlog

SHARED_AT = re.compile(r"(/shared/)[^/\s]+")
"""Where the token of a share link stands in an address."""


def without_query(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Leave out what visitors put behind an address: an estimate by hand stands there."""
    if "request" in event:
        event["request"] = str(event["request"]).partition("?")[0]
    return event


def without_tokens(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Leave out what opens a shared estimate: whoever reads the log must not be able to."""
    for name in ("request", "event"):
        if isinstance(event.get(name), str):
            event[name] = SHARED_AT.sub(r"\1…", event[name])
    return event


SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    without_query,
    structlog.processors.TimeStamper(fmt="iso"),
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.PositionalArgumentsFormatter(),
    without_tokens,
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
            structlog.processors.format_exc_info,
            renderer,
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"structured": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["stderr"], "level": level},
    }
