"""What stands beside each field of the guide's forms: its unit, and what the figure drives."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import Field, Model

SHARED = "any"
"""The entry of fields that all tables share."""


@cache
def load() -> dict[str, dict[str, dict[str, str]]]:
    """Return the words by table and field, as `words.toml` holds them."""
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))


def label_of(field: "Field[Any, Any]") -> str:
    """Return the label with the unit; the column's own name where none is given."""
    name = str(field.verbose_name)
    return _entry(field).get("label") or name[:1].upper() + name[1:]


def help_of(field: "Field[Any, Any]") -> str:
    """Return what the column holds, as far as its label does not say it, then what it drives."""
    holds = str(field.help_text)
    said = holds.rstrip(".").lower() in label_of(field).lower()
    return " ".join(filter(None, ("" if said else holds, _entry(field).get("drives"))))


def texts(model: type[Model]) -> dict[str, dict[str, str]]:
    """Return labels and help texts as a form's factory takes them, so that read-only fields show them too."""
    fields = [field for field in model._meta.fields if field.editable and not field.primary_key]
    return {
        "labels": {field.name: label_of(field) for field in fields},
        "help_texts": {field.name: help_of(field) for field in fields if help_of(field)},
    }


def _entry(field: "Field[Any, Any]") -> dict[str, str]:
    held = load()
    own = held.get(field.model._meta.model_name or "", {})
    return {**held[SHARED].get(field.name, {}), **own.get(field.name, {})}
