"""Take a resume along: all of it, or as a JSON Resume. For its owner only, and kept by no cache."""

from uuid import UUID

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from resumes.answering import edition_of
from resumes.exchange import exporting
from resumes.exchange.download import encoded
from resumes.models import Resume, State
from resumes.views.ownership import owned
from salaries import editions
from salaries.published import needs_edition

JSON = "application/json"


@require_safe
@never_cache
@needs_edition
def download(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send everything that was read and answered."""
    resume, now = read(request, pk), timezone.now()
    made = exporting.exported(resume, edition_of(resume, editions.current()), now)
    return sent(encoded(made), f"bandwise-{now:%Y-%m-%d}.json")


@require_safe
@never_cache
@needs_edition
def json_resume(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send what was read, as corrected, as a JSON Resume."""
    resume = read(request, pk)
    made = exporting.json_resume(resume, edition_of(resume, editions.current()))
    return sent(msgspec.json.format(msgspec.json.encode(made), indent=2), "resume.json")


def read(request: HttpRequest, pk: UUID) -> Resume:
    """Return the session's own resume that was read. Raises `Http404` for any other."""
    resume = owned(request, pk)
    if resume.state != State.DONE:
        raise Http404("nothing was read that could be taken along")
    return resume


def sent(data: bytes, name: str) -> HttpResponse:
    """Return data as a file to save, under a name that says nothing of anybody."""
    response = HttpResponse(data, content_type=JSON)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
