"""Structured logs: one event a line, with request and task ids; never a resume's text or name."""

import logging.config
from typing import Any

import structlog

from config import discretion

SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
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
