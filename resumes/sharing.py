"""Share links: whoever has one sees a resume's estimate, until its owner takes it back or the resume goes.

Decision: the link's token is random and kept as a hash only, so that nobody who reads the database can open it. The
page can show it once, when it is made; a resume has one link, and making another ends the one before.
"""

import hashlib
import secrets

from django.utils import timezone

from resumes.models import Resume, State

BYTES = 24


def make(resume: Resume) -> str:
    """Make the resume's share link and return its token; a link from before ends."""
    token = secrets.token_urlsafe(BYTES)
    keep(resume, digest(token))
    return token


def revoke(resume: Resume) -> None:
    """End the resume's share link, if there is one."""
    keep(resume, None)


def keep(resume: Resume, shared_as: str | None) -> None:
    """Keep the hash of a token. A resume that has gone meanwhile stays gone."""
    columns = {"shared_as": shared_as, "shared_at": timezone.now() if shared_as else None}
    Resume.objects.filter(pk=resume.pk).update(**columns)
    for name, value in columns.items():
        setattr(resume, name, value)


def shared(token: str) -> Resume | None:
    """Return the resume whose link has this token, None where there is none, it has ended, or its resume has gone."""
    kept = Resume.objects.filter(shared_as=digest(token), state=State.DONE, expires_at__gt=timezone.now())
    return kept.first()


def digest(token: str) -> str:
    """Return what is kept of a token: it is random and long, so that one round of SHA-256 is enough."""
    return hashlib.sha256(token.encode()).hexdigest()
