"""The page of a resume that was read: the estimate with everything beside it, or the question in its place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from resumes.extraction.facts import Facts
from resumes.lexicon import stored
from resumes.models import Resume
from resumes.presentation.advice import Advice, advice
from resumes.presentation.answer import answer
from resumes.presentation.basis import Basis, basis_of
from resumes.presentation.deciding import Decider, deciders, nearness
from resumes.presentation.held import held
from resumes.presentation.reading import WhatWasRead, as_read, what_was_read
from resumes.presentation.switches import Switch, switches
from resumes.presentation.timeline import COUNTED, UNTITLED, Timeline, timeline
from resumes.presentation.words import named, question
from resumes.presentation.yours import Yours, yours
from resumes.profile import Corrections, profile_of, question_of
from resumes.said import UNLISTED, keyed
from salaries import wages
from salaries.estimation.amounts import Citation
from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.years import relevant_years, years_sum
from salaries.explanation.answer import Answer
from salaries.explanation.band import BandPicture, band_picture
from salaries.explanation.beside import Standing, StepLine, standings, step_lines
from salaries.explanation.totals import Totals, totals
from salaries.offers import OfferCheck


@dataclass(frozen=True, slots=True)
class Question:
    """What the page asks instead of answering; `roles` are those whose dates would answer it, titles by their keys."""

    code: str
    title: str
    why: str
    roles: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CountedYears:
    """The relevant years that the roles alone give, and the sum in words.

    `claimed`: no role is dated, and the resume's own claim stands in for the count.
    """

    relevant: Decimal
    sum: str
    source: Citation
    claimed: bool = False

    @property
    def in_words(self) -> str:
        """Return the sum with its unit: "5.90 years ML + half of 3.00 adjacent = 7.40 years"."""
        return f"{self.sum.replace(' ML', ' years ML', 1)} years"


@dataclass(frozen=True, slots=True)
class Page:
    """Everything an estimate's page shows, in its order."""

    estimate: Estimate
    answer: Answer
    steps: tuple[StepLine, ...]
    standings: tuple[Standing, ...]
    totals: Totals
    band: BandPicture | None
    timeline: Timeline
    near: str
    deciders: tuple[Decider, ...]
    counted: CountedYears
    read: WhatWasRead
    switches: tuple[Switch, ...]
    advice: Advice
    corrected: tuple[str, ...]
    yours: tuple[Yours, ...]
    as_read: dict[str, str]
    offers: tuple[OfferCheck, ...] = ()

    @property
    def corrected_years(self) -> str:
        """What the visitor gave in the place of counted years, in words; empty where the roles decide."""
        given = (name for name in ("rung", "tier", "years") if name in self.corrected)
        return next((f"the {named('fields', name)} you gave" for name in given), "")


def told(resume: Resume, guide: Guide) -> Page | Question:
    """Return the page of a resume that was read, on one edition's guide."""
    facts, corrections = resume.facts(), resume.corrections
    if code := question_of(facts, corrections):
        return Question(code, **question(code), roles=tuple(undated(facts, corrections)))
    basis = basis_of(resume.document(), facts, corrections, guide, resume.as_of, wages.areas())
    basis = replace(basis, facts=listed(basis.facts))
    return replace(page(basis), offers=held(resume, basis))


def listed(facts: Facts) -> Facts:
    """Return the facts with the categories of skills that no file names and staff's list does."""
    if unlisted := [skill.name for skill in facts.skills if skill.category == UNLISTED]:
        ours = stored.categories(unlisted)
        found = (replace(skill, category=ours.get(skill.name, skill.category)) for skill in facts.skills)
        return replace(facts, skills=tuple(found))
    return facts


def undated(facts: Facts, corrections: Corrections) -> Iterator[tuple[str, str]]:
    """Yield keys and titles of the roles that would count if they had dates."""
    for key, role in keyed(facts, corrections):
        if role.kind in COUNTED and not role.start:
            yield key, role.title or UNTITLED


def page(basis: Basis) -> Page:
    """Return all parts of the page."""
    counted = counted_years(basis, basis.guide)
    first = answer(basis)
    return Page(
        estimate=basis.estimate,
        answer=first,
        steps=step_lines(basis.estimate),
        standings=standings(basis.estimate, basis.guide),
        totals=totals(basis.estimate, is_base=first.is_base),
        band=band_picture(basis.estimate, basis.guide),
        timeline=timeline(basis),
        near=nearness(basis),
        deciders=deciders(basis),
        counted=counted,
        read=what_was_read(basis),
        switches=switches(basis),
        advice=advice(basis),
        corrected=corrected(basis.corrections),
        yours=yours(basis),
        as_read=as_read(basis, counted.relevant),
    )


def counted_years(basis: Basis, guide: Guide) -> CountedYears:
    """Return what the roles alone give, whatever the visitor says of their years."""
    profile = profile_of(basis.read, replace(basis.corrections, years=None), basis.as_of)
    relevant = relevant_years(profile.ml_years, profile.adjacent_years, guide)
    credit = guide.parameters.adjacent_credit
    return CountedYears(relevant, years_sum(profile, guide), credit.source, basis.years.claimed)


def corrected(said: Corrections) -> tuple[str, ...]:
    """Return the names of the corrections that stand."""
    return tuple(name for name in said.__dataclass_fields__ if getattr(said, name) not in (None, ()))
