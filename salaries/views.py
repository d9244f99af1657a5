"""The guide's pages: an overview and one page a part, all figures from the edition that is shown."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from salaries import editions, ready_pages
from salaries.downloads.names import TABLES
from salaries.downloads.whole import LICENSE
from salaries.findings import findings
from salaries.freshness import tag_of
from salaries.heads import head_of_part
from salaries.parts import PARTS, beside
from salaries.presentation import guide_page
from salaries.published import needs_edition, shown


@require_safe
@needs_edition
def overview(request: HttpRequest) -> HttpResponse:
    """Show the edition's main points and what the parts hold."""
    return page_of(request, "salaries/overview.html", part="", tables=TABLES, license=LICENSE)


@require_safe
@needs_edition
def part(request: HttpRequest, part: str) -> HttpResponse:
    """Show one part of the guide."""
    if part not in PARTS:
        raise Http404("the guide has no such part")
    return page_of(request, f"salaries/{part}.html", part=part, name=PARTS[part], beside=beside(part))


def page_of(request: HttpRequest, template: str, **values: Any) -> HttpResponse:
    """Return a page of the edition that is shown; 304 where the reader has it and nothing has changed since."""
    edition = shown(request)

    def made(request: HttpRequest) -> HttpResponse:
        page = guide_page(editions.kept(edition))
        head = head_of_part(request, page, values["part"])
        context = {"section": "guide", "parts": PARTS, "page": page, "findings": findings(page), "head": head, **values}
        return render(request, template, context)

    return ready_pages.answer(request, tag_of(request, edition), made)
