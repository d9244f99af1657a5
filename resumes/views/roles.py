"""Correct one role, add one, remove one and take it back: the years and the estimate follow at once."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from resumes import changes, corrections
from resumes.extraction.facts import Role
from resumes.models import Resume
from resumes.presentation.quotes import quotes
from resumes.presentation.timeline import dates_in_words
from resumes.refusals import Refused
from resumes.role_forms import RoleForm, initial
from resumes.said import Corrections, keyed, keys
from resumes.views.corrections import done, shown
from resumes.views.ownership import HtmxHttpRequest, context
from salaries.published import needs_edition

NEW = "new"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs_edition
def role(request: HtmxHttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Show the form of one role, "new" for one more; on POST keep what it says, or remove the role."""
    resume = done(request, pk)
    there = None if key == NEW else found(resume, key)
    if request.method != "POST":
        return form_shown(request, resume, key, RoleForm(initial=initial(there) if there else {"kind": "ml"}))
    form = RoleForm(request.POST)
    deed = removing(resume, key) if request.POST.get("do") == "remove" else keeping(resume, key, form)
    return kept(request, resume, key, form, deed)


Deed = Callable[[], Corrections]


def removing(resume: Resume, key: str) -> Deed:
    return lambda: changes.remove_role(resume.facts(), resume.corrections, key)


def keeping(resume: Resume, key: str, form: RoleForm) -> Deed:
    if key == NEW:
        return lambda: changes.add_role(resume.corrections, form.told(), resume.as_of)
    return lambda: changes.correct_role(resume.facts(), resume.corrections, key, form.told(), resume.as_of)


def kept(request: HtmxHttpRequest, resume: Resume, key: str, form: RoleForm, deed: Deed) -> HttpResponse:
    """Keep what the form says and show the new estimate; with odd values, say so beside the field."""
    if form.is_valid():
        try:
            after = deed()
        except Refused as error:
            form.refuse(error)
        else:
            corrections.correct(resume, after)
            return shown(request, resume, saved=f"role-{after.roles[-1].key if key == NEW else key}")
    response = form_shown(request, resume, key, form)
    response.status_code = 200 if request.htmx else 422
    return response


def form_shown(request: HtmxHttpRequest, resume: Resume, key: str, form: RoleForm) -> HttpResponse:
    """Show the form: in its row to htmx, else on a page of its own."""
    read = dict(keys(resume.facts())).get(key)
    values: dict[str, Any] = {"resume": resume, "key": key, "form": form, "quotes": (), "dates": ""}
    if read:
        values |= {"quotes": quotes(resume.document(), read.evidence, 3), "dates": dates_in_words(read), "read": read}
    part = "#form" if request.htmx else ""
    return render(request, f"resumes/role.html{part}", context("estimate", **values))


def found(resume: Resume, key: str) -> Role:
    """Return a role as it stands, a removed one as it was read. Raises `Http404` where there is none of that key."""
    facts = resume.facts()
    there = dict(keys(facts)) | dict(keyed(facts, resume.corrections))
    if key not in there:
        raise Http404("no such role in this resume")
    return there[key]
