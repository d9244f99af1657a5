"""The check of an offer without a resume. Nothing that is sent here is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from salaries import editions, wages
from salaries.by_hand.address import written
from salaries.by_hand.form import ByHandForm
from salaries.by_hand.placed import PlacedForm
from salaries.by_hand.views import HtmxHttpRequest
from salaries.estimation.guide import Guide
from salaries.explanation.offers import OffersTold, offers_told
from salaries.offer_page.form import OfferForm, offer_forms
from salaries.places.options import PlaceOption
from salaries.published import needs_edition, shown

Choices = Sequence[tuple[PlaceOption, str]]


@dataclass
class Asked:
    """What was asked: oneself and one or two offers, on one edition's guide."""

    guide: Guide
    data: Mapping[str, Any]

    @cached_property
    def you(self) -> ByHandForm:
        """The form of oneself."""
        return ByHandForm(self.guide, self.data)

    @cached_property
    def offers(self) -> tuple[OfferForm, OfferForm]:
        """The forms of the offers."""
        return offer_forms(self.data)

    @property
    def forms(self) -> tuple[PlacedForm, ...]:
        """All forms in the page's order."""
        return self.you, *self.offers

    @property
    def filled(self) -> list[OfferForm]:
        """The offers that say anything."""
        return [form for form in self.offers if form.is_filled]

    @property
    def faults(self) -> int:
        """How many fields need another look."""
        return sum(len(form.errors) for form in self.forms)

    def address(self, **changes: str) -> str:
        """Return the page's address with everything that was said; `changes` lay other values over it."""
        values: dict[str, str] = {}
        for form in self.forms:
            values |= written(form)
        query = urlencode({name: text for name, text in (values | changes).items() if text})
        return f"{reverse('salaries:offer')}{'?' if query else ''}{query}"

    def choices(self, form: PlacedForm) -> list[tuple[PlaceOption, str]]:
        """Return the places to ask about, each with the address that takes it."""
        name = form.add_prefix("place")
        return [(option, self.address(**{name: option.name})) for option in form.choice]

    def answer(self) -> OffersTold | None:
        """Return the checked offers, None where something is missing or has a fault."""
        filled = self.filled
        if self.faults or not filled or not self.you.tells_enough:
            return None
        mine = self.you.option.short if self.you.option else ""
        where = [form.option.short if form.option else mine for form in filled]
        return offers_told([form.offer() for form in filled], self.you.profile(), self.guide, wages.areas(), where)


@require_safe
@needs_edition
def offer(request: HtmxHttpRequest) -> HttpResponse:
    """Show the forms and, where they say enough, the check; to htmx the check alone, with the address to keep."""
    asked = Asked(editions.freeze(shown(request)), request.GET)
    in_place = bool(request.htmx) and not request.htmx.history_restore_request
    part = "#answer" if in_place else ""
    response = render(request, f"salaries/offer.html{part}", values(asked, in_place=in_place))
    if in_place:
        response["HX-Push-Url"] = asked.address()
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def values(asked: Asked, *, in_place: bool) -> Mapping[str, Any]:
    """Return what the template reads."""
    faults = asked.faults
    return {
        "section": "guide",
        "asked": asked,
        "told": asked.answer(),
        "faults": faults,
        "you": (asked.you, asked.choices(asked.you)),
        "offers": [(form, asked.choices(form)) for form in asked.offers],
        "in_place": in_place,
        "address": asked.address(),
    }
