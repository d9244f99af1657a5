"""What an offer pays: in the first year, in each later one, and on average over the years of vesting."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from salaries.estimation.factors import PERCENT, dollars
from salaries.offers.assumptions import Assumptions
from salaries.offers.offer import Offer

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Pay:
    """An offer's parts, US dollars: base, bonus and equity each year, the signing bonus once in the first.

    `comparable` is the base of full-time work for a whole year, which is what the guide's figures are; `years` those
    that the average is taken over; `assumed` says what was taken for granted.
    """

    base: Decimal
    bonus: Decimal
    equity: Decimal
    signing: Decimal
    comparable: Decimal
    years: Decimal
    assumed: tuple[str, ...]

    @property
    def first_year(self) -> Decimal:
        """All of the first year, the signing bonus with it."""
        return self.later_year + self.signing

    @property
    def later_year(self) -> Decimal:
        """What each year after the first pays."""
        return self.base + self.bonus + self.equity

    @property
    def signing_spread(self) -> Decimal:
        """A year's share of the signing bonus."""
        return self.signing / self.years

    @property
    def average(self) -> Decimal:
        """A year's pay on average, the signing bonus spread over the years."""
        return self.later_year + self.signing_spread

    @property
    def equity_share(self) -> Decimal:
        """Yearly equity in per cent of base."""
        return self.equity / self.base * PERCENT


def pay_of(offer: Offer, assumptions: Assumptions) -> Pay:
    """Return what an offer without faults pays."""
    base = yearly_base(offer, assumptions)
    bonus = offer.bonus or NOTHING
    equity = offer.equity or NOTHING
    return Pay(
        base=base,
        bonus=base * bonus / PERCENT if offer.bonus_is_percent else bonus,
        equity=equity / assumptions.vesting_years if offer.equity_is_grant else equity,
        signing=offer.signing or NOTHING,
        comparable=comparable_base(offer, assumptions),
        years=assumptions.vesting_years,
        assumed=tuple(assumed(offer, assumptions)),
    )


def yearly_base(offer: Offer, assumptions: Assumptions) -> Decimal:
    """Return the base of a year with the offer's own hours and weeks, full time where it names none."""
    if not offer.hourly:
        return offer.base
    hours, weeks = _time(offer, assumptions)
    return offer.base * hours * weeks


def comparable_base(offer: Offer, assumptions: Assumptions) -> Decimal:
    """Return the base that full-time work for a whole year would have at the same rate."""
    if offer.hourly:
        return offer.base * assumptions.hours_a_year
    if offer.engagement == "part-time" and offer.hours:
        return offer.base * assumptions.full_time_hours / offer.hours
    return offer.base


def assumed(offer: Offer, assumptions: Assumptions) -> Iterator[str]:
    """Yield in words what was taken for granted."""
    full_time = f"{assumptions.full_time_weeks:f} weeks of {assumptions.full_time_hours:f} hours"
    if offer.hourly:
        hours, weeks = _time(offer, assumptions)
        rate, sums = f"{dollars(offer.base)} an hour", dollars(yearly_base(offer, assumptions))
        yield f"{rate} x {hours.normalize():f} hours x {weeks.normalize():f} weeks = {sums} a year."
        whole = f"{rate} x {assumptions.hours_a_year:,f} = {_comparable(offer, assumptions)}"
        yield f"It is compared as {full_time}: {whole}."
    elif offer.engagement == "part-time":
        yield f"It is compared as {assumptions.full_time_hours:f} hours a week: {_comparable(offer, assumptions)}."
    if offer.equity and offer.equity_is_grant:
        yield (
            f"The grant of {dollars(offer.equity)} is taken to vest in equal parts over "
            f"{assumptions.vesting_years:f} years, at the value you gave."
        )
    elif offer.equity:
        yield "The equity is counted each year at the value you gave; nobody knows what it will be worth."
    if offer.bonus:
        yield "The bonus is counted as paid in full each year."


def _comparable(offer: Offer, assumptions: Assumptions) -> str:
    return f"${comparable_base(offer, assumptions):,.0f}"


def _time(offer: Offer, assumptions: Assumptions) -> tuple[Decimal, Decimal]:
    return offer.hours or assumptions.full_time_hours, offer.weeks or assumptions.full_time_weeks
