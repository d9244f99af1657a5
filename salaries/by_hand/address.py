"""A filled form as an address: only what says something, so that it stays short enough to share."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from salaries.by_hand.form import ByHandForm
from salaries.by_hand.placed import PlacedForm

PREVIEW = "edition"
"""The parameter by which staff read a draft."""


def address(form: ByHandForm, **changes: str) -> str:
    """Return the address of a bound form; `changes` lay other values over it."""
    said = {name: text for name, text in (written(form) | changes).items() if text}
    query = urlencode(said)
    return f"{reverse('salaries:by_hand')}{'?' if query else ''}{query}"


def written(form: PlacedForm) -> dict[str, str]:
    """Return every value as the address holds it: as it was understood, else as it was sent."""
    understood: Mapping[str, Any] = getattr(form, "cleaned_data", {})
    sent = {name: form.add_prefix(name) for name in form.fields}
    values = {key: text_of(understood.get(name, form.data.get(key, ""))) for name, key in sent.items()}
    if form.option:
        values[sent["place"]] = form.option.name
    return values | {PREVIEW: form.data.get(PREVIEW, "")}


def text_of(value: Any) -> str:
    """Return a value as text: years without needless zeros, a tick as "on"."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, bool):
        return "on" if value else ""
    return "" if value is None else str(value)
