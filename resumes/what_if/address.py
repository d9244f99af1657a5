"""A what-if as an address, and as corrections for whom it is really true."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.http import urlencode

from resumes.what_if.form import NO_RUNG, WhatIfForm
from salaries.by_hand.address import written
from salaries.places.options import ABROAD, REMOTE


def address(pk: UUID, form: WhatIfForm, **changes: str) -> str:
    """Return the address of a bound form; `changes` lay other values over it, an empty one takes a value away."""
    values = {name: text for name, text in (written(form) | changes).items() if text and name in form.fields}
    query = urlencode(values)
    return f"{reverse('resumes:what_if', args=[pk])}{'?' if query else ''}{query}"


def as_corrections(form: WhatIfForm) -> Iterator[tuple[str, str]]:
    """Yield the fields that the form of corrections takes for what a valid form says."""
    values = written(form)
    for name in form.said():
        if name == "place":
            yield from place(form)
        elif name == "llm":
            yield "llm_production", "yes"
        elif name == "rung":
            yield "rung", "" if values["rung"] == NO_RUNG else values["rung"]
        else:
            yield name, values[name]
    if values["years"]:
        yield "tier", ""


def place(form: WhatIfForm) -> Iterator[tuple[str, str]]:
    """Yield what is said of the place; one can be anywhere and nowhere, which has no correction but none."""
    fixed = {ABROAD: "abroad", REMOTE: "unknown"}
    if form.option in fixed:
        yield "where", fixed[form.option]
    elif form.option:
        yield from (("where", "us"), ("place", form.option.name))
