"""The tables of other public sources as rows of cells."""

from collections.abc import Iterator
from decimal import Decimal

from salaries.beyond.rows import places, slug_of
from salaries.downloads.columns import Cell, Sheet
from salaries.estimation.bls import shortfall
from salaries.estimation.guide import DATA_SCIENTISTS, Guide
from salaries.reference import market, origins
from salaries.reference.bureau import occupations
from salaries.reference.oews import Area, Areas

BLS = "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, {period}; public domain"

AREA_COLUMNS = (
    "page",
    "kind",
    "code",
    "name",
    "occupation",
    "soc",
    "jobs",
    "jobs_relative_standard_error_percent",
    "annual_mean_usd",
    "mean_relative_standard_error_percent",
    "p10_usd_per_year",
    "p25_usd_per_year",
    "p50_usd_per_year",
    "p75_usd_per_year",
    "p90_usd_per_year",
    "firm_enough_for_estimates",
    "why_not",
    "source",
)
MARKET_COLUMNS = (
    "job_family",
    "level",
    "entries",
    "p10_usd_per_year",
    "p25_usd_per_year",
    "p50_usd_per_year",
    "p75_usd_per_year",
    "p90_usd_per_year",
    "source",
)


def areas(table: Areas, guide: Guide) -> Sheet:
    """Return both occupations in the nation, the states and the metropolitan areas; empty: not released.

    Estimates compare places by data scientists: only for them it is told whether a mean is firm enough.
    """
    rows = [_area("", table.national(soc), table, guide) for soc in occupations()]
    rows += [_area(slug_of(area), area, table, guide) for held in places(table).values() for area in held]
    return Sheet(AREA_COLUMNS, tuple(rows))


def _area(page: str, area: Area, table: Areas, guide: Guide) -> tuple[Cell, ...]:
    wages: tuple[Decimal | None, ...] = (area.p10, area.p25, area.p50, area.p75, area.p90)
    compared = area.kind != "national" and area.soc == guide.occupation(DATA_SCIENTISTS).soc
    weak = shortfall(area, guide) if compared else None
    return (
        page,
        area.kind,
        area.code,
        area.name,
        occupations()[area.soc],
        area.soc,
        area.employment,
        area.employment_rse,
        area.annual_mean,
        area.wage_rse,
        *wages,
        not weak if compared else None,
        weak,
        BLS.format(period=table.period),
    )


def posted(held: market.Market) -> Sheet:
    """Return posted and reported salaries by family and level."""
    origin = origins.load()["market-salaries"]
    source = f"{origin.title}; {origin.publisher}; {origin.licence}. {origin.notes}"
    return Sheet(MARKET_COLUMNS, tuple((*row, source) for row in _rows(held)))


def _rows(held: market.Market) -> Iterator[tuple[Cell, ...]]:
    for row in held.rows():
        yield row.family, row.level, row.reports, row.p10, row.p25, row.p50, row.p75, row.p90
