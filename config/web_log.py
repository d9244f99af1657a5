"""The web server's own lines, sent the way of all others: structured, and without what a visitor sent."""

from typing import Any

from gunicorn.glogging import Logger  # type: ignore[import-untyped]


class Joined(Logger):  # type: ignore[misc]
    """gunicorn's logger without handlers of its own, which would print errors with their messages."""

    def setup(self, cfg: Any) -> None:
        """Let the root logger's handler write what is logged."""
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True
