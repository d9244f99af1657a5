"""The other end of `warm.Warm`: `python asked.py PARSER` in the parser's own environment; nothing else is imported.

What a parser prints goes nowhere: only our own lines reach the pipe.
"""

import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

Parser = Callable[[str], dict[str, Any]]
"""From a file's path to what was found, by our words for it: "name", "email", "skills", "degrees", "employers", ...

Raises whatever the parser raises. What is empty was not found.
"""


def bandwise() -> Parser:
    """Return ours, of the folder that this process was started in."""
    sys.path.insert(0, str(Path.cwd()))
    child, limits = importlib.import_module("resumes.child"), importlib.import_module("resumes.reading.limits")
    importlib.import_module("resumes.preloaded")

    def parse(path: str) -> dict[str, Any]:
        facts = child.analyse(Path(path).read_bytes(), limits.Limits(), date(2026, 11, 1)).facts
        return {
            "skills": facts.skills,
            "degrees": facts.education.highest != "none",
            "employers": [role.employer for role in facts.roles if role.employer],
            "titles": [role.title for role in facts.roles if role.title],
            "dates": [role.start for role in facts.roles if role.start],
        }

    return parse


PARSERS: dict[str, Callable[[], Parser]] = {"bandwise": bandwise}


def answers(parse: Parser) -> None:
    """Answer every path that comes in, until there are no more."""
    out = os.fdopen(os.dup(1), "w", buffering=1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    print(json.dumps({"ready": True}), file=out)
    for line in sys.stdin:
        print(json.dumps(answer(parse, line.rstrip("\n"))), file=out)


def answer(parse: Parser, path: str) -> dict[str, Any]:
    """Return the time and the names of what was found, or the type of the error."""
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        found = parse(path)
    except Exception as error:  # noqa: BLE001  (whatever a parser raises is its answer)
        return {"error": type(error).__name__}
    took = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    return {**took, "found": sorted(name for name, value in found.items() if value)}


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        answers(PARSERS[sys.argv[1]]())
