"""What the reader and the extraction want checked: what was seen, what we did, and what to do next."""

from dataclasses import dataclass

from resumes.extraction.facts import Evidence, Remark
from resumes.presentation.basis import Basis
from resumes.presentation.quotes import Quote, quotes
from resumes.presentation.words import load, named
from resumes.said import keyed


@dataclass(frozen=True, slots=True)
class Noticed:
    """A remark. `step` is what to do; `to` the place on the page ("years", "upload", or none), `role` a role's key."""

    code: str
    words: str
    quotes: tuple[Quote, ...]
    step: str = ""
    to: str = ""
    role: str = ""

    @property
    def short(self) -> str:
        """What the first screen says of it, empty for most: somebody may have put something into the file."""
        return str(load()["remarks_in_short"].get(self.code, ""))


def remarks(basis: Basis) -> tuple[Noticed, ...]:
    """Return what to check, each thing once."""
    of_document = [Remark(code) for code in basis.document.remarks]
    every = [one for one in (*of_document, *basis.facts.remarks) if not is_settled(basis, one)]
    return tuple(dict.fromkeys(noticed(basis, one) for one in every))


def is_settled(basis: Basis, one: Remark) -> bool:
    """Return whether what the visitor says settles a claim above the roles: years of theirs, or roles that hold it."""
    stated = basis.facts.stated_years
    if one.code != "claim_above_roles" or stated is None:
        return False
    counted = basis.years.ml if stated.of == "ml" else basis.years.total
    return basis.corrections.years is not None or (bool(basis.corrections.roles) and counted >= stated.years)


def noticed(basis: Basis, one: Remark) -> Noticed:
    """Return a remark with its quote and next step."""
    next_step = load()["next_steps"].get(one.code, {"words": "", "to": ""})
    return Noticed(
        code=one.code,
        words=named("remarks", one.code),
        quotes=quotes(basis.document, [one.evidence] if one.evidence else [], 1),
        step=next_step["words"],
        to=next_step["to"],
        role=role_at(basis, one.evidence) if one.evidence else "",
    )


def role_at(basis: Basis, evidence: Evidence) -> str:
    """Return the key of the role whose title, employer or dates the evidence is, empty where it is none's."""
    found = (key for key, role in keyed(basis.read, basis.corrections) if evidence in role.evidence)
    return next(found, "")
