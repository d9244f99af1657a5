"""Words for every way in which a resume can fail; the words themselves are in `failures.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from django.conf import settings

from resumes.reading.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Failure:
    """What a visitor reads: a heading, what happened, and what they can do."""

    code: str
    title: str
    happened: str
    advice: str

    @property
    def message(self) -> str:
        """What happened and what to do, in one run."""
        return f"{self.happened} {self.advice}"


def words(code: str) -> Failure:
    """Return the words for a failure code, those of `unreadable` for one that this version does not know."""
    known = texts()
    code = code if code in known else Unreadable.code
    figures = limits_in_words()
    return Failure(code, **{name: text.format(**figures) for name, text in known[code].items()})


@cache
def texts() -> dict[str, dict[str, str]]:
    """Return title, happened and advice by code, as written."""
    return tomllib.loads((files(__package__) / "failures.toml").read_text(encoding="utf-8"))


def limits_in_words() -> dict[str, str]:
    """Return the limits that the words name."""
    return {
        "megabytes": f"{settings.RESUME_MAX_BYTES / 1_000_000:g}",
        "pages": str(settings.RESUME_MAX_PAGES),
        "seconds": str(settings.RESUME_MAX_SECONDS),
        "hours": str(settings.RESUME_KEPT_HOURS),
    }
