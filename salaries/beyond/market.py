"""The market check: posted and reported salaries by family and level, beside the guide's range of each tier."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from salaries.charts import RangeBar, Scale, Tick, axis, padded, range_bar
from salaries.estimation.amounts import Amounts
from salaries.estimation.beside import MarketCheck
from salaries.estimation.guide import Guide, Tier
from salaries.estimation.market import FAMILY_OF, FOR_ALL, LEVEL_OF, STAFF, check
from salaries.reference.market import Market

STEP = Decimal(50_000)
BETWEEN_TICKS = Decimal(100_000)

Standing = Literal["within", "above", "below"]


@dataclass(frozen=True, slots=True)
class MarketLine:
    """One family in one tier, with its bar and the position of its middle figure, percent of the picture.

    `beside` is the specialization that estimates show the family with, empty where they do not.
    """

    found: MarketCheck
    bar: RangeBar
    middle: Decimal
    beside: str
    standing: Standing
    """Where the middle figure lies against the guide's range."""


@dataclass(frozen=True, slots=True)
class MarketTier:
    """A tier's range in the guide with the families that the table has at its level, ML engineers first."""

    tier: Tier
    level: str
    upper_half: bool
    lines: tuple[MarketLine, ...]
    reference: RangeBar

    @property
    def main(self) -> MarketLine | None:
        """The line of ML engineers, None where the table has too few entries."""
        return next((line for line in self.lines if line.found.family == FOR_ALL), None)


@dataclass(frozen=True, slots=True)
class MarketPage:
    """The tiers on one scale."""

    tiers: tuple[MarketTier, ...]
    ticks: tuple[Tick, ...]
    entries: int
    """Entries of ML engineers over all levels that are compared."""


def market_page(guide: Guide, market: Market) -> MarketPage:
    """Return the tiers that the table has a level for, each with all its families."""
    found = {tier.slug: checks(tier.slug, market) for tier in guide.tiers if tier.slug in LEVEL_OF}
    scale = scale_of(guide, found)
    tiers = tuple(_tier(guide.tier(slug), lines, scale) for slug, lines in found.items())
    mains = {one.found.level: one.found.count for tier in tiers if (one := tier.main)}
    return MarketPage(tiers, axis(scale, BETWEEN_TICKS), sum(mains.values()))


def checks(tier: str, market: Market) -> tuple[MarketCheck, ...]:
    """Return every family at a tier's level as estimates map it: ML engineers, those beside them, then the others."""
    families = dict.fromkeys((FOR_ALL, *FAMILY_OF.values(), *market.families()))
    rows = [row for family in families if (row := market.row(family, LEVEL_OF[tier]))]
    return tuple(check(row, upper_half=tier == STAFF) for row in rows)


def scale_of(guide: Guide, found: Mapping[str, tuple[MarketCheck, ...]]) -> Scale:
    """Return a scale that holds all figures."""
    market = [edge for lines in found.values() for one in lines for edge in (one.low, one.high)]
    own = [edge for tier in guide.tiers for edge in (tier.base.low, tier.base.high or tier.base.low)]
    return padded([*market, *own], STEP)


def standing(amount: Decimal, tier: Tier) -> Standing:
    """Return where an amount lies against the tier's base range."""
    if amount < tier.base.low:
        return "below"
    return "above" if tier.base.high is not None and amount > tier.base.high else "within"


def _tier(tier: Tier, lines: tuple[MarketCheck, ...], scale: Scale) -> MarketTier:
    specializations = {family: slug for slug, family in FAMILY_OF.items()}
    drawn = tuple(
        MarketLine(
            found=one,
            bar=range_bar(scale, Amounts(one.low, one.high)),
            middle=scale.at(one.median),
            beside=specializations.get(one.family, ""),
            standing=standing(one.median, tier),
        )
        for one in lines
    )
    own = range_bar(scale, Amounts(tier.base.low, tier.base.high, tier.base.and_up))
    return MarketTier(tier, LEVEL_OF[tier.slug], tier.slug == STAFF, drawn, own)
