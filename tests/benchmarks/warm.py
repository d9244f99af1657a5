"""A parser in a warm process of its own environment, asked document by document.

The process prints one JSON object a line: `{"ready": true}` once it is warm, then for every path that it is sent
either `{"wall": ..., "cpu": ..., "found": [...]}` or `{"error": ...}`.
"""

import json
import os
import select
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

STARTING, ANSWERING = 120.0, 60.0
"""Seconds to get warm, and for one document."""


class NoAnswer(Exception):
    """The process died, or took too long."""


class Warm:
    """One such process; it ends with the `with` block."""

    def __init__(self, command: Sequence[str | Path], folder: Path, **variables: str) -> None:
        self.command, self.folder = [str(word) for word in command], folder
        self.variables = {**os.environ, **variables}
        self.seconds_to_start = 0.0

    def __enter__(self) -> "Warm":
        """Start the process and wait until it is warm. Raises `NoAnswer`."""
        begun = time.perf_counter()
        pipe = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(self.command, cwd=self.folder, env=self.variables, text=True, **pipe)
        try:
            self.said = self.line(STARTING)
        except NoAnswer:
            self.end()
            raise
        self.seconds_to_start = time.perf_counter() - begun
        return self

    def __exit__(self, _type: type | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        self.end()

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()

    def ask(self, path: Path) -> dict[str, Any]:
        """Return what the process says of one document. Raises `NoAnswer`."""
        try:
            print(path, file=self.process.stdin, flush=True)
        except BrokenPipeError as error:
            raise NoAnswer from error
        return self.line(ANSWERING)

    def line(self, seconds: float) -> dict[str, Any]:
        ready, _, _ = select.select([self.process.stdout], [], [], seconds)
        line = self.process.stdout.readline() if ready and self.process.stdout else ""
        if not line:
            raise NoAnswer
        said: dict[str, Any] = json.loads(line)
        return said
