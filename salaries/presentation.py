"""What a page of the guide shows: the edition's rows with their texts filled in, its sources, and the pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from salaries.charts import (
    Bar,
    PercentileStrip,
    RangeBar,
    bars,
    percentile_strips,
    range_bars,
)
from salaries.contents import tables
from salaries.contents.kept import Kept
from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.guide import Guide, PlaceMean, Span, Specialization
from salaries.estimation.means import national_mean, place_factor
from salaries.estimation.specialization import factors_of


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with its bar, and the factor by which it moves a range."""

    bar: Bar
    factor: Decimal
    source: Citation


@dataclass(frozen=True, slots=True)
class RangeRow:
    """A row of the edition with its range and bar, both None where the guide gives no figure."""

    row: tables.Tier | tables.Rung | tables.Specialization
    amounts: Amounts | None
    bar: RangeBar | None
    total: Amounts | None = None
    factors: tuple[Decimal, Decimal, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One edition as its pages show it."""

    contents: tables.Contents
    guide: Guide
    sources: Mapping[str, Citation]

    @property
    def strips(self) -> tuple[tuple[tables.Occupation, PercentileStrip], ...]:
        """The occupations with their percentiles on one scale."""
        return tuple(zip(self.contents.occupations, percentile_strips(self.guide.occupations), strict=True))

    @property
    def states(self) -> tuple[PlaceRow, ...]:
        return place_rows(self.guide.states, self.guide)

    @property
    def metros(self) -> tuple[PlaceRow, ...]:
        return place_rows(self.guide.metros, self.guide)

    @property
    def tiers(self) -> tuple[RangeRow, ...]:
        return tier_rows(self.contents.tiers)

    @property
    def specializations(self) -> tuple[RangeRow, ...]:
        return specialization_rows(self.contents.specializations, self.guide)

    @property
    def premium(self) -> Specialization | None:
        """The specialization with a premium on the generalist's range, None where the edition has none."""
        return next((one for one in self.guide.specializations if one.premium), None)

    @property
    def leadership(self) -> tuple[RangeRow, ...]:
        return rung_rows([rung for rung in self.contents.rungs if rung.track == "leadership"])

    @property
    def research(self) -> tuple[tables.Rung, ...]:
        return tuple(rung for rung in self.contents.rungs if rung.track == "research")

    @property
    def figures(self) -> dict[str, list[tables.Figure]]:
        """The other figures, by part of the guide."""
        return {part: [row for row in self.contents.figures if row.part == part] for part in PARTS_OF_FIGURES}

    @property
    def national_mean(self) -> Decimal:
        return national_mean(self.guide)


PARTS_OF_FIGURES = ("overview", "compensation", "benefits", "negotiation", "growth")


def guide_page(kept: Kept) -> GuidePage:
    """Return the pages' view of an edition."""
    sources = {row.slug: Citation(row.origin, row.section, row.reference, row.anchor) for row in kept.contents.sources}
    return GuidePage(kept.readable, kept.guide, sources)


def place_rows(means: Sequence[PlaceMean], guide: Guide) -> tuple[PlaceRow, ...]:
    """Return places by falling mean."""
    sources = {place.slug: place.source for place in means}
    national = national_mean(guide)
    return tuple(PlaceRow(bar, place_factor(bar.amount, national, guide), sources[bar.slug]) for bar in bars(means))


def tier_rows(tiers: Sequence[tables.Tier]) -> tuple[RangeRow, ...]:
    """Return the tiers with the bars of their base ranges on one scale."""
    bases = [Amounts(tier.low, tier.high) for tier in tiers]
    totals = [Amounts(t.total_low, t.total_high, t.total_and_up) if t.total_low else None for t in tiers]
    return tuple(RangeRow(*row) for row in zip(tiers, bases, range_bars(bases), totals, strict=True))


def rung_rows(rungs: Sequence[tables.Rung]) -> tuple[RangeRow, ...]:
    """Return rungs on one scale; each has a range."""
    amounts = [Amounts(rung.low or Decimal(0), rung.high, rung.and_up) for rung in rungs]
    return tuple(RangeRow(*row) for row in zip(rungs, amounts, range_bars(amounts), strict=True))


def specialization_rows(rows: Sequence[tables.Specialization], guide: Guide) -> tuple[RangeRow, ...]:
    """Return specializations, the bands on one scale, each with the factors that the estimate uses."""
    bands = [guide.specialization(row.slug).band for row in rows]
    drawn = iter(range_bars([amounts(band) for band in bands if band]))
    return tuple(
        RangeRow(
            row=row,
            amounts=amounts(band) if band else None,
            bar=next(drawn) if band else None,
            factors=factors_of(guide.specialization(row.slug), guide),
        )
        for row, band in zip(rows, bands, strict=True)
    )


def amounts(span: Span) -> Amounts:
    return Amounts(span.low, span.high, span.and_up)
