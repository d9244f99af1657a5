"""What was read beside the roles: skills by category, education, specialization, remarks."""

from dataclasses import dataclass
from decimal import Decimal

from resumes.extraction.facts import Education, Location
from resumes.presentation.basis import Basis
from resumes.presentation.quotes import Quote, quotes_in_context
from resumes.presentation.remarks import Noticed, remarks
from resumes.presentation.skills import Score, SkillGroup, scores, skill_groups
from resumes.presentation.words import named, sentence


@dataclass(frozen=True, slots=True)
class Said:
    """A fact in words with the resume's own."""

    words: str
    quotes: tuple[Quote, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class WhatWasRead:
    """All that was read beside the roles; `removed` are the skills that the visitor took away."""

    skills: tuple[SkillGroup, ...]
    count: int
    education: Said
    specialization: Said | None
    scores: tuple[Score, ...]
    remarks: tuple[Noticed, ...]
    removed: tuple[str, ...] = ()

    @property
    def first_screen(self) -> tuple[str, ...]:
        """The remarks that the first screen tells too, in short."""
        return tuple(one.short for one in self.remarks if one.short)


def what_was_read(basis: Basis) -> WhatWasRead:
    """Return skills, education, specialization and what to check."""
    return WhatWasRead(
        skills=skill_groups(basis),
        count=len(basis.facts.skills),
        education=education(basis),
        specialization=specialization(basis),
        scores=scores(basis),
        remarks=remarks(basis),
        removed=basis.corrections.skills_removed,
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


def education(basis: Basis) -> Said:
    found = basis.facts.education
    return Said(
        sentence(education_words(found)),
        quotes_in_context(basis.document, found.evidence, 2),
        found.confidence == "high" or found.highest == "none" or basis.corrections.degree is not None,
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
    return Said(words, telling, guess.confidence == "high" or basis.corrections.specialization is not None)
