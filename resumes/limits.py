"""The limits of one resume, from the settings: what is accepted, what is read, what a child may use."""

from datetime import timedelta

from django.conf import settings

from resumes.confinement import Confinement
from resumes.reading.limits import Limits

LEASE = timedelta(seconds=12)
"""How long an attempt holds a resume without word from its worker: what a visitor waits for when a worker is killed."""

SLACK = timedelta(seconds=25)
"""What an attempt may take beside the child's own time: a server of children started anew, writing the result."""


def reading_limits() -> Limits:
    """Return how much of a file is read."""
    return Limits(
        max_bytes=settings.RESUME_MAX_BYTES,
        max_pages=settings.RESUME_MAX_PAGES,
        max_characters=settings.RESUME_MAX_CHARACTERS,
    )


def confinement() -> Confinement:
    """Return what a child may use."""
    return Confinement(seconds=settings.RESUME_MAX_SECONDS, memory_mib=settings.RESUME_MAX_MEMORY_MIB)


def lease() -> timedelta:
    """Return how long an attempt holds a resume unless it renews its hold."""
    return LEASE


def longest_attempt() -> timedelta:
    """Return how long an attempt may hold a resume in all: longer than a child can live."""
    return timedelta(seconds=settings.RESUME_MAX_SECONDS) + SLACK


def attempts() -> int:
    """Return how often a resume may be tried."""
    return int(settings.RESUME_MAX_ATTEMPTS)
