"""First step: the tier's base range, the PhD's range, or the confirmed rung of the leadership ladder."""

from decimal import Decimal

from salaries.estimation.estimate import Step
from salaries.estimation.factors import dollars
from salaries.estimation.guide import Guide, Rung, Span, Tier
from salaries.estimation.profile import Profile
from salaries.estimation.years import years_fields, years_of

ENTRY_NOTE = "Never below the middle in this tier: the guide gives no order inside it."
PHD_ENTRY = "The guide says this of graduates of top programs."
PHD_LATER = "With a finished PhD the range is never below what PhDs start at."


def start(profile: Profile, tier: Tier, guide: Guide) -> tuple[Step, ...]:
    """Return the steps that set the amounts before any factor."""
    if profile.rung:
        return (rung_step(guide.rung(profile.rung)),)
    first = tier_step(profile, tier, guide)
    return (first, phd_step(first, profile, tier, guide)) if profile.phd else (first,)


def tier_step(profile: Profile, tier: Tier, guide: Guide) -> Step:
    """Return the tier's base range with the point where the years stand in it."""
    years = years_of(profile, guide)
    low, high = bounds(tier.base)
    point, note = _point(tier, tier.base, years, guide)
    return Step(
        slug="tier",
        label=f"{tier.name}: {years} relevant years",
        low=low,
        point=point,
        high=high,
        because=(*(("tier",) if profile.tier else ()), *years_fields(profile)),
        source=tier.base.source,
        note=note,
    )


def phd_step(before: Step, profile: Profile, tier: Tier, guide: Guide) -> Step:
    """Return what a finished PhD sets: the guide's PhD range at entry, a lower limit in later tiers."""
    low, high = bounds(guide.phd)
    at_entry = tier == guide.tiers[0]
    if at_entry:
        point, note = _point(tier, guide.phd, years_of(profile, guide), guide)
        note = f"{PHD_ENTRY} {note}"
    else:
        low, point, note = max(before.low, low), max(before.point, high), PHD_LATER
        high = max(before.high, point)
    return Step(
        slug="phd",
        label="Finished PhD",
        low=low,
        point=point,
        high=high,
        because=("phd",),
        source=guide.phd.source,
        note=note,
    )


def rung_step(rung: Rung) -> Step:
    """Return a leadership rung's range with its middle as the point."""
    low, high = bounds(rung.span)
    return Step(
        slug="rung",
        label=rung.name,
        low=low,
        point=rung.span.middle,
        high=high,
        because=("rung",),
        source=rung.span.source,
        note="The point is the middle of the range."
        + ("" if rung.is_base else " The guide does not say whether this is base salary."),
    )


def bounds(span: Span) -> tuple[Decimal, Decimal]:
    """Return low and high; the low twice where the guide gives no upper figure."""
    return span.low, span.low if span.high is None else span.high


def _point(tier: Tier, span: Span, years: Decimal, guide: Guide) -> tuple[Decimal, str]:
    """Return the point on its straight line from low at the floor to high at the next floor, with the sum in words."""
    low, high = bounds(span)
    floor, end = tier.floor, tier.ceiling or guide.parameters.staff_ceiling.value
    within = min(max(years, floor), end) - floor
    # The product comes first, so that the division is the only place where digits can run out.
    point = low + (high - low) * within / (end - floor)
    words = f"Point: {dollars(low)} + {dollars(high - low)} x {within:.2f} of {(end - floor).normalize():f} years."
    if tier == guide.tiers[0] and point < span.middle:
        return span.middle, ENTRY_NOTE
    return point, words
