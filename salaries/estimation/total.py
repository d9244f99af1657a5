"""Total compensation by kind of employer: what the guide says about equity, and where it says nothing."""

from decimal import Decimal

from salaries.estimation.amounts import Amounts
from salaries.estimation.estimate import Scenario
from salaries.estimation.factors import amounts_of, dollars, plus_percent, rounded, span_words
from salaries.estimation.guide import Guide, Rung, Tier

OTHER, PUBLIC_TECH, MAJOR_AI = "other", "public-tech", "major-ai"

NO_EQUITY_FIGURES = "Base only: the guide gives equity figures for publicly traded technology companies alone."
NOT_SAID_TO_BE_BASE = (
    "Nothing is added: the guide does not say whether this rung's figures are base salary or the total."
)


def scenarios(base: Amounts, tier: Tier, rung: Rung | None, guide: Guide) -> tuple[Scenario, ...]:
    """Return the three kinds of employer, the lesser first, US dollars a year, rounded like the estimate.

    `base` is the estimate's range. None lies below the one before it.
    """
    public = public_tech(base, tier, rung, guide)
    return other(base, guide), public, major_ai(public, guide)


def other(base: Amounts, guide: Guide) -> Scenario:
    """Return the base range alone."""
    return Scenario(OTHER, "Other employers", base, NO_EQUITY_FIGURES, guide.equity.source)


def public_tech(base: Amounts, tier: Tier, rung: Rung | None, guide: Guide) -> Scenario:
    """Return base with equity, or the guide's own total for the tier: the larger, bound by bound."""
    if rung and not rung.is_base:
        return Scenario(PUBLIC_TECH, "Public tech company", base, NOT_SAID_TO_BE_BASE, rung.span.source)
    total = with_equity(base, guide)
    why = f"Base {_equity_words(guide)} for yearly equity"
    if tier.total is None or rung:
        return Scenario(PUBLIC_TECH, "Public tech company", total, f"{why}.", guide.equity.source)
    printed = amounts_of(tier.total)
    why += f", or the guide's own total for {tier.name.lower()}, {span_words(printed)}: the larger, bound by bound."
    return Scenario(PUBLIC_TECH, "Public tech company", larger(total, printed), why, tier.total.source)


def major_ai(public: Scenario, guide: Guide) -> Scenario:
    """Return the public company's range without an upper end."""
    why = (
        f"{public.why} The guide says that senior totals can exceed {dollars(guide.major_ai_total.value)} "
        "and gives no upper end."
    )
    return Scenario(MAJOR_AI, "Major AI company", Amounts(public.total.low, None), why, guide.major_ai_total.source)


def with_equity(base: Amounts, guide: Guide) -> Amounts:
    """Return base times one plus the equity share, low with low and high with high."""
    least, most = _equity_factors(guide)
    high = None if base.high is None else rounded(base.high * most, guide.parameters.rounding)
    return Amounts(rounded(base.low * least, guide.parameters.rounding), high, base.and_up)


def larger(one: Amounts, two: Amounts) -> Amounts:
    """Return the larger low and the larger high; open where either is."""
    high = None if one.high is None or two.high is None else max(one.high, two.high)
    return Amounts(max(one.low, two.low), high, one.and_up or two.and_up)


def _equity_factors(guide: Guide) -> tuple[Decimal, Decimal]:
    most = guide.equity.low if guide.equity.high is None else guide.equity.high
    return plus_percent(guide.equity.low), plus_percent(most)


def _equity_words(guide: Guide) -> str:
    least, most = _equity_factors(guide)
    return f"x {least:.2f} to {most:.2f}"
