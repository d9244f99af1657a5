"""Who may see a resume: the browser session that sent it; for every other one it does not exist.

Decision: what owns a resume is a random mark kept inside the session, not the session's key. The key changes when
someone logs in, and their resumes must stay theirs; and a row that named the key would hand a session to whoever reads
the table.
"""

import secrets
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django_htmx.middleware import HtmxDetails

from resumes.models import Resume, ResumeQuerySet

MARK = "owner"


class HtmxHttpRequest(HttpRequest):
    """A request that tells whether htmx sent it."""

    htmx: HtmxDetails


def owner_of(request: HttpRequest) -> str:
    """Return the mark that owns what this browser sends; begins a session where there is none."""
    if MARK not in request.session:
        request.session[MARK] = secrets.token_urlsafe(24)
    return str(request.session[MARK])


def own_resumes(request: HttpRequest) -> ResumeQuerySet:
    """Return what this session sent and may still see; nothing where it never sent any."""
    return Resume.objects.owned_by(request.session.get(MARK))


def owned(request: HttpRequest, pk: UUID) -> Resume:
    """Return the session's own resume. Raises `Http404` for a stranger's, a deleted and an expired one alike."""
    resume = own_resumes(request).filter(pk=pk).first()
    if resume is None:
        raise Http404("no resume of this session")
    return resume


def context(section: str, **values: Any) -> dict[str, Any]:
    """Return a page's context; `section` marks where it stands in the site's navigation."""
    return {"section": section, **values}
