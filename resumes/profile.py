"""The only bridge from resumes to salaries: facts, with what the visitor corrected, become a profile."""

from datetime import date
from typing import Literal, TypeVar

from resumes.extraction.facts import Degree, Education, Facts, Location
from resumes.extraction.years import count
from resumes.said import Corrections, RoleCorrection, said
from salaries.estimation.profile import Place, Profile

__all__ = ["ML_CATEGORIES", "Corrections", "Question", "RoleCorrection", "profile_of", "question_of", "said"]

Question = Literal["no_history", "undated", "not_ml"]
T = TypeVar("T")

ML_CATEGORIES = frozenset({"framework", "method", "mlops", "model"})
"""Categories of the skills lexicon that speak of machine learning by themselves."""


def profile_of(facts: Facts, corrections: Corrections, as_of: date) -> Profile:
    """Return the profile that the estimator gets of what was read; `as_of` is the day that "Present" means."""
    facts = said(facts, corrections)
    years = count(facts.roles, facts.stated_years, as_of)
    return Profile(
        ml_years=years.ml,
        adjacent_years=years.adjacent,
        relevant_years=corrections.years,
        tier=corrections.tier,
        rung=corrections.rung,
        specialization=specialization_of(facts, corrections),
        llm_production=first(corrections.llm_production, bool(facts.llm_production)),
        phd=has_phd(facts.education, corrections.degree),
        place=place_of(first(corrections.place, facts.location)),
        employer=first(corrections.employer, facts.employer_kind),
    )


def question_of(facts: Facts, corrections: Corrections) -> Question | None:
    """Return why the page asks instead of answering, None where there is enough to answer.

    `no_history`: no work was found, and no years read would be the entry tier's, which is no finding. `undated`: the
    work that counts has no dates and the resume claims no years. `not_ml`: nothing speaks of ML work, which is all
    the guide prices. Years or a tier that the visitor gives settle all three, roles that they give as any others.
    """
    facts = said(facts, corrections)
    if corrections.years is not None or corrections.tier or corrections.rung:
        return None
    if not facts.roles and facts.education.highest == "none":
        return "no_history"
    if not (speaks_of_ml(facts) or corrections.specialization):
        return "not_ml"
    return without_years(facts)


def without_years(facts: Facts) -> Question | None:
    """Return the question where nothing tells how long somebody has worked."""
    if not facts.roles:
        return "no_history"
    counted = [role for role in facts.roles if role.kind in ("ml", "adjacent")]
    dated = any(role.start for role in counted) or facts.stated_years is not None
    return "undated" if counted and not dated else None


def speaks_of_ml(facts: Facts) -> bool:
    """Return whether there is an ML or adjacent role, an ML skill or a quantitative degree."""
    by_role = any(role.kind in ("ml", "adjacent") for role in facts.roles)
    by_skill = any(skill.category in ML_CATEGORIES for skill in facts.skills)
    return by_role or by_skill or facts.education.quantitative


def specialization_of(facts: Facts, corrections: Corrections) -> str:
    if corrections.specialization:
        return corrections.specialization
    return facts.specialization.primary if facts.specialization else "generalist"


def has_phd(education: Education, corrected: Degree | None) -> bool:
    """Return whether there is a finished PhD in a quantitative field; a visitor who says PhD is taken at their word."""
    if corrected is not None:
        return corrected == "phd"
    return education.highest == "phd" and not education.in_progress and education.quantitative


def place_of(location: Location | None) -> Place:
    if location is None:
        return Place()
    return Place(location.city, location.region, location.country, location.cbsa)


def first(said: T | None, found: T) -> T:
    return found if said is None else said
