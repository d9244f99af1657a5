"""Rows of the guide's tables as its pages draw them: what is printed, where it is anchored, and its bar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from salaries.charts import Bar, RangeBar, Scale, Tick, bars
from salaries.contents import tables
from salaries.contents.anchors import name_of
from salaries.contents.prose import plain as _plain
from salaries.contents.prose import span
from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.factors import Factors, plus_percent
from salaries.estimation.guide import Guide, PlaceMean, Specialization
from salaries.estimation.means import national_mean, place_factor
from salaries.estimation.specialization import factors_of
from salaries.range_charts import Ranges, ranges

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with its rank and bar, its distance from the national mean in percent, and its factor in estimates."""

    rank: int
    bar: Bar
    distance: Decimal
    factor: Decimal
    source: Citation
    title: str = ""


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A figure of the edition. `name` is what texts call it, `printed` the figure with its unit, empty for words only.

    `amounts` are what its bar shows, US dollars; None where it has none. `words` still name figures in braces.
    """

    name: str
    label: str
    printed: str
    words: str
    source: str
    amounts: Amounts | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RangeTable:
    """Rows with their bars on one axis."""

    rows: tuple[tuple[RangeRow, RangeBar | None], ...]
    drawn: Ranges

    @property
    def ticks(self) -> tuple[Tick, ...]:
        return self.drawn.ticks

    @property
    def reference(self) -> RangeBar | None:
        return self.drawn.reference


def range_table(rows: Sequence[RangeRow], reference: Amounts | None = None) -> RangeTable:
    """Return rows with their bars on one axis."""
    drawn = ranges([row.amounts for row in rows], reference)
    return RangeTable(tuple(zip(rows, drawn.bars, strict=True)), drawn)


def place_rows(means: Sequence[PlaceMean], guide: Guide, titles: Mapping[str, str]) -> tuple[PlaceRow, ...]:
    """Return places by falling mean. `titles`: full names by slug, where there are any."""
    sources = {place.slug: place.source for place in means}
    national = national_mean(guide)
    return tuple(
        PlaceRow(
            rank=rank,
            bar=bar,
            distance=((bar.amount / national - 1) * 100).quantize(TENTH, ROUND_HALF_UP),
            factor=place_factor(bar.amount, national, guide),
            source=sources[bar.slug],
            title=titles.get(bar.slug, ""),
        )
        for rank, bar in enumerate(bars(means), start=1)
    )


def position_of_mean(means: Sequence[PlaceMean], guide: Guide) -> Decimal | None:
    """Return where the national mean lies in the places' bars, percent; None where there are no bars."""
    if not means:
        return None
    return Scale(Decimal(0), max(place.mean for place in means)).at(national_mean(guide))


def tier_row(tier: tables.Tier, guide: Guide) -> RangeRow:
    """Return a tier with its base range, the years as printed, and the percentiles it is compared with."""
    return RangeRow(
        name=f"tier.{tier.slug}",
        label=tier.name,
        printed=f"{span(tier.low, tier.high)} a year",
        words=tier.words,
        source=tier.source,
        amounts=Amounts(tier.low, tier.high),
        note=" ".join([years_words(tier), *compared(tier, guide)]),
    )


def years_words(tier: tables.Tier) -> str:
    """Return a tier's years as the guide prints them, and as an estimate counts them."""
    counted = (
        f"{_plain(tier.floor)} to under {_plain(tier.ceiling)}" if tier.ceiling else f"{_plain(tier.floor)} and more"
    )
    return f"The guide prints {tier.printed}; an estimate counts {counted}."


def compared(tier: tables.Tier, guide: Guide) -> list[str]:
    """Return in words which part of an occupation's wages the guide compares a tier with; nothing where it does not."""
    if tier.percentile_occupation is None or tier.percentile_low is None:
        return []
    name = guide.occupation(tier.percentile_occupation).name.lower()
    end = f" to {tier.percentile_high}th percentile" if tier.percentile_high else " percentile and above"
    return [f"The guide compares it with the {tier.percentile_low}th{end} of {name}."]


def doctors_row(tier: tables.Tier) -> RangeRow | None:
    """Return what finished PhDs start at in a tier, None where the guide does not say."""
    if tier.phd_low is None:
        return None
    return RangeRow(
        name=f"tier.{tier.slug}.phd",
        label=f"{tier.name}, with a PhD",
        printed=f"{span(tier.phd_low, tier.phd_high)} a year",
        words="A finished doctorate, from a top program.",
        source=tier.phd_source or tier.source,
        amounts=Amounts(tier.phd_low, tier.phd_high),
    )


def total_row(tier: tables.Tier) -> RangeRow | None:
    """Return a tier's total pay, None where the guide does not print one."""
    if tier.total_low is None:
        return None
    return RangeRow(
        name=f"tier.{tier.slug}.total",
        label=f"{tier.name}, total",
        printed=f"{span(tier.total_low, tier.total_high, tier.total_and_up)} a year",
        words="Base, equity and bonus at large technology companies.",
        source=tier.total_source or tier.source,
        amounts=Amounts(tier.total_low, tier.total_high, tier.total_and_up),
    )


def rung_row(rung: tables.Rung) -> RangeRow:
    """Return a rung of the ladder."""
    if rung.low is None:
        return RangeRow(name_of(rung), rung.name, "", rung.words, rung.source)
    printed = f"{span(rung.low, rung.high, rung.and_up)} a year"
    amounts = Amounts(rung.low, rung.high, rung.and_up)
    return RangeRow(name_of(rung), rung.name, printed, rung.words, rung.source, amounts)


def figure_row(row: tables.Figure, unit: str) -> RangeRow:
    """Return one of the other figures; dollars have a bar. `unit` stands behind it."""
    if row.low is None:
        return RangeRow(name_of(row), row.name, "", row.words, row.source)
    printed = span(row.low, row.high, row.and_up, row.unit)
    dollars = row.unit.startswith("usd")
    high = row.high if row.high is not None or row.and_up else row.low
    return RangeRow(
        name=name_of(row),
        label=row.name,
        printed=f"{printed} {unit}" if dollars else printed,
        words=row.words,
        source=row.source,
        amounts=Amounts(row.low, high, row.and_up) if dollars else None,
    )


def specialization_row(row: tables.Specialization, guide: Guide, usual: Amounts) -> RangeRow:
    """Return a specialization with its range, or its premium on the `usual` one, and its factors in estimates."""
    special = guide.specialization(row.slug)
    amounts = drawn_range(special, usual)
    return RangeRow(
        name=name_of(row),
        label=row.name,
        printed=printed_rule(special),
        words=row.words,
        source=row.source,
        amounts=amounts,
        note=f"{_on_top(special, amounts)}In an estimate: {factor_words(factors_of(special, guide))}.",
    )


def drawn_range(special: Specialization, usual: Amounts) -> Amounts:
    """Return the range that a specialization's bar shows, US dollars a year."""
    if special.band:
        return Amounts(special.band.low, special.band.high, special.band.and_up)
    if special.premium and usual.high is not None:
        high = special.premium.low if special.premium.high is None else special.premium.high
        return Amounts(usual.low * plus_percent(special.premium.low), usual.high * plus_percent(high))
    return usual


def printed_rule(special: Specialization) -> str:
    """Return a specialization's figure as the guide prints it."""
    if special.premium:
        return f"{span(special.premium.low, special.premium.high, unit='percent')} more"
    return (
        f"{span(special.band.low, special.band.high, special.band.and_up)} a year"
        if special.band
        else "the tier's own range"
    )


def factor_words(factors: Factors) -> str:
    """Return "x 1.0256", or the three factors where they differ."""
    low, point, high = factors
    return f"x {low:.4f}" if low == high else f"low x {low:.4f}, about x {point:.4f}, high x {high:.4f}"


def _on_top(special: Specialization, amounts: Amounts) -> str:
    return f"On the generalist's range: {span(amounts.low, amounts.high)}. " if special.premium else ""
