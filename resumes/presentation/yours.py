"""Everything that the visitor changed, each with its way back."""

from collections.abc import Iterator
from dataclasses import dataclass

from resumes.presentation.basis import Basis
from resumes.presentation.timeline import UNTITLED
from resumes.presentation.words import named
from resumes.said import Corrections, RoleCorrection, keys

APART = ("roles", "skills_added", "skills_removed")
"""Corrections that hold several things, each told by itself."""


@dataclass(frozen=True, slots=True)
class Yours:
    """One thing that the visitor changed, in words; `field` is what undoing it goes by."""

    field: str
    words: str


def yours(basis: Basis) -> tuple[Yours, ...]:
    """Return what was changed: facts first, then roles and skills."""
    return (*facts(basis.corrections), *roles(basis), *skills(basis.corrections))


def facts(said: Corrections) -> Iterator[Yours]:
    for name in said.__dataclass_fields__:
        if name not in APART and getattr(said, name) is not None:
            yield Yours(name, named("fields", name))


def roles(basis: Basis) -> Iterator[Yours]:
    """Yield the roles: "role removed: Data Analyst"."""
    read = dict(keys(basis.read))
    for one in basis.corrections.roles:
        title = one.title or (read[one.key].title if one.key in read else None) or UNTITLED
        yield Yours(f"role:{one.key}", f"{named('role_changes', deed(one))}: {title}")


def deed(one: RoleCorrection) -> str:
    """Return what was done to a role: "added", "removed" or "changed"."""
    return "removed" if one.removed else "added" if one.added else "changed"


def skills(said: Corrections) -> Iterator[Yours]:
    for field in ("skills_added", "skills_removed"):
        yield from (Yours(f"skill:{name}", f"{named('fields', field)}: {name}") for name in getattr(said, field))
