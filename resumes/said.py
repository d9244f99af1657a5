"""What the visitor says instead of what was read, and the facts as they are with it. Pure values.

Decision: corrections are kept apart from facts and laid over them here, so that the way back is always open and a
later extraction can be told from what a person said. Nothing is read again: what extraction drew from the roles (scores
of the specializations, achievements) stays as it was read.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from resumes.extraction.current import current_role, rung
from resumes.extraction.employer_kinds import employer_kind
from resumes.extraction.facts import PROFESSIONAL, Degree, Evidence, Facts, Kind, Location, Remark, Role, Skill
from resumes.extraction.skill_lexicon import by_name

NEW = "new-"
"""What keys of roles that the visitor added begin with."""
UNLISTED = "unlisted"
"""The category of a skill that the visitor added and no list of ours names."""

OF_DATES = frozenset({"undated_role", "date_typo", "future_date"})
"""Remarks that a correction of their role's dates settles."""


@dataclass(frozen=True, slots=True)
class RoleCorrection:
    """What the visitor says of one role: None leaves a field as it was read, "" takes it away.

    `key` is where the first evidence of a role that was read starts ("120"; "120-2" for the second role that starts
    there), or "new-1", "new-2", ... for one that the visitor added. Dates are written as `Role` writes them.
    """

    key: str
    removed: bool = False
    kind: Kind | None = None
    start: str | None = None
    end: str | None = None
    title: str | None = None
    employer: str | None = None

    @property
    def added(self) -> bool:
        return self.key.startswith(NEW)


@dataclass(frozen=True, slots=True)
class Corrections:
    """What the visitor says instead of what was read; None leaves a fact as it was read.

    `years` replaces the relevant years, `place` the location; `rung` confirms a step of the leadership ladder. `roles`
    has at most one correction a role; skills go by their usual written names.
    """

    years: Decimal | None = None
    tier: str | None = None
    rung: str | None = None
    specialization: str | None = None
    llm_production: bool | None = None
    place: Location | None = None
    degree: Degree | None = None
    employer: str | None = None
    roles: tuple[RoleCorrection, ...] = ()
    skills_added: tuple[str, ...] = ()
    skills_removed: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        return self != Corrections()

    def of_role(self, key: str) -> RoleCorrection | None:
        """Return what is said of the role with that key."""
        return next((one for one in self.roles if one.key == key), None)


def said(facts: Facts, corrections: Corrections) -> Facts:
    """Return the facts with what the visitor says of roles and skills in the place of what was read.

    What follows from the roles follows: the current title with its rung and kind of employer, the LLM work of
    professional roles, remarks about dates. Corrections of roles that the facts do not have change nothing.
    """
    if corrections.roles:
        facts = with_roles(facts, corrections)
    if corrections.skills_added or corrections.skills_removed:
        facts = replace(facts, skills=tuple(skills(facts, corrections)))
    return facts


def with_roles(facts: Facts, corrections: Corrections) -> Facts:
    """Return the facts with the corrected roles and what follows from them."""
    roles = tuple(role for _, role in keyed(facts, corrections))
    post, before = current_role(roles), current_role(facts.roles)
    title, employer = (post.title, post.employer) if post else (None, None)
    same_employer = before is not None and employer == before.employer
    return replace(
        facts,
        roles=roles,
        current_title=title,
        rung=facts.rung if title == facts.current_title else rung(title),
        employer_kind=facts.employer_kind if same_employer else employer_kind(employer),
        llm_production=tuple(llm_work(facts, corrections)),
        remarks=tuple(open_remarks(facts, corrections)),
    )


def keyed(facts: Facts, corrections: Corrections) -> Iterator[tuple[str, Role]]:
    """Yield each role as corrected with its key, those that were read first; removed ones are left out."""
    for key, role in keys(facts):
        one = corrections.of_role(key)
        if one is None or not one.removed:
            yield key, corrected(role, one) if one else role
    yield from ((one.key, added(one)) for one in corrections.roles if one.added)


def keys(facts: Facts) -> Iterator[tuple[str, Role]]:
    """Yield each role that was read with its key."""
    seen: Counter[str] = Counter()
    for role in facts.roles:
        start = str(role.evidence[0].start) if role.evidence else "none"
        seen[start] += 1
        yield start if seen[start] == 1 else f"{start}-{seen[start]}", role


def corrected(role: Role, one: RoleCorrection) -> Role:
    """Return a role with what the visitor says of it: nobody knows it better, so that it is sure."""
    return replace(
        role,
        title=first(one.title, role.title) or None,
        employer=first(one.employer, role.employer) or None,
        start=first(one.start, role.start) or None,
        end=first(one.end, role.end) or None,
        kind=one.kind or role.kind,
        confidence="high",
    )


def added(one: RoleCorrection) -> Role:
    """Return a role that the visitor added: no words of the resume stand for it."""
    return corrected(Role(None, None, None, None, "other", "high", ()), one)


def first(told: str | None, found: str | None) -> str | None:
    return found if told is None else told


def llm_work(facts: Facts, corrections: Corrections) -> Iterator[Evidence]:
    """Yield the LLM work that stands in no role which the visitor removed or says is no professional one."""
    out = [part for role in left_out(facts, corrections) for part in (*role.evidence, role.body) if part]
    for one in facts.llm_production:
        if not any(part.start <= one.start < part.end for part in out):
            yield one


def left_out(facts: Facts, corrections: Corrections) -> Iterator[Role]:
    """Yield the roles that were read and have gone, or are no professional ones any more."""
    for key, role in keys(facts):
        one = corrections.of_role(key)
        if one and (one.removed or (one.kind or role.kind) not in PROFESSIONAL):
            yield role


def open_remarks(facts: Facts, corrections: Corrections) -> Iterator[Remark]:
    """Yield the remarks that no correction has settled."""
    settled = [
        Evidence(role.evidence[0].start, role.evidence[-1].end)
        for key, role in keys(facts)
        if (one := corrections.of_role(key)) and role.evidence and (one.removed or one.start or one.end)
    ]
    for remark in facts.remarks:
        at = remark.evidence
        if remark.code not in OF_DATES or not at or not any(a.start <= at.start < a.end for a in settled):
            yield remark


def skills(facts: Facts, corrections: Corrections) -> Iterator[Skill]:
    """Yield the skills that the visitor leaves and those they add."""
    gone = set(corrections.skills_removed)
    yield from (skill for skill in facts.skills if skill.name not in gone)
    there = {skill.name for skill in facts.skills}
    yield from (Skill(name, category(name), ()) for name in corrections.skills_added if name not in there)


def category(name: str) -> str:
    """Return the category of a skill by its usual written name, `UNLISTED` where no list of ours names it."""
    known = by_name().get(name)
    return known[0].category if known else UNLISTED
