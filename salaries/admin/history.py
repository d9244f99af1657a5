"""The history of an edition and of each of its rows, to read."""

from typing import Any

from django import forms
from django.contrib.admin.utils import unquote
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from salaries import editions
from salaries.admin.history_records import ABOUT, Event, Told, events, model_of, told
from salaries.models import Edition

EVENTS_A_PAGE = 40
NOBODY = "without an account"


class FilterForm(forms.Form):
    """Which events to show."""

    table = forms.ChoiceField(required=False)
    person = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, people: dict[int | None, str], **options: Any) -> None:
        super().__init__(*args, **options)
        tables = [(slug, str(model._meta.verbose_name_plural)) for slug, (_, model) in editions.TABLES.items()]
        choices = {
            "table": [("", "all tables"), (ABOUT, "the edition itself"), *tables],
            "person": [("", "everybody"), *((str(key or 0), name) for key, name in people.items())],
        }
        for name, offered in choices.items():
            field: Any = self.fields[name]
            field.choices = offered

    def chosen(self, found: list[Event]) -> list[Event]:
        """Return the events that pass; an unknown table or person lets all pass."""
        wanted = self.cleaned_data if self.is_valid() else {}
        table, person = wanted.get("table"), wanted.get("person")
        return [
            event
            for event in found
            if (not table or event.first.table == table) and (not person or str(event.first.by or 0) == person)
        ]


def history_page(options: Any, request: HttpRequest, object_id: str) -> HttpResponse:
    """Show the history of an edition or a row. Raises `Http404`, and `PermissionDenied` without the right to view."""
    shown = options.get_object(request, unquote(object_id))
    if shown is None:
        raise Http404("there is no such edition or row")
    if not options.has_view_or_change_permission(request, shown):
        raise PermissionDenied
    row = None if isinstance(shown, Edition) else shown
    around = {**options.admin_site.each_context(request), "opts": Edition._meta}
    return render(
        request, "admin/salaries/history/history.html", around | _values(request, row.edition if row else shown, row)
    )


def _values(request: HttpRequest, edition: Edition, row: Any) -> dict[str, Any]:
    found = events(edition, row)
    people = _people(found)
    form = FilterForm(request.GET, people=people)
    page = Paginator(form.chosen(found), EVENTS_A_PAGE).get_page(request.GET.get("page"))
    shown = told(list(page.object_list))
    alive = _alive(shown)
    whose = f"{row._meta.verbose_name} {row}" if row else f"edition {edition.name}"
    return {
        "edition": edition,
        "row": row,
        "form": form,
        "page": page,
        "told": [_printed(one, people, alive) for one in shown],
        "heading": f"History of {whose}",
        "kept": _without_page(request),
    }


def _people(found: list[Event]) -> dict[int | None, str]:
    keys = {event.first.by for event in found}
    known = [key for key in keys if key is not None]
    names: dict[int | None, str] = {
        user.pk: str(user) for user in get_user_model().objects.filter(pk__in=known).order_by("username")
    }
    return names | {key: NOBODY for key in keys if key not in names}


def _alive(shown: list[Told]) -> set[tuple[str, int | None]]:
    """Return the rows of events that are still there, so that they can be linked to."""
    tables = {one.table for one in shown if one.row is not None} - {ABOUT}
    return {
        (table, key)
        for table in tables
        for key in model_of(table)
        .objects.filter(pk__in={one.row for one in shown if one.table == table})
        .values_list("pk", flat=True)
    }


def _printed(one: Told, people: dict[int | None, str], alive: set[tuple[str, int | None]]) -> dict[str, Any]:
    model = model_of(one.table)
    several = len(one.names) > 1
    place = f"admin:salaries_{model._meta.model_name}_history"
    return {
        "event": one,
        "by": people[one.by],
        "what": model._meta.verbose_name_plural if several else model._meta.verbose_name,
        "several": several,
        "link": reverse(place, args=[one.row]) if (one.table, one.row) in alive else "",
    }


def _without_page(request: HttpRequest) -> str:
    values = request.GET.copy()
    values.pop("page", None)
    return values.urlencode()
