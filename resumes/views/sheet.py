"""The negotiation sheet of a resume: to look at, to print, to copy."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from resumes.answering import edition_of
from resumes.models import Resume
from resumes.offered import competing
from resumes.presentation.basis import basis_of
from resumes.presentation.sheet import Chosen, SheetPage, sheet_page
from resumes.presentation.sheet_text import as_text, foot
from resumes.profile import question_of
from resumes.views.corrections import done
from resumes.views.ownership import HtmxHttpRequest, context
from salaries import editions, wages
from salaries.published import needs_edition

LINES = 12
"""How many lines of a query are looked at."""


@require_safe
@never_cache
@needs_edition
def sheet(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Show the sheet; where there is no estimate yet, lead to the question in its place."""
    resume = done(request, pk)
    page = page_of(resume, chosen(request.GET))
    if page is None:
        return asked_first(resume)
    values = {"resume": resume, "page": page, "text": as_text(page), "foot": foot(page)}
    return render(request, "resumes/sheet.html", context("estimate", **values))


@require_safe
@never_cache
@needs_edition
def sheet_text(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Return the sheet as plain text."""
    resume = done(request, pk)
    page = page_of(resume, chosen(request.GET))
    if page is None:
        return asked_first(resume)
    return HttpResponse(as_text(page), content_type="text/plain; charset=utf-8")


def asked_first(resume: Resume) -> HttpResponseRedirect:
    return redirect("resumes:detail", pk=resume.pk)


def page_of(resume: Resume, choice: Chosen) -> SheetPage | None:
    """Return the sheet of a resume that was read, None where it has no estimate yet."""
    facts, said = resume.facts(), resume.corrections
    if question_of(facts, said):
        return None
    edition = edition_of(resume, editions.current())
    guide = editions.freeze(edition)
    basis = basis_of(resume.document(), facts, said, guide, resume.as_of, wages.areas())
    return sheet_page(basis, editions.readable(edition), competing(resume.offers), choice)


def chosen(query: QueryDict) -> Chosen:
    """Return what the address chooses; what cannot be read is left out."""
    lines = (line for line in query.getlist("line")[:LINES] if line.isascii() and line.isdigit() and len(line) < LINES)
    return Chosen(query.get("employer", ""), tuple(map(int, lines)))
