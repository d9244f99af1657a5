"""Corrections from plain data, as programs send them: checked by the same rules as those of the pages' forms.

    {"years": "6.5", "place": "Seattle, WA",
     "roles": [{"key": "120", "kind": "ml"}, {"kind": "ml", "start": "Mar 2015", "end": "2016"}],
     "skills": {"add": ["JAX"], "remove": ["Go"]}}

None in the place of a value takes that correction back.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import QueryDict

from resumes import changes
from resumes.extraction.facts import Facts
from resumes.forms import CorrectionForm
from resumes.refusals import NotACorrection, NotUsable
from resumes.said import Corrections

OF_FORM = ("years", "tier", "specialization", "llm_production", "where", "place", "degree", "employer", "rung")
OF_ROLE = ("kind", "start", "end", "title", "employer")
PARTS = (*OF_FORM, "roles", "skills")
YES_NO = {True: "yes", False: "no"}


def patched(facts: Facts, before: Corrections, patch: Mapping[str, Any], as_of: date) -> Corrections:
    """Return the corrections after a patch; what it does not name stays. `facts` are those that were read.

    `where` is "us", "abroad" or "unknown", `place` a US city or state. A role with a `key` is changed, or with
    "removed": true left out, or with "undo": true taken as it was read; one without is added. All or nothing. Raises
    the `Refused` of the first part that cannot be used.
    """
    for name in patch:
        if name not in PARTS:
            raise NotACorrection(name)
    after = with_form(before, {name: patch[name] for name in OF_FORM if name in patch})
    for role in of_type(patch.get("roles", ()), "roles", list, tuple):
        after = with_role(facts, after, of_type(role, "roles", dict), as_of)
    return with_skills(facts, after, of_type(patch.get("skills", {}), "skills", dict))


def with_form(before: Corrections, values: Mapping[str, Any]) -> Corrections:
    """Return the corrections with what the form of facts takes. Raises `NotUsable` with the form's words."""
    if not values:
        return before
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data[name] = YES_NO.get(value, "") if isinstance(value, bool) else "" if value is None else str(value)
    form = CorrectionForm(data)
    if not form.is_valid():
        field, errors = next(iter(form.errors.items()))
        raise NotUsable(str(field), words=str(errors[0]))
    return form.laid_over(before)


def with_role(facts: Facts, before: Corrections, role: Mapping[str, Any], as_of: date) -> Corrections:
    """Return the corrections with one role's."""
    for name in role:
        if name not in (*OF_ROLE, "key", "removed", "undo"):
            raise NotACorrection(f"roles.{name}")
    fields = {name: of_type(role[name], f"roles.{name}", str) for name in OF_ROLE if role.get(name) is not None}
    if "key" not in role:
        return changes.add_role(before, fields, as_of)
    key = of_type(role["key"], "roles.key", str)
    if role.get("undo") is True:
        return changes.undo_role(before, key)
    if role.get("removed") is True:
        return changes.remove_role(facts, before, key)
    return changes.correct_role(facts, before, key, fields, as_of)


def with_skills(facts: Facts, before: Corrections, skills: Mapping[str, Any]) -> Corrections:
    """Return the corrections with skills added, removed and taken as they were read."""
    for name in skills:
        if name not in ("add", "remove", "undo"):
            raise NotACorrection(f"skills.{name}")
    for name in texts(skills.get("undo", ()), "skills.undo"):
        before = changes.undo_skill(before, name)
    for name in texts(skills.get("remove", ()), "skills.remove"):
        before = changes.remove_skill(facts, before, name)
    for name in texts(skills.get("add", ()), "skills.add"):
        before = changes.add_skill(facts, before, name)
    return before


def texts(values: object, field: str) -> Sequence[str]:
    """Return a list of texts. Raises `NotACorrection` for anything else."""
    return [of_type(one, field, str) for one in of_type(values, field, list, tuple)]


def of_type(value: Any, field: str, *types: type) -> Any:
    """Return the value as it is. Raises `NotACorrection` where it has none of the types."""
    if not isinstance(value, types):
        raise NotACorrection(field)
    return value
