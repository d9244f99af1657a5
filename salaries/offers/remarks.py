"""What is unlike the guide's own figures in an offer, and what the guide leaves unknown: questions, not verdicts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.estimate import Estimate
from salaries.estimation.factors import amounts_of, dollars, span_words
from salaries.estimation.guide import Guide
from salaries.estimation.total import MAJOR_AI, PUBLIC_TECH
from salaries.offers.offer import Offer
from salaries.offers.pay import Pay
from salaries.offers.standing import Standing

TECH = frozenset({PUBLIC_TECH, MAJOR_AI})
"""Employers that the guide gives figures of equity and signing bonuses for."""

CONTRACT = (
    "The guide's figures are employees' salaries, and it gives none for contracts. What you would pay for yourself, "
    "such as insurance, leave and the employer's part of payroll taxes, is unknown here and not taken off, so this "
    "is not directly comparable."
)
BONUS = "The guide gives no figure for yearly bonuses. Yours counts in the totals as you wrote it."
PART_TIME = (
    "The guide's figures are for full-time work. The base is compared at the same rate; the totals are what is paid."
)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know or to ask: below or above the guide's figure, or unknown to it."""

    slug: str
    kind: Literal["below", "above", "unknown"]
    words: str
    source: Citation | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An offer with what it pays, where its base stands, and the estimate that it is held against."""

    offer: Offer
    pay: Pay
    standing: Standing
    found: Estimate
    guide: Guide

    @property
    def at_tech(self) -> bool:
        """Whether this is full-time work at an employer that the guide gives equity and signing figures for."""
        return self.offer.engagement == "full-time" and self.offer.employer in TECH


def remarks(case: Case) -> tuple[Remark, ...]:
    """Return what is to be said of an offer, the base first; nothing where it is as the guide has it."""
    return tuple(remark for look in LOOKS for remark in look(case))


def base(case: Case) -> Iterator[Remark]:
    """Yield a base outside the person's range."""
    found, where = case.found, case.standing.where
    told = span_words(Amounts(found.low, found.high, found.and_up))
    source = next(step.source for step in found.steps)
    if where == "below":
        room = "" if case.offer.engagement == "contract" else " That is room to ask."
        yield Remark("base-below", "below", f"The base is {case.standing.words}, {told}.{room}", source)
    if where == "above":
        open_end = " The guide leaves its upper end open." if found.and_up else ""
        yield Remark("base-above", "above", f"The base is {case.standing.words}, {told}.{open_end}", source)


def equity(case: Case) -> Iterator[Remark]:
    """Yield equity outside the guide's share of base, or that it gives no share for."""
    span, offer, share = case.guide.equity, case.offer, case.pay.equity_share
    usual = f"the guide's share at publicly traded technology companies is {_percent(span.low, span.high)}"
    if case.at_tech:
        if share < span.low:
            written = f"Equity is {share:.0f} percent of base a year" if share else "No equity is entered"
            yield Remark("equity-below", "below", f"{written}; {usual}. Worth a question.", span.source)
        elif offer.employer == PUBLIC_TECH and span.high is not None and share > span.high:
            yield Remark(
                "equity-above", "above", f"Equity is {share:.0f} percent of base a year; {usual}.", span.source
            )
    elif share and offer.employer not in TECH:
        words = f"The guide gives no figure for equity here: {usual}. Ask what it could be sold for, and when."
        yield Remark("equity-unknown", "unknown", words, span.source)


def signing(case: Case) -> Iterator[Remark]:
    """Yield a signing bonus that is missing or outside the guide's range, where the guide says they are common."""
    bonus, amount = case.guide.signing_bonus, case.pay.signing
    if not case.at_tech or bonus.span is None:
        return
    usual = f"the guide names {span_words(amounts_of(bonus.span))}, once, as common at major technology companies"
    if not amount:
        yield Remark("signing-none", "below", f"No signing bonus is entered; {usual}. One can ask.", bonus.source)
    elif amount < bonus.span.low:
        yield Remark("signing-below", "below", f"The signing bonus is {dollars(amount)}; {usual}.", bonus.source)
    elif bonus.span.high is not None and amount > bonus.span.high:
        yield Remark("signing-above", "above", f"The signing bonus is {dollars(amount)}; {usual}.", bonus.source)


def total(case: Case) -> Iterator[Remark]:
    """Yield a yearly total below what the guide has for this person at such an employer."""
    scenario = next((one for one in case.found.scenarios if one.slug == case.offer.employer), None)
    if scenario is None or not case.at_tech or case.pay.later_year >= scenario.total.low:
        return
    words = (
        f"Without the signing bonus it comes to ${case.pay.later_year:,.0f} a year; "
        f"the guide's figures for you at {_kind(scenario.slug)} begin at {dollars(scenario.total.low)}."
    )
    yield Remark("total-below", "below", words, scenario.source)


def unknown(case: Case) -> Iterator[Remark]:
    """Yield what the guide has no figures for."""
    if case.offer.engagement == "contract":
        yield Remark("contract", "unknown", CONTRACT)
    if case.offer.engagement == "part-time":
        yield Remark("part-time", "unknown", PART_TIME)
    if case.pay.bonus:
        yield Remark("bonus", "unknown", BONUS)


LOOKS: tuple[Callable[[Case], Iterator[Remark]], ...] = (base, equity, signing, total, unknown)


def _kind(employer: str) -> str:
    return "a major AI company" if employer == MAJOR_AI else "a public technology company"


def _percent(low: Decimal, high: Decimal | None) -> str:
    end = "" if high is None else f" to {high.normalize():f}"
    return f"{low.normalize():f}{end} percent"
