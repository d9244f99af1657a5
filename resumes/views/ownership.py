"""Who may see a resume: the browser session that sent it; for every other one it does not exist."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django_htmx.middleware import HtmxDetails

from resumes.models import Resume


class HtmxHttpRequest(HttpRequest):
    """A request that tells whether htmx sent it."""

    htmx: HtmxDetails


def owner_of(request: HttpRequest) -> str:
    """Return the session's key, which owns what this browser sends; begins a session where there is none."""
    if not request.session.session_key:
        request.session.create()
    return str(request.session.session_key)


def owned(request: HttpRequest, pk: UUID) -> Resume:
    """Return the session's own resume. Raises `Http404` for a stranger's, a deleted and an expired one alike."""
    resume = Resume.objects.owned_by(request.session.session_key).filter(pk=pk).first()
    if resume is None:
        raise Http404("no resume of this session")
    return resume


def context(section: str, **values: Any) -> dict[str, Any]:
    """Return a page's context; `section` marks where it stands in the site's navigation."""
    return {"section": section, **values}
