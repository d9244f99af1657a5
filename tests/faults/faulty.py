"""Faults built into a running site: the file that `FAULT_FILE` names says which happens next, and it happens once.

The web server loads this as its application, a worker as `--include tests.faults.faulty`.
"""

import os
import signal
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from config.wsgi import application

__all__ = ["application"]

PLAN = Path(os.environ["FAULT_FILE"])


def due(name: str) -> bool:
    """Return whether that fault is to happen now; then it is to happen no more."""
    if not PLAN.exists() or PLAN.read_text() != name:
        return False
    PLAN.unlink()
    return True


def build_in(owner: Any, method: str, name: str, deed: Callable[..., object], *, after: bool = False) -> None:
    """Have the deed done before (or after) the method, where the fault of that name is due."""
    original = getattr(owner, method)

    @wraps(original)
    def faulty(*args: Any, **kwargs: Any) -> Any:
        if not after and due(name):
            deed(*args)
        result = original(*args, **kwargs)
        if after and due(name):
            deed(*args)
        return result

    setattr(owner, method, faulty)


def die(*_args: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave(*_args: object) -> None:
    os._exit(1)


def refuse(resume: Any) -> None:
    from django.db import IntegrityError

    raise IntegrityError(f"UNIQUE constraint failed: {resume.filename}")


def quote(resume: Any, *_args: object) -> None:
    raise ValueError(f"no such month: {resume.document().text} in {resume.filename}")


def quote_what_was_read(_attempt: object, analysed: Any) -> None:
    raise ValueError(f"no such month: {analysed.document.text}")


def build_all_in() -> None:
    from django.core.files.storage import FileSystemStorage

    from resumes import analysis, pictures
    from resumes.models import Resume
    from resumes.views import answers

    build_in(Resume, "save", "killed between file and row", die)
    build_in(Resume, "save", "left between file and row", leave)
    build_in(Resume, "save", "row refused", refuse)
    build_in(FileSystemStorage, "delete", "killed between row and file", die)
    build_in(pictures, "store", "killed between pictures and rows", die, after=True)
    build_in(answers, "told", "a page quotes", quote)
    build_in(analysis, "save", "a worker quotes", quote_what_was_read)


build_all_in()
