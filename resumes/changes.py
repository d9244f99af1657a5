"""One correction more, checked: pure functions from the corrections that stand to those that follow.

Every function takes the facts as they were read, and raises a `Refused` where the correction cannot be used.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from resumes import dating
from resumes.extraction.amendments import SkillRow
from resumes.extraction.facts import Facts, Kind, Role
from resumes.extraction.skill_lexicon import Form, by_name, forms, squeeze
from resumes.extraction.skill_lexicon import changes as changed_forms
from resumes.refusals import (
    NoName,
    NoStart,
    SkillThere,
    TooLong,
    TooManyRoles,
    TooManySkills,
    UnknownKind,
    UnknownRole,
    UnknownSkill,
)
from resumes.said import NEW, Corrections, RoleCorrection, keys

KINDS: tuple[Kind, ...] = get_args(Kind)
MOST_ROLES = 40
MOST_SKILLS = 60
LONGEST_NAME = 120
LONGEST_SKILL = 60

Fields = Mapping[str, str]
"""What is said of a role: any of kind, start, end, title, employer, as text; dates as people write them."""


def correct_role(facts: Facts, before: Corrections, key: str, fields: Fields, as_of: date) -> Corrections:
    """Return the corrections with what is said of a role that was read or added; a field left out stays as it is.

    What only says what was read is no correction, unless the role was not read for certain: then it confirms it.
    """
    if key.startswith(NEW):
        return with_role(before, checked_new(replace(added(before, key), **cleaned(fields)), as_of), key)
    role = read_role(facts, key)
    stands = before.of_role(key) or RoleCorrection(key)
    one = replace(stands, removed=False, **cleaned(fields))
    if (one.start, one.end) != (None, None):
        check_dates(role, one, as_of)
    return with_role(before, without_what_was_read(role, one), key)


def check_dates(role: Role, one: RoleCorrection, as_of: date) -> None:
    """Raise what is wrong with dates that the visitor gives; those that were read are taken as they are."""
    start, end = (role.start if one.start is None else one.start), (role.end if one.end is None else one.end)
    if ((start or None), (end or None)) != (role.start, role.end):
        dating.check(start or "", end or "", as_of)


def without_what_was_read(role: Role, one: RoleCorrection) -> RoleCorrection | None:
    """Return the correction without fields that say what was read, None where nothing is left of it."""
    told = {name: getattr(one, name) for name in ("kind", "start", "end", "title", "employer")}
    new: dict[str, Any] = {
        name: None if (value or None) == getattr(role, name) else value for name, value in told.items()
    }
    if role.confidence != "high" and one.kind:
        new["kind"] = one.kind
    kept = replace(one, **new)
    return None if kept == RoleCorrection(one.key) else kept


def add_role(before: Corrections, fields: Fields, as_of: date) -> Corrections:
    """Return the corrections with one role more; kind and start are needed."""
    mine = [one for one in before.roles if one.added]
    if len(mine) >= MOST_ROLES:
        raise TooManyRoles("role", most=MOST_ROLES)
    number = max((int(one.key.removeprefix(NEW)) for one in mine), default=0) + 1
    key = f"{NEW}{number}"
    return with_role(before, checked_new(RoleCorrection(key, **cleaned(fields)), as_of), key)


def checked_new(one: RoleCorrection, as_of: date) -> RoleCorrection:
    """Return an added role. Raises what it lacks, and what is wrong with its dates."""
    if not one.kind:
        raise UnknownKind("kind")
    if not one.start:
        raise NoStart("start")
    dating.check(one.start, one.end or "", as_of)
    return one


def remove_role(facts: Facts, before: Corrections, key: str) -> Corrections:
    """Return the corrections without the role: one that was read is left out, one that was added goes."""
    if key.startswith(NEW):
        added(before, key)
        return undo_role(before, key)
    read_role(facts, key)
    return with_role(before, replace(before.of_role(key) or RoleCorrection(key), removed=True), key)


def undo_role(before: Corrections, key: str) -> Corrections:
    """Return the corrections with the role as it was read, or without it where it was added."""
    return replace(before, roles=tuple(one for one in before.roles if one.key != key))


def add_skill(facts: Facts, before: Corrections, text: str, ours: Iterable[SkillRow] = ()) -> Corrections:
    """Return the corrections with one skill more, under its usual name where the lists know it.

    `ours` are staff's rows, which stand beside the files' and in the place of those of the same names.
    """
    name = skill_name(text, ours)
    if not name:
        raise NoName("skill")
    if name in before.skills_removed:
        return undo_skill(before, name)
    if name.lower() in {one.lower() for one in (*before.skills_added, *(skill.name for skill in facts.skills))}:
        raise SkillThere("skill", name=name)
    if len(before.skills_added) >= MOST_SKILLS:
        raise TooManySkills("skill", most=MOST_SKILLS)
    return replace(before, skills_added=(*before.skills_added, name))


def remove_skill(facts: Facts, before: Corrections, name: str) -> Corrections:
    """Return the corrections without a skill: one that was read is left out, one that was added goes."""
    if name in before.skills_added:
        return undo_skill(before, name)
    if name not in {skill.name for skill in facts.skills}:
        raise UnknownSkill("skill", name=name[:LONGEST_SKILL])
    return replace(before, skills_removed=tuple(dict.fromkeys((*before.skills_removed, name))))


def undo_skill(before: Corrections, name: str) -> Corrections:
    """Return the corrections without what is said of a skill."""
    return replace(
        before,
        skills_added=tuple(one for one in before.skills_added if one != name),
        skills_removed=tuple(one for one in before.skills_removed if one != name),
    )


def checked(facts: Facts, told: Corrections, as_of: date) -> Corrections:
    """Return corrections of roles and skills that come as a whole, each checked as if it came alone.

    The other fields are taken as they are. Roles that the visitor adds are numbered anew.
    """
    result = replace(told, roles=(), skills_added=(), skills_removed=())
    for one in told.roles:
        result = once_more(facts, result, one, as_of)
    for name in told.skills_removed:
        result = remove_skill(facts, result, name)
    for name in told.skills_added:
        result = add_skill(facts, result, name)
    return result


def once_more(facts: Facts, before: Corrections, one: RoleCorrection, as_of: date) -> Corrections:
    """Return the corrections with one role's."""
    fields = {name: getattr(one, name) for name in ("kind", "start", "end", "title", "employer")}
    given = {name: value for name, value in fields.items() if value is not None}
    if one.added:
        return add_role(before, given, as_of)
    after = correct_role(facts, before, one.key, given, as_of)
    return remove_role(facts, after, one.key) if one.removed else after


def with_role(before: Corrections, one: RoleCorrection | None, key: str) -> Corrections:
    """Return the corrections with one role's in the place of what was said of it, or with nothing said of it."""
    places = {old.key: old for old in before.roles}
    if one is None:
        places.pop(key, None)
    else:
        places[key] = one
    return replace(before, roles=tuple(places.values()))


def cleaned(fields: Fields) -> dict[str, Any]:
    """Return what is said of a role as a correction writes it. Raises `UnknownKind`, `NotADate`, `TooLong`."""
    result: dict[str, Any] = {}
    for field, text in fields.items():
        if field in ("start", "end"):
            result[field] = dating.date_said(text, field)
        elif field == "kind":
            result[field] = kind_said(text)
        else:
            result[field] = tidy(text, field, LONGEST_NAME)
    return result


def kind_said(text: str) -> Kind:
    """Return the kind of that name. Raises `UnknownKind`."""
    for kind in KINDS:
        if kind == text:
            return kind
    raise UnknownKind("kind")


def tidy(text: str, field: str, most: int) -> str:
    """Return a name in one line without characters that show nothing. Raises `TooLong`."""
    shown = "".join(" " if unicodedata.category(one).startswith("C") else one for one in text)
    name = " ".join(shown.split())
    if len(name) > most:
        raise TooLong(field, most=most)
    return name


def skill_name(text: str, ours: Iterable[SkillRow] = ()) -> str:
    """Return a skill's usual written name, the text itself where no list knows it. Raises `TooLong`."""
    name = tidy(text, "skill", LONGEST_SKILL)
    if name in by_name():
        return name
    known = all_forms(ours).get(squeeze(name), ())
    return known[0].entry.name if known else name


def all_forms(ours: Iterable[SkillRow]) -> Mapping[str, tuple[Form, ...]]:
    """Return the forms of the files and of staff's rows by their squeezed key."""
    changed = changed_forms(ours)
    return {**forms(), **changed} if changed else forms()


def read_role(facts: Facts, key: str) -> Role:
    """Return the role that was read with that key. Raises `UnknownRole`."""
    for one, role in keys(facts):
        if one == key:
            return role
    raise UnknownRole("role")


def added(before: Corrections, key: str) -> RoleCorrection:
    """Return the role that the visitor added with that key. Raises `UnknownRole`."""
    one = before.of_role(key)
    if one is None:
        raise UnknownRole("role")
    return one


def names(beginning: str, ours: Iterable[SkillRow] = (), most: int = 12) -> Iterable[str]:
    """Return usual names of skills that begin so, and then those that hold the text, the shortest first."""
    key, rows = squeeze(beginning.strip()), tuple(ours)
    if not key:
        return ()
    found = {form.entry.name for at, several in all_forms(rows).items() if at.startswith(key) for form in several[:1]}
    every = (by_name().keys() | {row.name for row in rows}) - {row.name for row in rows if row.withdrawn}
    inside = {name for name in every if beginning.strip().lower() in name.lower()} - found
    return (*sorted(found, key=lambda name: (len(name), name)), *sorted(inside))[:most]
