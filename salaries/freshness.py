"""Whether a page that a reader has is still the page that this site would send."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest

from salaries.models import Edition
from salaries.reference.oews import Areas

PRINTS = ("templates/**/*.html", "salaries/**/*.py", "salaries/**/*.csv", "salaries/**/*.toml", "config/static/**/*.*")
"""What pages are made of beside an edition: a deployment that changes any of it changes pages."""


def tag_of(request: HttpRequest, edition: Edition, table: Areas | None = None) -> str | None:
    """Return the tag of a page on this edition, and on this release of wages where it shows any; None for a preview."""
    tag = None if hasattr(request, "previewed") else etag_of(edition)
    if tag and table:
        return f'{tag[:-1]}-{table.digest[:16] or "shipped"}"'
    return tag


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
