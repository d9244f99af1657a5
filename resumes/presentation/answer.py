"""The first screen: who, what range, and why, each reason with the words of the resume it rests on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from resumes.extraction.facts import Confidence, Evidence, Role
from resumes.presentation.basis import Basis
from resumes.presentation.places import abroad, priced_as, where
from resumes.presentation.quotes import Quote, quotes, quotes_in_context
from resumes.presentation.timeline import later, span_of
from resumes.presentation.words import named, sentence
from resumes.reading.document import Document
from salaries.charts import RangeStrip, range_strip
from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.estimate import Estimate, Step
from salaries.estimation.guide import Guide, Tier

DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of "why": what was read, what follows from it, and the resume's words.

    `field` names the correction that changes it; `yours` says that the visitor has changed it; `sure` is whether the
    reading can stand as a statement, not a question.
    """

    field: str
    read: str
    gives: str
    source: Citation
    quotes: tuple[Quote, ...] = ()
    detail: str = ""
    yours: bool = False
    sure: bool = True

    @property
    def entered_as(self) -> str:
        """Return the name of the form's field in which the visitor says otherwise."""
        return "where" if self.field == "place" else self.field


@dataclass(frozen=True, slots=True)
class Answer:
    """The headline, the range and its reasons.

    `is_base`: the guide calls the range base salary. `unsure` names the readings that the visitor should check.
    `abroad` says that the place is outside the US, where nothing is priced; it is empty otherwise.
    """

    who: str
    base: Amounts
    point: Decimal
    strip: RangeStrip
    where: str
    reasons: tuple[Reason, ...]
    unsure: tuple[str, ...]
    abroad: str = ""
    is_base: bool = True


def answer(basis: Basis) -> Answer:
    """Return the first screen of an estimate."""
    estimate = basis.estimate
    found = tuple(reasons(basis))
    return Answer(
        who=who(basis),
        base=Amounts(estimate.low, estimate.high, estimate.and_up),
        point=estimate.point,
        strip=strip(estimate, basis.guide),
        where=where(basis) if estimate.place and estimate.place.kind != "nation" else "",
        reasons=found,
        unsure=tuple(reason.field for reason in found if not reason.sure),
        abroad=abroad(basis),
        is_base=not estimate.rung or basis.guide.rung(estimate.rung).is_base,
    )


def strip(estimate: Estimate, guide: Guide) -> RangeStrip:
    """Return the picture of the range on the guide's tiers, the place included."""
    factor = estimate.place.factor if estimate.place else Decimal(1)
    person = (estimate.low, estimate.point, estimate.high)
    here = "" if estimate.rung else estimate.tier
    return range_strip(guide.tiers, factor, here, person, guide.parameters.rounding.value)


def who(basis: Basis) -> str:
    """Return "Senior ML engineer, computer vision, Seattle"."""
    estimate = basis.estimate
    title = sentence(named("rungs", estimate.rung)) if estimate.rung else named("titles", estimate.tier)
    special = "" if estimate.specialization == "generalist" or estimate.rung else estimate.specialization
    parts = (title, named("specializations", special) if special else "", where(basis))
    return ", ".join(part for part in parts if part)


def reasons(basis: Basis) -> Iterator[Reason]:
    """Yield the reasons in the order in which they are used."""
    yield standing(basis)
    if step := basis.step("phd"):
        yield degree(basis, step)
    if step := basis.step("specialization"):
        yield specialization(basis, step)
    if step := basis.step("place"):
        yield place(basis, step)


def standing(basis: Basis) -> Reason:
    """Return why this tier or rung."""
    estimate, said = basis.estimate, basis.corrections
    if estimate.rung:
        rung = basis.guide.rung(estimate.rung)
        return Reason("rung", sentence(named("rungs", rung.slug)), "its range", rung.span.source, yours=True)
    tier = basis.guide.tier(estimate.tier)
    if said.tier:
        return Reason("tier", f"{named('tiers', tier.slug)} tier", "its range", tier.source, yours=True)
    return Reason(
        field="years",
        read=f"{estimate.relevant_years:.2f} relevant years",
        gives=f"{named('tiers', tier.slug).lower()} ({floors(tier)})",
        source=tier.source,
        quotes=() if said.years is not None else role_quotes(basis),
        detail=estimate.years_sum,
        yours=said.years is not None,
        sure=said.years is not None or is_sure(basis.years.confidence),
    )


def floors(tier: Tier) -> str:
    """Return a tier's years as "6 to 10" or "10 and more"."""
    floor = f"{tier.floor.normalize():f}"
    return f"{floor} and more" if tier.ceiling is None else f"{floor} to {tier.ceiling.normalize():f}"


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
    yours = basis.corrections.degree is not None
    education = basis.facts.education
    return Reason(
        field="degree",
        read="Finished PhD",
        gives=f"PhDs start at {amounts_words(basis.guide.phd.low, basis.guide.phd.high)}",
        source=step.source,
        quotes=() if yours else quotes_in_context(basis.document, education.evidence, 1),
        yours=yours,
        sure=yours or is_sure(education.confidence),
    )


def specialization(basis: Basis, step: Step) -> Reason:
    """Return what the specialization changes."""
    guess, said = basis.facts.specialization, basis.corrections
    yours = said.specialization is not None or said.llm_production is not None
    return Reason(
        field="specialization",
        read=sentence(named("specializations", basis.estimate.specialization)),
        gives=multiplier(step),
        source=step.source,
        quotes=specialization_quotes(basis) if said.specialization is None else (),
        detail=step.note,
        yours=yours,
        sure=yours or guess is None or is_sure(guess.confidence),
    )


def specialization_quotes(basis: Basis) -> tuple[Quote, ...]:
    """Return the lines that speak for a specialization; none speaks for a generalist, who has none."""
    guess = basis.facts.specialization
    if guess is None or basis.estimate.specialization == "generalist":
        return ()
    return quotes_in_context(basis.document, guess.evidence)


def place(basis: Basis, step: Step) -> Reason:
    """Return what the place changes."""
    yours = basis.corrections.place is not None
    found = basis.facts.location
    return Reason(
        field="place",
        read=sentence(where(basis)) or "No place known",
        gives=multiplier(step),
        source=step.source,
        quotes=quotes(basis.document, found.evidence, 1) if found and not yours else (),
        detail=priced_as(basis) + step.note,
        yours=yours,
        sure=yours or (found is not None and is_sure(found.confidence)),
    )


def multiplier(step: Step) -> str:
    """Return a step's factors as "x 1.1729", or "x 1.2500 to 1.4000" where they differ."""
    low, _, high = step.factors or (Decimal(1),) * 3
    return f"x {low:.4f}" if low == high else f"x {low:.4f} to {high:.4f}"


def amounts_words(low: Decimal, high: Decimal | None) -> str:
    return f"${low:,.0f} and up" if high is None else f"${low:,.0f} to ${high:,.0f}"


def is_sure(confidence: Confidence) -> bool:
    return confidence == "high"
