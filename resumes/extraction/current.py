"""The current post: its title, and the rung of the leadership ladder that it names."""

from collections.abc import Sequence
from functools import cache

from resumes.extraction.facts import PROFESSIONAL, Role
from resumes.extraction.lexicons import load
from resumes.extraction.phrases import Phrases


def current_role(roles: Sequence[Role]) -> Role | None:
    """Return the current or else the latest professional role; without any, the latest of any kind.

    Of several current ones it is the one that began last, those that people have beside a job aside. An undated one is
    the latest where it is printed first, as resumes begin with the latest; elsewhere it comes after all others.
    """
    eligible = [role for role in roles if role.kind in PROFESSIONAL] or list(roles)
    latest = max(eligible, key=recency, default=None)
    if latest and latest.end != "present" and eligible[0].start is None:
        return eligible[0]
    return latest


def recency(role: Role) -> tuple[bool, bool, str, str]:
    """Return what orders roles by time: running ones last, those beside a job before others, then by end and start."""
    ends = role.end or ""
    running = ends == "present"
    main = running and not _beside().search(role.title or "")
    return running, main, "" if running else _month(ends), _month(role.start or "")


@cache
def _beside() -> Phrases:
    return Phrases(load("titles")["beside"]["words"])


def _month(date: str) -> str:
    """Return a date as its month, a bare year as its middle."""
    return f"{date}-06" if len(date) == 4 else date


def rung(title: str | None) -> str | None:
    """Return the step of the leadership ladder that a title names, the highest of several, or None."""
    if not title:
        return None
    named = [name for name, words in _rungs().items() if words.search(title)]
    return named[-1] if named else None


@cache
def _rungs() -> dict[str, Phrases]:
    return {name: Phrases(words) for name, words in load("titles")["rungs"].items()}
