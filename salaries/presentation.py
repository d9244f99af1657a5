"""What the guide's pages show of an edition: rows with their bars, pictures, links from figures to their rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property, lru_cache

from salaries.charts import PercentileStrip, Tick, axis, interval, padded, percentile_strips
from salaries.contents import tables
from salaries.contents.anchors import Anchor, anchor_of, parts_of_figures
from salaries.contents.kept import Kept
from salaries.contents.prose import figures_of
from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.guide import Specialization, Tier
from salaries.estimation.means import national_mean
from salaries.range_charts import JoinedRanges, joined_ranges
from salaries.rows import (
    PlaceRow,
    RangeRow,
    RangeTable,
    doctors_row,
    figure_row,
    place_rows,
    position_of_mean,
    range_table,
    rung_row,
    specialization_row,
    tier_row,
    total_row,
    years_words,
)
from salaries.tilemap import TileMap, tile_map

UNITS = {
    "usd-year": "a year",
    "usd-once": "once",
    "usd-conference": "a conference",
    "usd": "",
    "percent": "percent",
    "years": "years",
    "share": "",
    "jobs": "jobs",
    "none": "",
}
"""What stands behind a figure of each unit."""

PAGES_KEPT = 8


class GuidePage:
    """One revision of an edition as its pages show it. What a page needs is made once, when it is first asked for."""

    def __init__(self, kept: Kept) -> None:
        self.contents = kept.readable
        self.written = kept.contents
        """The rows with the names of figures still in their texts: pages print those as links."""
        self.guide = kept.guide
        self._kept = kept

    @property
    def digest(self) -> str:
        """The hash of the edition's contents."""
        return self._kept.digest

    @cached_property
    def sources(self) -> Mapping[str, Citation]:
        rows = self.contents.sources
        return {row.slug: Citation(row.origin, row.section, row.reference, row.anchor) for row in rows}

    @cached_property
    def printed(self) -> Mapping[str, str]:
        """Every figure that a text can name, as it is printed."""
        return figures_of(self.written)

    def anchor(self, name: str) -> Anchor | None:
        """Return where the named figure is printed, None for a name of nothing."""
        return anchor_of(name, self._parts_of_figures)

    @cached_property
    def _parts_of_figures(self) -> Mapping[str, str]:
        return parts_of_figures(self.written)

    @cached_property
    def strips(self) -> tuple[tuple[tables.Occupation, PercentileStrip], ...]:
        """The occupations with their percentiles on one scale."""
        return tuple(zip(self.written.occupations, percentile_strips(self.guide.occupations), strict=True))

    @cached_property
    def strip_ticks(self) -> tuple[Tick, ...]:
        """The axis of the strips."""
        scale = padded([wage for one in self.guide.occupations for _, wage in one.annual], Decimal(10_000))
        return axis(scale, interval(scale))

    @cached_property
    def states(self) -> tuple[PlaceRow, ...]:
        return place_rows(self.guide.states, self.guide, {})

    @cached_property
    def states_mean(self) -> Decimal | None:
        """Where the national mean lies in the states' bars, percent."""
        return position_of_mean(self.guide.states, self.guide)

    @cached_property
    def map(self) -> TileMap:
        return tile_map(self.guide.states)

    @cached_property
    def metros(self) -> tuple[PlaceRow, ...]:
        return place_rows(self.guide.metros, self.guide, {metro.slug: metro.title for metro in self.contents.metros})

    @cached_property
    def metros_mean(self) -> Decimal | None:
        """Where the national mean lies in the metropolitan areas' bars, percent."""
        return position_of_mean(self.guide.metros, self.guide)

    @cached_property
    def joined(self) -> JoinedRanges:
        """The tiers' base ranges in one row, and what finished PhDs start at."""
        named = [(tier.name, Amounts(tier.low, tier.high)) for tier in self.contents.tiers]
        phd = self.guide.phd
        return joined_ranges(named, ("with a PhD", Amounts(phd.low, phd.high)))

    @cached_property
    def tiers(self) -> RangeTable:
        """The tiers' base ranges, each followed by what its doctors start at."""
        rows = [row for tier in self.written.tiers for row in (tier_row(tier, self.guide), doctors_row(tier)) if row]
        return range_table(rows)

    @cached_property
    def totals(self) -> RangeTable:
        return range_table(self._totals)

    @property
    def _totals(self) -> list[RangeRow]:
        return [row for tier in self.written.tiers if (row := total_row(tier))]

    @cached_property
    def compared_tier(self) -> Tier:
        """The tier that specializations are compared in: the one that the guide states their bands for."""
        stated = next((one.stated_for for one in self.guide.specializations if one.stated_for), None)
        return self.guide.tier(stated) if stated else self.guide.tiers[-1]

    @cached_property
    def specializations(self) -> RangeTable:
        """The specializations beside the generalist's range in the compared tier."""
        base = self.compared_tier.base
        usual = Amounts(base.low, base.high)
        rows = [specialization_row(row, self.guide, usual) for row in self.written.specializations]
        return range_table(rows, usual)

    @cached_property
    def premium(self) -> Specialization | None:
        """The specialization with a premium on the generalist's range, None where the edition has none."""
        return next((one for one in self.guide.specializations if one.premium), None)

    @cached_property
    def ladder(self) -> RangeTable:
        """Leadership above the tiers, the highest step first."""
        rungs = [rung_row(rung) for rung in self.written.rungs if rung.track == "leadership"]
        tiers = [replace(tier_row(tier, self.guide), words="", note=years_words(tier)) for tier in self.written.tiers]
        return range_table([*tiers, *rungs][::-1])

    @cached_property
    def leadership(self) -> tuple[tables.Rung, ...]:
        return tuple(rung for rung in self.written.rungs if rung.track == "leadership")

    @cached_property
    def research(self) -> tuple[tables.Rung, ...]:
        return tuple(rung for rung in self.written.rungs if rung.track == "research")

    @cached_property
    def overview(self) -> RangeTable:
        return self._figures("overview")

    @cached_property
    def compensation(self) -> RangeTable:
        """The tiers' totals and what the guide says of pay beside the base, on one axis."""
        return self._figures("compensation", self._totals)

    @cached_property
    def benefits(self) -> RangeTable:
        return self._figures("benefits")

    @cached_property
    def asked(self) -> RangeTable:
        """What can be negotiated beside the salary."""
        return self._figures("negotiation")

    @cached_property
    def growth(self) -> RangeTable:
        return self._figures("growth")

    def _figures(self, part: str, before: Sequence[RangeRow] = ()) -> RangeTable:
        rows = [figure_row(row, UNITS[row.unit]) for row in self.written.figures if row.part == part]
        return range_table([*before, *rows])

    @cached_property
    def national_mean(self) -> Decimal:
        return national_mean(self.guide)


@lru_cache(maxsize=PAGES_KEPT)
def guide_page(kept: Kept) -> GuidePage:
    """Return the pages' view of a revision, made once a process."""
    return GuidePage(kept)
