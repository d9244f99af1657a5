"""Multiplying and rounding: the same four decimals that are printed are the ones used."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.estimate import Step
from salaries.estimation.guide import Figure, Span

TEN_THOUSANDTH = Decimal("0.0001")
PERCENT = Decimal(100)
ONE = Decimal("1.0000")

Factors = tuple[Decimal, Decimal, Decimal]


def four_decimals(factor: Decimal) -> Decimal:
    """Return a factor as it is used and printed: four decimals, halves upward."""
    return factor.quantize(TEN_THOUSANDTH, ROUND_HALF_UP)


def alike(factor: Decimal) -> Factors:
    """Return the same factor for low, point and high."""
    return factor, factor, factor


def plus_percent(percent: Decimal) -> Decimal:
    """Return the factor of a rise: 25 gives 1.2500."""
    return four_decimals(1 + percent / PERCENT)


def times(
    before: Step,
    factors: Factors,
    *,
    slug: str,
    label: str,
    because: Iterable[str],
    source: Citation,
    note: str = "",
    formula: str = "",
) -> Step:
    """Return the step that multiplies the amounts of the step before it."""
    low, point, high = factors
    return Step(
        slug=slug,
        label=label,
        low=before.low * low,
        point=before.point * point,
        high=before.high * high,
        because=tuple(because),
        source=source,
        factors=factors,
        note=note,
        formula=formula,
    )


def rounded(amount: Decimal, to: Figure) -> Decimal:
    """Return US dollars rounded to the edition's unit (1,000), halves upward."""
    return (amount / to.value).quantize(Decimal(1), ROUND_HALF_UP) * to.value


def rounded_step(before: Step, to: Figure) -> Step:
    """Return the last step: the one time that amounts are rounded."""
    return Step(
        slug="round",
        label=f"Rounded to the nearest {dollars(to.value)}",
        low=rounded(before.low, to),
        point=rounded(before.point, to),
        high=rounded(before.high, to),
        because=(),
        source=to.source,
    )


def amounts_of(span: Span) -> Amounts:
    """Return a printed range as amounts."""
    return Amounts(span.low, span.high, span.and_up)


def dollars(amount: Decimal) -> str:
    """Return "$170,000", with cents only where there are any."""
    return f"${amount:,.0f}" if amount == amount.to_integral_value() else f"${amount:,.2f}"


def span_words(amounts: Amounts) -> str:
    """Return "$170,000 to $220,000", with "and up" where the guide leaves the end open."""
    if amounts.high is None:
        return f"{dollars(amounts.low)} and up"
    return f"{dollars(amounts.low)} to {dollars(amounts.high)}{' and up' if amounts.and_up else ''}"
