"""What the visitor says instead of what was read: kept beside the facts, so that each can be taken back."""

from dataclasses import replace

from resumes.changes import undo_role, undo_skill
from resumes.extraction.facts import Location
from resumes.models import Resume
from resumes.profile import Corrections
from salaries.places.resolving import fitting
from salaries.reference import metros

US_KINDS = ("city", "metro", "state")

UNKNOWN = Location(None, None, None, confidence="high")
"""The visitor would rather not say: the US national range."""

ABROAD = Location(None, None, "ZZ", confidence="high")
"""Somewhere outside the United States; ZZ is the code that ISO 3166 leaves for an unnamed country."""


class UnknownPlace(Exception):
    """No US city or state goes by this name."""


class CityOrState(Exception):
    """The name is that of a large city and of a state."""


def correct(resume: Resume, corrections: Corrections) -> None:
    """Keep what the visitor says. A resume that has gone meanwhile stays gone."""
    Resume.objects.filter(pk=resume.pk).update(corrections=corrections)
    resume.corrections = corrections


def undo(resume: Resume, field: str) -> None:
    """Take one correction back, or every one where the field is "all". Raises `ValueError` for any other name.

    "role:<key>" and "skill:<name>" take back what is said of one role or skill.
    """
    return correct(resume, undone(resume.corrections, field))


def undone(before: Corrections, field: str) -> Corrections:
    """Return the corrections without one. Raises `ValueError` where no correction goes by that name."""
    kind, _, name = field.partition(":")
    if kind == "role":
        return undo_role(before, name)
    if kind == "skill":
        return undo_skill(before, name)
    if field == "all":
        return Corrections()
    if field not in Corrections.__dataclass_fields__:
        raise ValueError(f"no correction is called {field!r}")
    return replace(before, **{field: getattr(Corrections(), field)})


def us_place(text: str) -> Location:
    """Return the US city, area or state that a visitor names: "Seattle, WA", "Boise Idaho", "Texas", "SF Bay Area".

    A city without its state is the largest of that name; one that the table of places lacks still has its state.
    Raises `UnknownPlace` and `CityOrState`.
    """
    found = [option for option in fitting(text) if option.kind in US_KINDS]
    if not found:
        raise UnknownPlace(text)
    if {"city", "state"} <= {option.kind for option in found}:
        raise CityOrState(text)
    place = found[0].place
    return Location(place.city, place.region, place.country, metros.slug_of(place.cbsa), place.cbsa, "high")
