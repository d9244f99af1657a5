"""The guide's tables as rows of cells: units in the names of columns, the source in the last."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from salaries.contents import tables
from salaries.contents.prose import PERCENTILES
from salaries.estimation.guide import PlaceMean
from salaries.presentation import GuidePage
from salaries.rows import PlaceRow

Cell = str | Decimal | int | bool | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to take away."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def percentiles(page: GuidePage) -> Sheet:
    """Return both occupations' percentiles."""
    header = ("occupation", "soc", "percentile", "wage_usd_per_year", "wage_usd_per_hour", "source")
    rows = (
        (row.name, row.soc, int(name[1:]), getattr(row, f"annual_{name}"), getattr(row, f"hourly_{name}"), row.source)
        for row in page.contents.occupations
        for name in PERCENTILES
    )
    return sourced(page, header, rows)


def tiers(page: GuidePage) -> Sheet:
    """Return the tiers: base, what doctors start at, total pay."""
    header = (
        "tier",
        "years_printed",
        "relevant_years_from",
        "relevant_years_to_under",
        "base_low_usd_per_year",
        "base_high_usd_per_year",
        "phd_low_usd_per_year",
        "phd_high_usd_per_year",
        "total_low_usd_per_year",
        "total_high_usd_per_year",
        "total_and_up",
        "source",
    )
    return sourced(page, header, (_tier(row) for row in page.contents.tiers))


def _tier(row: tables.Tier) -> tuple[Cell, ...]:
    base = (row.name, row.printed, row.floor, row.ceiling, row.low, row.high)
    open_end = row.total_and_up if row.total_low is not None else None
    return (*base, row.phd_low, row.phd_high, row.total_low, row.total_high, open_end, row.source)


def states(page: GuidePage) -> Sheet:
    """Return the states by falling mean."""
    return _places(page.states, page.guide.states, "state_code")


def metros(page: GuidePage) -> Sheet:
    """Return the metropolitan areas by falling mean."""
    return _places(page.metros, page.guide.metros, "cbsa_code")


def _places(rows: Sequence[PlaceRow], means: Iterable[PlaceMean], code: str) -> Sheet:
    codes = {one.slug: one.code for one in means}
    header = (
        "rank",
        code,
        "name",
        "full_name",
        "annual_mean_usd",
        "distance_from_national_mean_percent",
        "factor_in_estimates",
        "source",
    )
    return Sheet(
        header,
        tuple(
            (
                row.rank,
                codes[row.bar.slug],
                row.bar.name,
                row.title or row.bar.name,
                row.bar.amount,
                row.distance,
                row.factor,
                str(row.source),
            )
            for row in rows
        ),
    )


def specializations(page: GuidePage) -> Sheet:
    """Return the specializations: premiums in percent, or the range that the guide states for a tier."""
    header = (
        "specialization",
        "rule",
        "premium_low_percent",
        "premium_high_percent",
        "range_low_usd_per_year",
        "range_high_usd_per_year",
        "range_and_up",
        "range_stated_for",
        "source",
    )
    rows = []
    for one in page.guide.specializations:
        premium = (one.premium.low, one.premium.high) if one.premium else (None, None)
        band = (one.band.low, one.band.high, one.band.and_up) if one.band else (None, None, None)
        rows.append((one.name, one.rule, *premium, *band, one.stated_for, str(one.source)))
    return Sheet(header, tuple(rows))


def career(page: GuidePage) -> Sheet:
    """Return the ladder above the tiers; the research track has names only."""
    header = ("step", "track", "low_usd_per_year", "high_usd_per_year", "and_up", "called_base", "source")
    rows = (
        (row.name, row.track, row.low, row.high, row.and_up if row.low is not None else None, row.is_base, row.source)
        for row in page.contents.rungs
    )
    return sourced(page, header, rows)


def method(page: GuidePage) -> Sheet:
    """Return the method's own figures."""
    header = ("figure", "value", "unit", "what_it_does", "source")
    rows = ((row.name, row.value, row.unit, row.words, row.source) for row in page.contents.parameters)
    return sourced(page, header, rows)


def figures(part: str) -> Callable[[GuidePage], Sheet]:
    """Return what makes the table of the other figures of one part ("benefits")."""
    header = ("figure", "low", "high", "and_up", "unit", "words", "source")

    def made(page: GuidePage) -> Sheet:
        rows = (
            (row.name, row.low, row.high, row.and_up if row.low is not None else None, row.unit, row.words, row.source)
            for row in page.contents.figures
            if row.part == part
        )
        return sourced(page, header, rows)

    return made


def sourced(page: GuidePage, header: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> Sheet:
    """Return rows whose last cell is a source's slug with the source in its place."""
    return Sheet(header, tuple((*row[:-1], str(page.sources[str(row[-1])])) for row in rows))


SHEETS: Mapping[str, Callable[[GuidePage], Sheet]] = {
    "overview": figures("overview"),
    "percentiles": percentiles,
    "tiers": tiers,
    "states": states,
    "metros": metros,
    "specializations": specializations,
    "compensation": figures("compensation"),
    "benefits": figures("benefits"),
    "negotiation": figures("negotiation"),
    "career": career,
    "growth": figures("growth"),
    "method": method,
}
"""The guide's own tables, by the name in their address."""
