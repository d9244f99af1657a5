"""A place by the name under which it can be chosen again."""

from salaries.estimation.profile import Place
from salaries.places.options import ABROAD, REMOTE, state_options


def name_of(place: Place) -> str:
    """Return "Seattle, WA", "Texas (state)", or what stands for no place; empty where nothing is known."""
    fixed = {REMOTE.place: REMOTE.name, ABROAD.place: ABROAD.name}
    if place in fixed:
        return fixed[place]
    if place.city:
        return f"{place.city}, {place.region}"
    state = state_options().get(place.region or "")
    return state.name if state else ""
