"""Take the current edition's answer, and go back to the first one."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from resumes.answering import take_edition
from resumes.views.corrections import done, shown
from resumes.views.ownership import HtmxHttpRequest
from salaries import editions
from salaries.published import needs_edition


@require_POST
@needs_edition
def take(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Let the edition that the visitor names answer: the current one, or the resume's own. Others change nothing.

    An edition that ceased to be the current one since the page was shown is one of the others: the page says so anew.
    """
    resume = done(request, pk)
    name = request.POST.get("edition", "")
    for edition in (editions.current(), resume.edition):
        if edition is not None and edition.name == name:
            take_edition(resume, edition)
    return shown(request, resume)
