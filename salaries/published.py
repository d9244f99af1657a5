"""What pages answer while no edition of the guide is published."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from salaries.editions import NoPublishedEdition

P = ParamSpec("P")
R = TypeVar("R", bound=HttpRequest)


def needs_edition(view: Callable[Concatenate[R, P], HttpResponse]) -> Callable[Concatenate[R, P], HttpResponse]:
    """Answer 503 with words where a view finds no current edition."""

    @wraps(view)
    def guarded(request: R, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NoPublishedEdition:
            return render(request, "salaries/unpublished.html", {"section": "guide"}, status=503)

    return guarded
