"""What cannot be meant in an offer, in words that say what to write."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from salaries.estimation.factors import dollars
from salaries.offers.assumptions import Accepted, load
from salaries.offers.offer import Offer

NEEDS_HOURS = "How many hours a week? Part-time pay can be placed only beside its hours."
IN_THOUSANDS = "Write the amount in full: {full}, not {written}."
LOOKS_YEARLY = "An hourly rate above {most} is not taken. If this is for a year, choose it by the year."
LOOKS_HOURLY = "A yearly base under {least} is not taken. If this is for an hour, choose it by the hour."
OUT_OF_SIGHT = "An amount above {most} is not taken."
NOT_BELOW_ZERO = "This cannot be below 0."
TOO_SMALL = "{dollars}? An amount under {least} is taken for a slip. Write it in full, such as {full}, or 0 for none."
TOO_SMALL_BONUS = (
    "{dollars} a year? An amount under {least} is taken for a slip. Write {written}% for a share of the base, the "
    "amount in full, such as 18000, or 0 for none."
)
THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Fault:
    """A field of an offer that cannot be meant so, and why."""

    field: str
    words: str


def faults(offer: Offer) -> Iterator[Fault]:
    """Yield what is wrong with an offer; nothing for one that can be checked."""
    accepted = load().accepted
    if words := base_fault(offer, accepted):
        yield Fault("base", words)
    yield from hours_faults(offer, accepted)
    yield from other_faults(offer, accepted)


def base_fault(offer: Offer, accepted: Accepted) -> str | None:
    """Return what is wrong with the base: too little or too much for its unit."""
    if offer.hourly:
        if offer.base > accepted.most_hourly:
            return LOOKS_YEARLY.format(most=dollars(accepted.most_hourly))
        return None if offer.base >= accepted.least_hourly else least_words(accepted.least_hourly, "hour")
    if offer.base > accepted.most_yearly:
        return OUT_OF_SIGHT.format(most=dollars(accepted.most_yearly))
    if offer.base >= accepted.least_yearly:
        return None
    in_full = offer.base * THOUSAND
    if offer.base != offer.base.to_integral_value() or not accepted.least_yearly <= in_full <= accepted.most_yearly:
        return LOOKS_HOURLY.format(least=dollars(accepted.least_yearly))
    written = f"{offer.base.normalize():f}"
    return (
        LOOKS_HOURLY.format(least=dollars(accepted.least_yearly))
        + " "
        + IN_THOUSANDS.format(full=f"{in_full:f}", written=written)
    )


def least_words(least: Decimal, unit: str) -> str:
    """Return the words for too small a rate."""
    return f"A base under {dollars(least)} by the {unit} is not taken."


def hours_faults(offer: Offer, accepted: Accepted) -> Iterator[Fault]:
    """Yield what is wrong with hours and weeks."""
    if offer.engagement == "part-time" and not offer.hours:
        yield Fault("hours", NEEDS_HOURS)
    for name, value, most in (("hours", offer.hours, accepted.most_hours), ("weeks", offer.weeks, accepted.most_weeks)):
        if value is not None and not 0 < value <= most:
            yield Fault(name, f"Write {name} above 0 and up to {most:f}.")


def other_faults(offer: Offer, accepted: Accepted) -> Iterator[Fault]:
    """Yield what is wrong with what comes on top of the base."""
    if offer.bonus is not None and offer.bonus_is_percent and offer.bonus > accepted.most_bonus_percent:
        most = f"{accepted.most_bonus_percent:f}"
        yield Fault("bonus", f"A bonus above {most} percent is not taken. If this is an amount, choose dollars.")
    for name, amount in (("equity", offer.equity), ("bonus", offer.bonus), ("signing", offer.signing)):
        if words := amount_fault(name, amount or Decimal(0), offer, accepted):
            yield Fault(name, words)


def amount_fault(name: str, amount: Decimal, offer: Offer, accepted: Accepted) -> str | None:
    """Return what is wrong with an amount on top of the base: less than nothing, a slip of the pen, out of sight."""
    if amount < 0:
        return NOT_BELOW_ZERO
    if amount > accepted.most_amount:
        return OUT_OF_SIGHT.format(most=dollars(accepted.most_amount))
    is_share = name == "bonus" and offer.bonus_is_percent
    return (
        too_small(name, amount, accepted.least_amount) if 0 < amount < accepted.least_amount and not is_share else None
    )


def too_small(name: str, amount: Decimal, least: Decimal) -> str:
    """Return the words for an amount that nobody would offer."""
    written = f"{amount.normalize():f}"
    told = {"dollars": dollars(amount), "least": dollars(least), "written": written, "full": f"{amount * THOUSAND:.0f}"}
    return (TOO_SMALL_BONUS if name == "bonus" else TOO_SMALL).format(**told)
