"""The guide's pages: an overview and one page a part, all figures from the current edition."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from salaries import editions
from salaries.parts import PARTS, beside
from salaries.presentation import guide_page
from salaries.published import needs_edition, shown


@require_safe
@needs_edition
def overview(request: HttpRequest) -> HttpResponse:
    """Show the edition's main points and what the parts hold."""
    return page_of(request, "salaries/overview.html", part="")


@require_safe
@needs_edition
def part(request: HttpRequest, part: str) -> HttpResponse:
    """Show one part of the guide."""
    if part not in PARTS:
        raise Http404("the guide has no such part")
    return page_of(request, f"salaries/{part}.html", part=part, name=PARTS[part], beside=beside(part))


def page_of(request: HttpRequest, template: str, **values: Any) -> HttpResponse:
    page = guide_page(editions.kept(shown(request)))
    return render(request, template, {"section": "guide", "parts": PARTS, "page": page, **values})
