"""The guide's own figure for a specialization, drawn beside the range and the tier that it is stated for."""

from dataclasses import dataclass
from decimal import Decimal

from salaries.charts import RangeBar, Tick, axis, interval, padded, range_bar
from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.estimate import Estimate
from salaries.estimation.factors import plus_percent, rounded
from salaries.estimation.guide import Guide
from salaries.range_charts import top_of


@dataclass(frozen=True, slots=True)
class BandRow:
    """A range of the picture: `slug` is how it is drawn ("yours", "band", "tier"), `detail` what it leaves out."""

    slug: str
    name: str
    amounts: Amounts
    bar: RangeBar
    detail: str = ""


@dataclass(frozen=True, slots=True)
class BandPicture:
    """One's range, the guide's band and the generalist's tier on one axis; `percent` is a premium as it is printed."""

    name: str
    rows: tuple[BandRow, ...]
    ticks: tuple[Tick, ...]
    percent: Amounts | None
    source: Citation


def band_picture(found: Estimate, guide: Guide) -> BandPicture | None:
    """Return the picture, None for generalists and on the leadership ladder, where the guide has no band."""
    band = found.guide_band
    if band is None:
        return None
    tier = guide.tier(band.tier or found.tier)
    base = Amounts(tier.base.low, tier.base.high, tier.base.and_up)
    amounts = band.amounts if band.unit == "usd-year" else premium_on(base, band.amounts, guide)
    named = (
        ("yours", "Your range", Amounts(found.low, found.high, found.and_up), "place included"),
        ("band", "The guide's band", amounts, f"{tier.name.lower()}, no place included"),
        ("tier", "The generalist's range", base, f"{tier.name.lower()}, no place included"),
    )
    scale = padded([edge for _, _, one, _ in named for edge in (one.low, top_of(one))], Decimal(20_000))
    rows = tuple(BandRow(slug, name, one, range_bar(scale, one), detail) for slug, name, one, detail in named)
    percent = band.amounts if band.unit == "percent" else None
    name = guide.specialization(found.specialization).name
    return BandPicture(name, rows, axis(scale, interval(scale)), percent, band.source)


def premium_on(base: Amounts, percent: Amounts, guide: Guide) -> Amounts:
    """Return a premium in percent on a range, low on low and high on high, rounded as estimates are."""
    unit, most = guide.parameters.rounding, percent.low if percent.high is None else percent.high
    return Amounts(
        rounded(base.low * plus_percent(percent.low), unit),
        rounded(top_of(base) * plus_percent(most), unit),
        base.and_up,
    )
