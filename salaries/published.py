"""Which edition the guide's public pages show: the current one, or to staff the one that they preview."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from salaries.contents.faults import FaultyEdition, gaps
from salaries.editions import NoPublishedEdition, current, kept
from salaries.models import Edition
from salaries.parts import PARTS

P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)


@dataclass(frozen=True, slots=True)
class Preview:
    """What the banner of a previewed page tells: the edition, and the parts that one can go on to."""

    edition: Edition
    parts: Mapping[str, str]


def shown(request: HttpRequest) -> Edition:
    """Return the edition that a page of the guide shows: the current one, or the one of `?edition=<name>`.

    Another than the current one is for staff who may view editions; the page then bears a banner (`base.html`) and is
    kept by no cache. Raises `NoPublishedEdition`, `FaultyEdition` where a draft is not complete enough to be shown,
    and `Http404` for everybody else.
    """
    name = request.GET.get("edition")
    if name is None:
        return current()
    edition = Edition.objects.filter(name=name).first()
    if edition is None or not (edition.is_current or may_preview(request)):
        raise Http404("no such edition is published")
    if not edition.is_current:
        request.previewed = Preview(edition, PARTS)  # type: ignore[attr-defined]
        if found := gaps(kept(edition).contents):
            raise FaultyEdition(edition.name, found)
    return edition


def may_preview(request: HttpRequest) -> bool:
    """Return whether this is staff, let into the admin with all that takes, who may view editions."""
    return bool(admin.site.has_permission(request) and request.user.has_perm("salaries.view_edition"))


def needs_edition(view: Callable[Concatenate[R, P], HttpResponse]) -> Callable[Concatenate[R, P], HttpResponse]:
    """Answer in words where a view finds no current edition, or too little of one; keep previews out of every cache."""

    @wraps(view)
    def guarded(request: R, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except NoPublishedEdition:
            return render(request, "salaries/unpublished.html", {"section": "guide"}, status=503)
        except FaultyEdition as error:
            response = render(
                request, "salaries/incomplete.html", {"section": "guide", "faults": error.faults}, status=409
            )
        if hasattr(request, "previewed"):
            response["Cache-Control"] = "private, no-store"
        return response

    return guarded
