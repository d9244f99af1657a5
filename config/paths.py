"""Where the admin is: a path that a deployment may choose, as long as nothing else is there."""

import re

from django.core.exceptions import ImproperlyConfigured

SEGMENTS = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*")
TAKEN = frozenset({"guide", "resumes", "sample", "privacy", "static", "healthz", "readyz"})
"""First parts of addresses of the site itself."""


def admin_path(value: str) -> str:
    """Return the admin's path as addresses need it: no slash before it, one behind it.

    Raises `ImproperlyConfigured` for an empty path, odd characters, and paths of the site's own.
    """
    path = value.strip().strip("/")
    if not SEGMENTS.fullmatch(path):
        raise ImproperlyConfigured(f"ADMIN_PATH is {value!r}: write words of letters, digits, - and _, parted by /.")
    if path.partition("/")[0] in TAKEN:
        raise ImproperlyConfigured(f"ADMIN_PATH is {value!r}: the site itself has pages there.")
    return f"{path}/"
