"""Where the person is, in words: the city or state, or a place abroad."""

from resumes.extraction.facts import Location
from resumes.presentation.basis import Basis
from salaries.reference import states


def where(basis: Basis) -> str:
    """Return the place in the fewest words: the city, else the state; empty where none is known."""
    return place_named(basis.location) if basis.location else ""


def place_named(place: Location) -> str:
    """Return the city, else the state; "outside the US" where nothing closer is known."""
    if is_abroad(place):
        return place.city or "outside the US"
    return place.city or state_name(place.region)


def is_abroad(place: Location | None) -> bool:
    """Return whether a place is known to lie outside the United States."""
    return place is not None and place.country not in (None, "US")


def abroad(basis: Basis) -> str:
    """Return "Bonn is outside the United States", or nothing for a place inside and for none."""
    place = basis.location
    if place is None or not is_abroad(place):
        return ""
    return f"{place.city or 'This place'} is outside the United States"


def state_name(code: str | None) -> str:
    """Return a US state's name, any other region as it is."""
    state = states.load().get(code or "")
    return state.name if state else code or ""
