"""What a visitor's corrections of roles and skills say was read wrong, in categories of closed lists.

Titles and employers are their words, so that only the fact of a change is kept. A skill is named where the lexicon
names it, and only there.
"""

from collections.abc import Iterator
from datetime import date

from resumes.extraction.facts import Facts, Role
from resumes.extraction.skill_lexicon import by_name
from resumes.marks import Marked
from resumes.said import Corrections, RoleCorrection, keys

NONE, CHANGED, REMOVED = "none", "changed", "removed"
UNLISTED = "unlisted"
HALF_A_YEAR = 6
"""Months."""


def of_roles(facts: Facts, said: Corrections, as_of: date) -> Iterator[Marked]:
    """Yield the marks of roles: removed, added, of another kind, with other dates, another title or employer."""
    for key, role in keys(facts):
        if one := said.of_role(key):
            yield from (
                [Marked("role_removed", role.kind, REMOVED, role.confidence)]
                if one.removed
                else of_role(role, one, as_of)
            )
    yield from (Marked("role_added", NONE, one.kind or "other") for one in said.roles if one.added)


def of_role(role: Role, one: RoleCorrection, as_of: date) -> Iterator[Marked]:
    """Yield what the visitor changed of one role that was read."""
    if one.kind and one.kind != role.kind:
        yield Marked("role_kind", role.kind, one.kind, role.confidence)
    dates = (role.start if one.start is None else one.start or None, role.end if one.end is None else one.end or None)
    if dates != (role.start, role.end):
        yield Marked("role_dates", "dated" if role.start else NONE, moved(role, dates, as_of), role.confidence)
    for kind, read, told in (("role_title", role.title, one.title), ("role_employer", role.employer, one.employer)):
        if told is not None and (told or None) != read:
            yield Marked(kind, "read" if read else NONE, CHANGED if told else REMOVED, role.confidence)


def moved(role: Role, dates: tuple[str | None, str | None], as_of: date) -> str:
    """Return by how much the dates were moved, by the one that moved further: "half" by up to six months, or "more"."""
    if not dates[0]:
        return REMOVED
    before, after = (months(role.start, as_of), months(role.end, as_of)), [months(one, as_of) for one in dates]
    steps = [abs(new - old) for old, new in zip(before, after, strict=True) if old is not None and new is not None]
    if len(steps) < sum(one is not None for one in after):
        return "given"
    return "half" if max(steps, default=0) <= HALF_A_YEAR else "more"


def months(written: str | None, as_of: date) -> int | None:
    """Return a date of a role ("YYYY-MM", "YYYY", "present") as months since year 0, a year as its middle."""
    if not written:
        return None
    if written == "present":
        return as_of.year * 12 + as_of.month
    year, _, month = written.partition("-")
    return int(year) * 12 + int(month or 6)


def of_skills(facts: Facts, said: Corrections) -> Iterator[Marked]:
    """Yield the skills that were missed and those that were none."""
    read = {skill.name for skill in facts.skills}
    yield from (Marked("skill_added", NONE, listed(name)) for name in said.skills_added if name not in read)
    yield from (Marked("skill_removed", listed(name), REMOVED) for name in said.skills_removed if name in read)


def listed(name: str) -> str:
    """Return the name of a skill that our files name; of others only that they are others."""
    return name if name in by_name() else UNLISTED
