"""Offers held against a resume's own range. The address holds them; on the visitor's word they stay with the resume."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from resumes import offered
from resumes.models import Resume
from resumes.offer_forms import called, forms
from resumes.presentation.current import Current, current
from resumes.views.corrections import done
from resumes.views.ownership import HtmxHttpRequest, context
from salaries import wages
from salaries.by_hand.address import written
from salaries.explanation.offers import OffersTold, offers_told
from salaries.offer_page.form import OfferForm
from salaries.offers import Offer
from salaries.places.options import PlaceOption
from salaries.published import needs_edition


@dataclass
class Asked:
    """What is asked of one resume: one or two offers against the range that stands."""

    resume: Resume
    stands: Current
    data: Mapping[str, str]

    @cached_property
    def forms(self) -> tuple[OfferForm, OfferForm]:
        """The forms of the offers."""
        return forms(self.data, self.kept)

    @property
    def kept(self) -> Sequence[Offer]:
        """The offers that stay with the resume."""
        kept: Sequence[Offer] = self.resume.offers
        return kept

    @property
    def filled(self) -> list[OfferForm]:
        """The offers that say anything."""
        return [form for form in self.forms if form.is_filled]

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
        return f"{reverse('resumes:offers', args=[self.resume.pk])}{'?' if query else ''}{query}"

    def choices(self, form: OfferForm) -> list[tuple[PlaceOption, str]]:
        """Return the places to ask about, each with the address that takes it."""
        return [(option, self.address(**{form.add_prefix("place"): option.name})) for option in form.choice]

    @property
    def offers(self) -> list[Offer]:
        """The offers of valid forms, each under the name that it is kept by where it is."""
        kept = dict(enumerate(self.kept))
        plain = [form.offer() for form in self.filled]
        return [kept[at] if at in kept and same(one, kept[at]) else one for at, one in enumerate(plain)]

    def answer(self) -> OffersTold | None:
        """Return the checked offers, None where something is missing or has a fault."""
        if self.faults or not self.filled:
            return None
        where = [form.option.short if form.option else self.stands.where for form in self.filled]
        return offers_told(self.offers, self.stands.profile, self.stands.guide, wages.areas(), where)


def same(one: Offer, kept: Offer) -> bool:
    """Return whether two offers say the same, whatever they are called."""
    return replace(one, name=kept.name) == kept


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@needs_edition
def check(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Show the forms and, where they say enough, the check; on POST keep the offers with the resume."""
    resume = done(request, pk)
    stands = current(resume)
    if stands is None:
        return redirect("resumes:detail", pk=pk)
    if request.method == "POST":
        asked = Asked(resume, stands, request.POST)
        if asked.filled and not asked.faults:
            offered.keep(resume, [called(form, request.POST) for form in asked.filled])
            return redirect(f"{reverse('resumes:offers', args=[pk])}#kept")
        return shown(request, asked, status=422)
    return shown(request, Asked(resume, stands, request.GET))


@require_POST
def remove(request: HtmxHttpRequest, pk: UUID) -> HttpResponse:
    """Remove one of the kept offers. Raises `Http404` where there is none of that number."""
    resume = done(request, pk)
    number = request.POST.get("number", "")
    if number not in {str(index) for index in range(len(resume.offers))}:
        raise Http404("no such offer is kept")
    offered.remove(resume, int(number))
    return redirect(f"{reverse('resumes:offers', args=[pk])}#kept")


def shown(request: HtmxHttpRequest, asked: Asked, status: int = 200) -> HttpResponse:
    """Show the page; to htmx the check alone, with the address to keep."""
    in_place = bool(request.htmx) and not request.htmx.history_restore_request
    part = "#answer" if in_place else ""
    values = context("estimate", in_place=in_place, **told(asked))
    response = render(request, f"resumes/offers.html{part}", values, status=status)
    if in_place:
        response["HX-Push-Url"] = asked.address()
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def told(asked: Asked) -> dict[str, Any]:
    """Return what the template reads."""
    answer = asked.answer()
    return {
        "resume": asked.resume,
        "stands": asked.stands,
        "offers": [(form, asked.choices(form)) for form in asked.forms],
        "told": answer,
        "faults": asked.faults,
        "filled": asked.filled,
        "naming": list(zip(map(written, asked.filled), asked.filled, asked.offers, strict=True)) if answer else [],
        "unkept": bool(answer) and list(asked.kept) != asked.offers,
    }
