"""The first screen of a resume's estimate: each reason with the words of the resume it rests on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resumes.extraction.facts import Confidence, Evidence, Role
from resumes.presentation.basis import Basis
from resumes.presentation.places import abroad, where
from resumes.presentation.quotes import Quote, quotes, quotes_in_context
from resumes.presentation.timeline import later, span_of
from resumes.reading.document import Document
from salaries.estimation.estimate import Step
from salaries.explanation import reasons as plain
from salaries.explanation.answer import Answer
from salaries.explanation.answer import answer as answer_of

DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Reason(plain.Reason):
    """A reason with the resume's words."""

    quotes: tuple[Quote, ...] = ()

    @property
    def entered_as(self) -> str:
        """Return the name of the form's field in which the visitor says otherwise."""
        return "where" if self.field == "place" else self.field


def answer(basis: Basis) -> Answer:
    """Return the first screen of an estimate."""
    return answer_of(basis.estimate, basis.guide, where(basis), tuple(reasons(basis)), abroad(basis))


def reasons(basis: Basis) -> Iterator[Reason]:
    """Yield the reasons in the order in which they are used."""
    yield standing(basis)
    if step := basis.step("phd"):
        yield degree(basis, step)
    if step := basis.step("specialization"):
        yield specialization(basis, step)
    if step := basis.step("place"):
        yield place(basis, step)


def shown(reason: plain.Reason, *, yours: bool, sure: bool = True, quotes: tuple[Quote, ...] = ()) -> Reason:
    """Return the reason with what the resume says for it; what the visitor says themselves is sure."""
    told = (reason.field, reason.read, reason.gives, reason.source, reason.detail)
    return Reason(*told, yours=yours, sure=yours or sure, quotes=quotes)


def standing(basis: Basis) -> Reason:
    """Return why this tier or rung."""
    said = basis.corrections
    told = plain.standing(basis.estimate, basis.guide, by_tier=said.tier is not None)
    if told.field != "years" or said.years is not None:
        return shown(told, yours=True)
    return shown(told, yours=False, sure=is_sure(basis.years.confidence), quotes=role_quotes(basis))


def role_quotes(basis: Basis) -> tuple[Quote, ...]:
    """Return the newest counted role's title and dates as printed, an ML role's before an adjacent one's."""
    newest_first = sorted(basis.facts.roles, key=lambda role: later(span_of(role, basis.as_of)), reverse=True)
    counted = [role for kind in ("ml", "adjacent") for role in newest_first if role.kind == kind]
    return quotes(basis.document, telling(counted[0], basis.document)) if counted else ()


def telling(role: Role, document: Document) -> list[Evidence]:
    """Return the evidence of a role's title and of its dates; the first there is where neither can be told."""
    said = [(one, one.quote(document.text)) for one in role.evidence]
    title = [one for one, text in said if text == role.title]
    dates = [one for one, text in said if DIGIT.search(text) and text not in (role.title, role.employer)]
    return [*title[:1], *dates[:1]] or list(role.evidence[:1])


def degree(basis: Basis, step: Step) -> Reason:
    """Return what a finished PhD changes."""
    told = plain.degree(step, basis.guide)
    if basis.corrections.degree is not None:
        return shown(told, yours=True)
    education = basis.facts.education
    found = quotes_in_context(basis.document, education.evidence, 1)
    return shown(told, yours=False, sure=is_sure(education.confidence), quotes=found)


def specialization(basis: Basis, step: Step) -> Reason:
    """Return what the specialization changes."""
    guess, said = basis.facts.specialization, basis.corrections
    return shown(
        plain.specialization(basis.estimate, step),
        yours=said.specialization is not None or said.llm_production is not None,
        sure=guess is None or is_sure(guess.confidence),
        quotes=specialization_quotes(basis) if said.specialization is None else (),
    )


def specialization_quotes(basis: Basis) -> tuple[Quote, ...]:
    """Return the lines that speak for a specialization; none speaks for a generalist, who has none."""
    guess = basis.facts.specialization
    if guess is None or basis.estimate.specialization == "generalist":
        return ()
    return quotes_in_context(basis.document, guess.evidence)


def place(basis: Basis, step: Step) -> Reason:
    """Return what the place changes."""
    told = plain.place(basis.estimate, step, where(basis))
    found = basis.facts.location
    if basis.corrections.place is not None:
        return shown(told, yours=True)
    sure = found is not None and is_sure(found.confidence)
    return shown(told, yours=False, sure=sure, quotes=quotes(basis.document, found.evidence, 1) if found else ())


def is_sure(confidence: Confidence) -> bool:
    return confidence == "high"
