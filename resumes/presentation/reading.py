"""What was read beside the roles: skills by category, education, remarks."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from resumes.extraction.facts import Education, Location, Remark
from resumes.presentation.basis import Basis
from resumes.presentation.quotes import Quote, quotes, quotes_in_context
from resumes.presentation.words import named, sentence


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """The skills of one category, as they are usually written."""

    name: str
    skills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A fact in words with the resume's own."""

    words: str
    quotes: tuple[Quote, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class WhatWasRead:
    """All that was read beside the roles."""

    skills: tuple[SkillGroup, ...]
    count: int
    education: Said
    specialization: Said | None
    remarks: tuple[Said, ...]


def what_was_read(basis: Basis) -> WhatWasRead:
    """Return skills, education, specialization and what to check."""
    return WhatWasRead(
        skills=skills(basis),
        count=len(basis.facts.skills),
        education=education(basis),
        specialization=specialization(basis),
        remarks=remarks(basis),
    )


def as_read(basis: Basis, relevant: Decimal) -> dict[str, str]:
    """Return what was read of each thing that can be corrected, in the words of the form; `relevant` years counted."""
    facts = basis.facts
    guess = facts.specialization
    return {
        "years": f"{relevant:.2f}",
        "specialization": named("specializations", guess.primary if guess else "generalist"),
        "llm_production": "yes" if facts.llm_production else "no",
        "where": place_words(facts.location),
        "degree": education_words(facts.education),
        "employer": named("employers", facts.employer_kind) if facts.employer_kind else "not known",
    }


def place_words(location: Location | None) -> str:
    """Return "Seattle, WA", "outside the US", or "not known"."""
    if location is None:
        return "not known"
    city_and_region = ", ".join(part for part in (location.city, location.region) if part)
    return city_and_region or ("not known" if location.country in (None, "US") else "outside the US")


def skills(basis: Basis) -> tuple[SkillGroup, ...]:
    """Return the skills by category, the fullest category first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for skill in basis.facts.skills:
        groups[skill.category].append(skill.name)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return tuple(SkillGroup(sentence(named("categories", name)), tuple(found)) for name, found in ordered)


def education(basis: Basis) -> Said:
    found = basis.facts.education
    return Said(
        sentence(education_words(found)),
        quotes_in_context(basis.document, found.evidence, 2),
        found.confidence == "high" or found.highest == "none",
    )


def education_words(found: Education) -> str:
    """Return "master's degree in statistics", with a note where it is not finished."""
    if found.highest == "none":
        return "no degree was found"
    subject = f" in {found.field}" if found.field else ""
    return f"{named('degrees', found.highest)}{subject}{', not finished yet' if found.in_progress else ''}"


def specialization(basis: Basis) -> Said | None:
    """Return what the work speaks for, and what it could also be."""
    guess = basis.facts.specialization
    if guess is None:
        return None
    also = " or ".join(named("specializations", slug) for slug in guess.could_also_be[:2])
    words = sentence(named("specializations", guess.primary)) + (f"; could also be {also}" if also else "")
    telling = () if guess.primary == "generalist" else quotes_in_context(basis.document, guess.evidence, 3)
    return Said(words, telling, guess.confidence == "high")


def remarks(basis: Basis) -> tuple[Said, ...]:
    """Return what the reader and the extraction want checked, each thing once."""
    of_document = [Remark(code) for code in basis.document.remarks]
    found = [remark(basis, one) for one in (*of_document, *basis.facts.remarks)]
    return tuple(dict.fromkeys(found))


def remark(basis: Basis, one: Remark) -> Said:
    return Said(named("remarks", one.code), quotes(basis.document, [one.evidence] if one.evidence else [], 1))
