"""What would move a resume's range: as a page, and within the resume's own."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from resumes.presentation.current import current
from resumes.views.corrections import done
from resumes.views.ownership import HtmxHttpRequest, context
from salaries import wages
from salaries.explanation.moves import moving
from salaries.published import needs_edition


@require_safe
@never_cache
@needs_edition
def moves(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Show what moves the range most, and the same person in the guide's metros; to htmx without the page around."""
    resume = done(request, pk)
    stands = current(resume)
    if stands is None:
        return redirect("resumes:detail", pk=pk)
    told = moving(stands.profile, stands.found, stands.guide, wages.areas())
    part = "#content" if request.htmx else ""
    values = context("estimate", resume=resume, moving=told, found=stands.found)
    response = render(request, f"resumes/moves.html{part}", values)
    patch_vary_headers(response, ["HX-Request"])
    return response
