"""What a visitor's corrections say was read wrong, in categories of closed lists: nothing of it tells who it was.

A correction that only says what was read is no mark. Years become steps of half a year and of two, places states.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from resumes.corrections import ABROAD, UNKNOWN
from resumes.extraction.facts import Facts, Location
from resumes.extraction.years import count
from resumes.marking_parts import of_roles, of_skills
from resumes.marks import Marked
from resumes.profile import Corrections
from salaries.estimation.guide import Guide
from salaries.estimation.years import relevant_years, tier_of
from salaries.reference import states

NONE = "none"
YES_NO = {True: "yes", False: "no"}


def marked(facts: Facts, said: Corrections, as_of: date, guide: Guide) -> list[Marked]:
    """Return what the corrections change of the facts; `as_of` is the day that "Present" means.

    The guide says how counted years become relevant ones, which are what a visitor corrects, and which tier they give.
    """
    every = (*of_years(facts, said, as_of, guide), *of_work(facts, said), *of_person(facts, said))
    parts = (*of_roles(facts, said, as_of), *of_skills(facts, said))
    return [*(one for one in every if one.was != one.became or one.kind == "city"), *parts]


def of_years(facts: Facts, said: Corrections, as_of: date, guide: Guide) -> Iterator[Marked]:
    """Yield the marks of the years and of the tier that they give."""
    years = count(facts.roles, facts.stated_years, as_of)
    relevant = relevant_years(years.ml, years.adjacent, guide)
    if said.years is not None and said.years != relevant:
        basis = ("claimed" if years.claimed else "counted") if relevant else NONE
        yield Marked("years", basis, step(said.years - relevant), years.confidence)
    if said.tier:
        yield Marked("tier", tier_of(relevant, guide), said.tier, years.confidence)


def step(moved: Decimal) -> str:
    """Return by about how much years were moved: "more-half" by up to half a year, "fewer-two" by up to two, "more"."""
    direction = "more" if moved > 0 else "fewer"
    if abs(moved) <= Decimal("0.5"):
        return f"{direction}-half"
    return f"{direction}-two" if abs(moved) <= 2 else direction


def of_work(facts: Facts, said: Corrections) -> Iterator[Marked]:
    """Yield the marks of what the work is: leadership, specialization, LLM work, the kind of employer."""
    guess = facts.specialization
    if said.rung:
        yield Marked("rung", facts.rung or NONE, said.rung)
    if said.specialization:
        was, sure = (guess.primary, guess.confidence) if guess else (NONE, "")
        yield Marked("specialization", was, said.specialization, sure)
    if said.llm_production is not None:
        yield Marked("llm_production", YES_NO[bool(facts.llm_production)], YES_NO[said.llm_production])
    if said.employer:
        yield Marked("employer", facts.employer_kind or NONE, said.employer)


def of_person(facts: Facts, said: Corrections) -> Iterator[Marked]:
    """Yield the marks of the place and the degree."""
    if said.degree:
        read = facts.education
        was = f"{read.highest}-begun" if read.in_progress else read.highest
        yield Marked("degree", was, said.degree, read.confidence)
    if said.place is not None:
        sure = facts.location.confidence if facts.location else ""
        was, became = area(facts.location), area(said.place)
        yield from [Marked("place", was, became, sure)] if was != became else of_city(facts.location, said.place, sure)


def of_city(read: Location | None, said: Location, sure: str) -> Iterator[Marked]:
    """Yield the mark of another city in the same state."""
    state = area(said)
    if read is not None and state in states.load() and read.city != said.city:
        yield Marked("city", state, state, sure)


def area(place: Location | None) -> str:
    """Return what is counted of a place: the state, "us" without one, "abroad", "unknown", "none" where none was."""
    if place is None:
        return NONE
    if place == UNKNOWN or place.country is None:
        return "unknown"
    if place == ABROAD or place.country != "US":
        return "abroad"
    return place.region if place.region in states.load() else "us"
