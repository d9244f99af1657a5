"""The estimate by hand, and the places that its form suggests. Nothing that is sent here is stored."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe
from django_htmx.middleware import HtmxDetails

from salaries import editions, wages
from salaries.by_hand.address import address
from salaries.by_hand.form import ByHandForm
from salaries.explanation.page import Explained, explained
from salaries.heads import head_of_form
from salaries.places.searching import search
from salaries.presentation import guide_page
from salaries.published import needs_edition, shown
from salaries.signals import estimate_made

LONGEST = 80
"""Letters of a search that are looked at."""

SUGGESTIONS_KEPT = 3600
"""Seconds for which a browser may keep suggestions: the places change with the program only."""


class HtmxHttpRequest(HttpRequest):
    """A request that tells whether htmx sent it."""

    htmx: HtmxDetails


@require_safe
@needs_edition
def by_hand(request: HtmxHttpRequest) -> HttpResponse:
    """Show the form and, where it says enough, the estimate; to htmx the answer alone, with the address to keep."""
    kept = editions.kept(shown(request))
    form = ByHandForm(kept.guide, request.GET)
    page = answered(form)
    in_place = bool(request.htmx) and not request.htmx.history_restore_request
    part = "#answer" if in_place else ""
    head = head_of_form(request, guide_page(kept))
    response = render(request, f"salaries/by_hand.html{part}", {"head": head, **values(form, page, in_place=in_place)})
    if in_place:
        response["HX-Push-Url"] = address(form)
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def answered(form: ByHandForm) -> Explained | None:
    """Return the estimate of a form that says enough, None for any other."""
    if not form.is_valid() or not form.tells_enough:
        return None
    estimate_made.send(sender=ByHandForm)
    option = form.option
    abroad = "This place is outside the United States" if option and option.kind == "abroad" else ""
    return explained(form.profile(), form.guide, wages.areas(), where=option.short if option else "", abroad=abroad)


def values(form: ByHandForm, page: Explained | None, *, in_place: bool) -> Mapping[str, Any]:
    """Return what the template reads."""
    return {
        "section": "guide",
        "form": form,
        "page": page,
        "in_place": in_place,
        "address": address(form),
        "with_production": address(form, llm="on"),
        "choices": [(option, address(form, place=option.name)) for option in form.choice],
    }


@require_safe
def places(request: HttpRequest) -> HttpResponse:
    """Suggest places for the beginning of a name."""
    found = search(request.GET.get("place", "")[:LONGEST])
    response = render(request, "salaries/by_hand/places.html", {"found": found})
    patch_cache_control(response, public=True, max_age=SUGGESTIONS_KEPT)
    return response
