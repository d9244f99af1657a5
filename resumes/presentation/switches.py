"""One-click offers: what the resume claims or leaves open, never used unasked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resumes.presentation.basis import Basis
from resumes.presentation.words import load, named


@dataclass(frozen=True, slots=True)
class Switch:
    """An offer: what was noticed, and the correction (`field` = `value`) that a button makes of it."""

    words: str
    button: str
    field: str
    value: str


def switches(basis: Basis) -> tuple[Switch, ...]:
    """Return the offers that fit this resume and have not been taken up."""
    return tuple(offers(basis))


def offers(basis: Basis) -> Iterator[Switch]:
    title, said = basis.facts.current_title, basis.corrections
    rung = basis.facts.rung
    if rung and not said.rung:
        name = named("rungs", rung)
        yield Switch(f"The title “{title}” may be a leadership role.", f"Price it as {name}", "rung", rung)
    tier = claimed_tier(title or "")
    if tier and tier != basis.estimate.tier and not said.tier and not said.rung:
        name = named("tiers", tier).lower()
        words = f"The title “{title}” says {name}; the counted years say {named('tiers', basis.estimate.tier).lower()}."
        yield Switch(words, f"Use the {name} tier", "tier", tier)


def claimed_tier(title: str) -> str | None:
    """Return the tier that a job title names, None where it names none."""
    words = set(re.findall(r"[a-z]+(?:-[a-z]+)?", title.lower()))
    claims = load()["title_claims"]
    return next((tier for tier, names in claims.items() if words & set(names)), None)
