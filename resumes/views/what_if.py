"""What if: the estimate of a changed person beside one's own. Only the page's address holds what is asked."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from resumes.models import Resume
from resumes.presentation.current import current
from resumes.views.corrections import done
from resumes.views.ownership import HtmxHttpRequest, context
from resumes.what_if.address import address, as_corrections
from resumes.what_if.answer import what_if
from resumes.what_if.form import WhatIfForm
from salaries import wages
from salaries.published import needs_edition


@require_safe
@never_cache
@needs_edition
def ask(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Show the form and, where it says anything, the answer; to htmx the answer alone, with the address to keep."""
    resume = done(request, pk)
    stands = current(resume)
    if stands is None:
        return redirect("resumes:detail", pk=pk)
    form = WhatIfForm(stands, request.GET)
    in_place = bool(request.htmx) and not request.htmx.history_restore_request
    part = "#answer" if in_place else ""
    values = context("estimate", in_place=in_place, **told(resume, form))
    response = render(request, f"resumes/what_if.html{part}", values)
    if in_place:
        response["HX-Push-Url"] = address(pk, form)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def told(resume: Resume, form: WhatIfForm) -> dict[str, Any]:
    """Return what the template reads."""
    answer = what_if(form, wages.areas()) if form.is_valid() else None
    pk = resume.pk
    taken = ("specialization", "llm")
    changed = [
        (one, address(pk, form, **dict.fromkeys(taken if one.field == "specialization" else (one.field,), "")))
        for one in (answer.changed if answer else ())
    ]
    return {
        "resume": resume,
        "form": form,
        "stands": form.stands,
        "answer": answer,
        "page": answer.page if answer else None,
        "changed": changed,
        "corrections": list(as_corrections(form)) if answer else [],
        "with_production": address(pk, form, llm="on"),
        "choices": [(option, address(pk, form, place=option.name)) for option in form.choice],
    }
