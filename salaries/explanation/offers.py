"""Checked offers as a page shows them: their marks on the range and among all wages, their pay in stacks."""

from collections.abc import Sequence
from dataclasses import dataclass

from salaries.charts import PercentileStrip, RangeStrip, percentile_strips
from salaries.estimation.guide import Guide, Occupation
from salaries.estimation.profile import Profile
from salaries.explanation.answer import strip
from salaries.explanation.beside import position_words
from salaries.explanation.stacks import Pile, Stacks, stacks
from salaries.offers import Difference, Offer, OfferCheck, check, differences
from salaries.offers.pay import Pay
from salaries.reference.oews import Areas

LETTERS = "AB"
"""How offers are marked in pictures that hold both."""


@dataclass(frozen=True, slots=True)
class OfferTold:
    """One offer: its letter, its check, its mark on the person's range, and its place in words."""

    letter: str
    check: OfferCheck
    strip: RangeStrip
    where: str

    @property
    def pay(self) -> Pay:
        """What it pays."""
        return self.check.pay


@dataclass(frozen=True, slots=True)
class Among:
    """An occupation's wages with a mark for each offer, and its place among them in words."""

    occupation: Occupation
    strip: PercentileStrip
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OffersTold:
    """One or two offers, checked: `stacks` hold a first year and an average for each, in the offers' order."""

    offers: tuple[OfferTold, ...]
    among: tuple[Among, ...]
    stacks: Stacks
    differences: tuple[Difference, ...]

    @property
    def first(self) -> OfferTold:
        """The offer that was entered first."""
        return self.offers[0]

    @property
    def all_comparable(self) -> bool:
        """Whether none of them is a contract."""
        return all(told.check.is_comparable for told in self.offers)

    @property
    def has_signing(self) -> bool:
        """Whether the first year of any differs from the others."""
        return any(told.pay.signing for told in self.offers)


def offers_told(
    offers: Sequence[Offer], profile: Profile, guide: Guide, areas: Areas, where: Sequence[str] = ("", "")
) -> OffersTold:
    """Return one or two offers without faults, checked for a person; `where` names each one's place, "" for none.

    `areas` are the BLS wages by place. Raises `NoSuchFigure` where the edition lacks a slug.
    """
    checks = [check(offer, profile, guide, areas) for offer in offers]
    told = tuple(
        OfferTold(letter, one, strip(one.found, guide, [one.comparable]), place)
        for letter, one, place in zip(LETTERS, checks, where, strict=False)
    )
    return OffersTold(
        offers=told,
        among=among(checks, guide),
        stacks=stacks([pile for one in told for pile in piles(one)]),
        differences=differences(checks[0].pay, checks[1].pay) if len(checks) > 1 else (),
    )


def among(checks: Sequence[OfferCheck], guide: Guide) -> tuple[Among, ...]:
    """Return each occupation's wages with the offers' comparable bases among them."""
    strips = percentile_strips(guide.occupations, marks=[one.comparable for one in checks])
    words = [[position_words(position) for position in one.positions] for one in checks]
    return tuple(
        Among(occupation, drawn, tuple(zip(LETTERS, said, strict=False)))
        for occupation, drawn, *said in zip(guide.occupations, strips, *words, strict=True)
    )


def piles(told: OfferTold) -> tuple[Pile, Pile]:
    """Return an offer's first year and its average year."""
    pay = told.pay
    yearly = (("base", "base", pay.base), ("bonus", "bonus", pay.bonus), ("equity", "equity", pay.equity))
    return (
        Pile("first year", (*yearly, ("once", "signing bonus", pay.signing))),
        Pile(f"average over {pay.years:f} years", (*yearly, ("once", "signing bonus, spread", pay.signing_spread))),
    )
