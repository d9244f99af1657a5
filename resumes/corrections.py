"""What the visitor says instead of what was read: kept beside the facts, so that each can be taken back."""

from dataclasses import replace

from resumes.extraction.facts import Location
from resumes.models import Resume
from resumes.profile import Corrections
from salaries.reference import cities, metros, states

LARGE = 100_000
"""People from which on a city that is called like a state has to be told from it (New York, Washington)."""

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
    """Take one correction back, or every one where the field is "all". Raises `ValueError` for any other name."""
    if field == "all":
        return correct(resume, Corrections())
    if field not in Corrections.__dataclass_fields__:
        raise ValueError(f"no correction is called {field!r}")
    return correct(resume, replace(resume.corrections, **{field: None}))


def us_place(text: str) -> Location:
    """Return the US city or state that a visitor names: "Seattle, WA", "Boise Idaho", "Texas", "Portland".

    A city without its state is the largest of that name; one that the table of places lacks still has its state.
    Raises `UnknownPlace` and `CityOrState`.
    """
    words = " ".join(text.replace(",", " ").split())
    city, state = split_state(words)
    if city and state:
        return in_state(city, state)
    if state and is_large_city(words):
        raise CityOrState(words)
    return state_alone(state) if state else city_alone(words)


def is_large_city(words: str) -> bool:
    """Return whether a large city goes by exactly this name."""
    return any(city.population >= LARGE for city in cities.load().by_name(words)[:1])


def split_state(words: str) -> tuple[str, str | None]:
    """Return the words before a state's code or name at the end, and the state's code; None without a state."""
    folded = words.lower().removesuffix(" state")
    for name, code in state_names():
        if folded == name or folded.endswith(f" {name}"):
            return words[: len(folded) - len(name)].strip(), code
    return words, None


def state_names() -> list[tuple[str, str]]:
    """Return names and codes in lower case with the state's code, longest first: West Virginia before Virginia."""
    names = [(name.lower(), code) for code, state in states.load().items() for name in (state.name, code)]
    return sorted(names, key=lambda pair: -len(pair[0]))


def in_state(city: str, state: str) -> Location:
    found = cities.load().find(city, state)
    if found is None:
        return Location(city, state, "US", confidence="high")
    return Location(found.name, state, "US", metros.slug_of(found.cbsa), found.cbsa, "high")


def state_alone(state: str) -> Location:
    return Location(None, state, "US", confidence="high")


def city_alone(words: str) -> Location:
    found = cities.load().by_name(words)
    if not found:
        raise UnknownPlace(words)
    return in_state(found[0].name, found[0].state)
