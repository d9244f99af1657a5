"""Add a skill, remove one, and the names that a beginning may stand for."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from resumes import changes, corrections
from resumes.lexicon import stored
from resumes.models import Resume
from resumes.refusals import Refused
from resumes.said import Corrections
from resumes.views.answers import answered
from resumes.views.corrections import done, shown
from resumes.views.ownership import HtmxHttpRequest
from salaries.published import needs_edition

HOUR = 3600


@require_POST
@needs_edition
def change(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Add the skill that is sent, or remove it; with odd values, say so beside the field."""
    resume = done(request, pk)
    try:
        corrections.correct(resume, changed(resume, request.POST.get("add"), request.POST.get("remove", "")))
    except Refused as error:
        typed = request.POST.get("add", "")[: changes.LONGEST_SKILL]
        response = answered(request, resume, refused={"words": str(error), "typed": typed})
        response.status_code = 200 if request.htmx else 422
        return response
    return shown(request, resume, saved="skills")


def changed(resume: Resume, add: str | None, remove: str) -> Corrections:
    """Return the corrections with one skill more or less."""
    if add is not None:
        return changes.add_skill(resume.facts(), resume.corrections, add, stored.skills())
    return changes.remove_skill(resume.facts(), resume.corrections, remove)


@require_safe
@cache_control(public=True, max_age=HOUR)
def names(request: HttpRequest) -> HttpResponse:
    """List names of skills that a beginning may stand for, as options of a list to choose from."""
    found = changes.names(request.GET.get("add", "")[: changes.LONGEST_SKILL], stored.skills())
    return render(request, "resumes/skill_names.html", {"names": found})
