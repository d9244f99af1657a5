"""Forms of the admin as a browser fills and sends them."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from salaries.admin.edition import PARTS
from salaries.models import Edition


def address(model: type, key: Any = None) -> str:
    name = f"admin:salaries_{model.__name__.lower()}_{'changelist' if key is None else 'change'}"
    return reverse(name, args=() if key is None else (key,))


def filled_form(response: Any) -> dict[str, Any]:
    """Return what a browser would send back unchanged: every field of the page's forms with its value."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    sent: dict[str, Any] = {}
    for form in forms:
        for name, field in form.fields.items():
            value = field.widget.format_value(form[name].value()) if hasattr(field.widget, "format_value") else None
            value = form[name].value() if isinstance(form[name].value(), bool) else value
            value = value[0] if isinstance(value, list) else value
            if value is not False:
                sent[form.add_prefix(name)] = "on" if value is True else value or ""
    return sent


def change(editor: Client, row: Any, **values: Any) -> HttpResponse:
    """Send a row's form with some values changed."""
    place = address(type(row), row.pk)
    return editor.post(place, filled_form(editor.get(place)) | values, follow=True)


def page_of(edition: Edition, table: str) -> str:
    """Return the address of the edition's page with a table on it."""
    part = next(part.slug for part in PARTS if any(inline.model._meta.model_name == table for inline in part.inlines))
    return f"{address(Edition, edition.pk)}?part={part}"


def change_edition(editor: Client, edition: Edition, model: type, row: str, /, **values: Any) -> HttpResponse:
    """Send the edition's form with some values of one row changed."""
    table = model.__name__.lower()
    place = page_of(edition, table)
    sent = filled_form(editor.get(place))
    prefix = next(key.removesuffix("-slug") for key, value in sent.items() if key.startswith(table) and value == row)
    return editor.post(place, sent | {f"{prefix}-{name}": value for name, value in values.items()}, follow=True)
