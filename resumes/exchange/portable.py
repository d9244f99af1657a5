"""What was read of a resume as a JSON Resume (jsonresume.org, schema 1.0.0): only what was read, nothing made up. Pure.

A role of which one date only was read has it as start and end: without an end readers of the format take a role for
the present one. The visitor's corrections are in it; kinds of roles, which the format does not know, are not.
"""

from collections.abc import Iterator
from typing import Any

from resumes.extraction.facts import Degree, Facts, Location, Role, Skill
from resumes.presentation.words import named
from resumes.reading.document import Document
from resumes.said import Corrections

Resume = dict[str, Any]

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
BULLET = "•"
STUDIES: dict[Degree, str] = {"associate": "Associate", "bachelor": "Bachelor", "master": "Master", "phd": "PhD"}
GROUPS = {"mlops": "Models in production"}
"""What groups of skills are called where their own name would be read as one more skill."""


def resume(document: Document, facts: Facts, corrections: Corrections) -> Resume:
    """Return the JSON Resume of facts as they stand with the corrections of roles and skills laid over them."""
    return {
        "$schema": SCHEMA,
        "basics": basics(facts.current_title, corrections.place or facts.location),
        "work": [work(role, document) for role in facts.roles],
        "education": education(facts, corrections.degree),
        "skills": list(skills(facts.skills)),
        "meta": {"version": "v1.0.0"},
    }


def basics(title: str | None, place: Location | None) -> dict[str, Any]:
    """Return the present title and the place: no name, no address of any kind is read."""
    where = {"city": place.city, "region": place.region, "countryCode": place.country} if place else {}
    if where.get("countryCode") == "ZZ":
        where["countryCode"] = None
    return present({"label": title, "location": present(where)})


def work(role: Role, document: Document) -> dict[str, Any]:
    """Return one role with its lines."""
    end = None if role.end == "present" else role.end or role.start
    told = {"name": role.employer, "position": role.title, "startDate": role.start, "endDate": end}
    return present({**told, "highlights": list(lines(role, document))})


def lines(role: Role, document: Document) -> Iterator[str]:
    """Yield what stands under a role, bullet by bullet; a line without a bullet goes on with the one before it."""
    bullet = ""
    for line in role.body.quote(document.text).split("\n") if role.body else ():
        text = " ".join(line.split())
        if bullet and text.startswith(BULLET):
            yield bullet
            bullet = ""
        bullet = f"{bullet} {text.removeprefix(BULLET).strip()}".strip()
    if bullet:
        yield bullet


def education(facts: Facts, said: Degree | None) -> list[dict[str, Any]]:
    """Return the highest degree, which is all that is read of studies; none where there is none."""
    found = facts.education
    degree = said or found.highest
    if degree == "none":
        return []
    area = found.field if degree == found.highest else None
    return [present({"studyType": STUDIES[degree], "area": area})]


def skills(found: tuple[Skill, ...]) -> Iterator[dict[str, Any]]:
    """Yield the skills by category, in the order in which they were read."""
    for category in dict.fromkeys(skill.category for skill in found):
        names = [skill.name for skill in found if skill.category == category]
        yield {"name": GROUPS.get(category, named("categories", category)), "keywords": names}


def present(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values without those that are empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
