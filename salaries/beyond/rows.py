"""The BLS's states and metropolitan areas as rows: their figures for data scientists, and what they do to estimates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

from salaries.charts import Scale
from salaries.estimation.bls import shortfall
from salaries.estimation.guide import DATA_SCIENTISTS, Guide, PlaceMean
from salaries.estimation.means import place_factor
from salaries.reference import metros, states
from salaries.reference.bureau import occupations
from salaries.reference.oews import Area, Areas

PlaceKind = Literal["state", "metro"]

TENTH = Decimal("0.1")
TABLES_KEPT = 4
"""Lists in the memory of a process: of the current guide and wages, and of a preview or two."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A place with the BLS's figures for data scientists.

    `distance` is that of its mean from the nation's, percent; `factor` what the mean would do to an estimate, both
    None without a mean. `weak` ends the sentence "Its mean ..." where the mean is not firm enough for estimates, and is
    empty where it is. `listed` is the guide's own figure, None where the guide has none.
    """

    slug: str
    kind: PlaceKind
    area: Area
    distance: Decimal | None
    factor: Decimal | None
    weak: str
    listed: PlaceMean | None
    width: Decimal
    """The bar's, percent of the picture."""

    @property
    def firm(self) -> bool:
        return not self.weak


@lru_cache(maxsize=TABLES_KEPT)
def area_rows(areas: Areas, guide: Guide) -> tuple[AreaRow, ...]:
    """Return the states, then the metropolitan areas, in which the BLS counts data scientists."""
    soc = guide.occupation(DATA_SCIENTISTS).soc
    national, scale = areas.national(soc).annual_mean, scale_of(areas, soc)
    found = (*areas.all("state", soc), *areas.all("metro", soc))
    return tuple(_row(area, national, scale, guide) for area in found)


def scale_of(areas: Areas, soc: str) -> Scale:
    """Return the scale of the bars: from zero to the largest mean of a place."""
    means = [area.annual_mean or Decimal(0) for area in (*areas.all("state", soc), *areas.all("metro", soc))]
    return Scale(Decimal(0), max(means))


def _row(area: Area, national: Decimal | None, scale: Scale, guide: Guide) -> AreaRow:
    mean = area.annual_mean
    return AreaRow(
        slug=slug_of(area),
        kind="state" if area.kind == "state" else "metro",
        area=area,
        distance=distance(mean, national),
        factor=place_factor(mean, national, guide) if mean and national else None,
        weak=shortfall(area, guide) or "",
        listed=guide.state(postal_code(area.code)) if area.kind == "state" else guide.metro(area.code),
        width=scale.at(mean or Decimal(0)),
    )


def distance(mean: Decimal | None, national: Decimal | None) -> Decimal | None:
    """Return how far a mean lies from the nation's, percent with one decimal; None where either is not published."""
    if mean is None or national is None:
        return None
    return ((mean / national - 1) * 100).quantize(TENTH, ROUND_HALF_UP)


def slug_of(area: Area) -> str:
    """Return a place's name in addresses: "us-wa", "metro-seattle" where the guide lists it, else "metro-14260"."""
    if area.kind == "state":
        return f"us-{(postal_code(area.code) or area.code).lower()}"
    return f"metro-{metros.slug_of(area.code) or area.code}"


@lru_cache(maxsize=TABLES_KEPT)
def places(areas: Areas) -> dict[str, tuple[Area, ...]]:
    """Return the rows of every state and metropolitan area, of either occupation, by the place's name in addresses."""
    found: dict[str, tuple[Area, ...]] = {}
    for soc in occupations():
        for area in (*areas.all("state", soc), *areas.all("metro", soc)):
            slug = slug_of(area)
            found[slug] = (*found.get(slug, ()), area)
    return found


def unlisted_states(rows: Iterable[AreaRow]) -> tuple[str, ...]:
    """Return the names of the states that have no row."""
    listed = {row.area.code for row in rows if row.kind == "state"}
    return tuple(state.name for state in states.load().values() if state.fips not in listed)


def postal_code(fips: str) -> str | None:
    """Return the postal code of a state given by its FIPS code, None for what is no state of ours (Guam)."""
    return _postal_codes().get(fips)


@lru_cache(maxsize=1)
def _postal_codes() -> dict[str, str]:
    return {state.fips: code for code, state in states.load().items()}


def states_of(area: Area) -> Iterator[str]:
    """Yield the postal codes of the states that a metropolitan area lies in, the principal one first."""
    codes = area.name.rpartition(", ")[2]
    yield from (code for code in codes.split("-") if code in states.load())
