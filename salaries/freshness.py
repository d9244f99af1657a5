"""Whether a page that a reader has is still the page that this site would send."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

from salaries.models import Edition

PRINTS = ("templates/**/*.html", "salaries/**/*.py", "salaries/**/*.csv", "salaries/**/*.toml", "config/static/**/*.*")
"""What pages are made of beside an edition: a deployment that changes any of it changes pages."""


def etag_of(edition: Edition) -> str | None:
    """Return the tag of an edition's pages, another one after every saved figure and after every deployment.

    None while templates are being written (`DEBUG`): they change without a deployment.
    """
    if settings.DEBUG:
        return None
    key = f"{edition.pk} {edition.revision} {edition.changed_at.isoformat()} {_software()}"
    return f'"{hashlib.sha256(key.encode()).hexdigest()[:32]}"'


@cache
def _software() -> str:
    """Return a hash of the files that pages are made of: the same in every process of a deployment."""
    root: Path = settings.ROOT
    digest = hashlib.sha256()
    for file in sorted(file for pattern in PRINTS for file in root.glob(pattern)):
        digest.update(file.read_bytes())
    return digest.hexdigest()
