"""Which places a finished text can mean: one, several to ask about, or none."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from salaries.places.options import (
    ABROAD,
    REMOTE,
    PlaceOption,
    city_option,
    metro_options,
    small_town,
    state_options,
)
from salaries.places.spelling import key, nicknames, split_state, without_area_word, without_state_word
from salaries.reference import cities

DOMINANT = 10
"""Times as many people as in the next place of the name: who writes "Austin" means the one in Texas."""

LARGE = 100_000
"""People from which on a city that is called like a state has to be told from it (New York, Washington)."""

MOST_ASKED = 8
"""Places that a question lists; the others of the name are small."""


def fitting(text: str) -> tuple[PlaceOption, ...]:
    """Return the places that a text can mean, most people first: one is the answer, several are a question.

    "Portland" is several, "Portland, ME" one; "Austin" is one, since the largest of the name dwarfs the others.
    """
    if exact := by_name().get(key(text)):
        return (exact,)
    found = {option.name: option for option in (*nicknamed(text), *in_state(text), *state(text), *area(text))}
    if not found:
        found = {option.name: option for option in towns(text)}
    elif not any(option.kind == "city" for option in found.values()):
        found |= {option.name: option for option in towns(text)[:1] if option.people >= LARGE}
    return tuple(sorted(found.values(), key=lambda option: -option.people))[:MOST_ASKED] or unlisted(text)


@cache
def by_name() -> dict[str, PlaceOption]:
    """Return states, areas and what is no place by their own names as they are compared."""
    options = (*state_options().values(), *metro_options().values(), REMOTE, ABROAD)
    return {key(option.name): option for option in options}


def nicknamed(text: str) -> Iterator[PlaceOption]:
    """Yield the place that goes by this nickname."""
    if name := nicknames().get(key(text)):
        yield called(name)


def called(name: str) -> PlaceOption:
    """Return the place of an own name, "Seattle, WA" or "Texas (state)". Raises `KeyError`."""
    listed = by_name().get(key(name)) or next(in_state(name), None)
    if listed is None:
        raise KeyError(name)
    return listed


def in_state(text: str) -> Iterator[PlaceOption]:
    """Yield the city of a text that names a state behind it."""
    city, code = split_state(text)
    found = cities.load().find(city, code) if city and code else None
    if found:
        yield city_option(found)


def state(text: str) -> Iterator[PlaceOption]:
    """Yield the state of that name or code."""
    city, code = split_state(without_state_word(text))
    if code in state_options() and not city:
        yield state_options()[code]


def area(text: str) -> Iterator[PlaceOption]:
    """Yield the metropolitan areas that a text calls an area: by full name, or by the town they are named after."""
    if full := by_name().get(key(f"{text} (metro area)")):
        yield full
    name = without_area_word(text)
    if name != " ".join(text.lower().split()):
        yield from areas_by_town().get(key(name), ())


@cache
def areas_by_town() -> dict[str, list[PlaceOption]]:
    """Return the metropolitan areas by the town they are named after, as it is compared."""
    found: dict[str, list[PlaceOption]] = defaultdict(list)
    for option in metro_options().values():
        found[key(without_area_word(option.short))].append(option)
    return dict(found)


def towns(text: str) -> tuple[PlaceOption, ...]:
    """Return the cities of that name, the largest alone where it dwarfs the others."""
    found = cities.load().by_name(text.strip().rstrip(","))
    if len(found) > 1 and found[0].population >= DOMINANT * found[1].population:
        found = found[:1]
    return tuple(city_option(city) for city in found)


def unlisted(text: str) -> tuple[PlaceOption, ...]:
    """Return a town that no table holds, where a comma parts it from its state."""
    before, comma, after = text.partition(",")
    left, code = split_state(after)
    return (small_town(before.strip(), code),) if comma and before.strip() and code and not left else ()
