"""One place: both occupations as the BLS counts them, what the guide says of it, and what an estimate makes of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from salaries.beyond.rows import AreaRow, area_rows, distance, places, postal_code, states_of
from salaries.charts import PercentileStrip, Tick, axis, interval, padded, percentile_strips
from salaries.estimation.amounts import Citation
from salaries.estimation.beside import PlaceFinding
from salaries.estimation.guide import DATA_SCIENTISTS, Guide, Occupation, PlaceMean
from salaries.estimation.place import price
from salaries.estimation.profile import Place
from salaries.reference.bureau import occupations
from salaries.reference.oews import Area, Areas

TEN_THOUSAND = Decimal(10_000)
PERCENTILES = (10, 25, 50, 75, 90)


@dataclass(frozen=True, slots=True)
class Counted:
    """An occupation in the place and in the nation; `area` None where the BLS lists none of it there."""

    name: str
    soc: str
    area: Area | None
    nation: Area
    distance: Decimal | None
    strip: PercentileStrip | None

    @property
    def percentiles(self) -> tuple[tuple[int, Decimal | None, Decimal | None], ...]:
        """The percentiles, each with the wage there and in the nation."""
        here = wages_of(self.area) if self.area else (None,) * len(PERCENTILES)
        return tuple(zip(PERCENTILES, here, wages_of(self.nation), strict=True))


@dataclass(frozen=True, slots=True)
class PlacePage:
    """What the page of a place shows. `finding` is how an estimate prices it; `near` the places that belong with it."""

    slug: str
    name: str
    kind: str
    counted: tuple[Counted, ...]
    ticks: tuple[Tick, ...]
    finding: PlaceFinding
    row: AreaRow | None
    listed: PlaceMean | None
    near: tuple[AreaRow, ...]
    option: str
    """The place as the form of the estimate by hand calls it."""


def place_page(slug: str, areas: Areas, guide: Guide) -> PlacePage | None:
    """Return the page of a place by its name in addresses, None where the table has no such place."""
    held = places(areas).get(slug)
    if held is None:
        return None
    one = held[0]
    counted = counted_in(held, areas)
    return PlacePage(
        slug=slug,
        name=one.name,
        kind=one.kind,
        counted=counted,
        ticks=ticks_of(held),
        finding=price(place_of(one), guide, areas),
        row=next((row for row in area_rows(areas, guide) if row.slug == slug), None),
        listed=guide.state(postal_code(one.code)) if one.kind == "state" else guide.metro(one.code),
        near=near(one, area_rows(areas, guide)),
        option=f"{one.name} ({'state' if one.kind == 'state' else 'metro area'})",
    )


def place_of(area: Area) -> Place:
    """Return the place as a profile has it; a metropolitan area lies in the state that its name gives first."""
    if area.kind == "state":
        return Place(region=postal_code(area.code), country="US")
    return Place(region=next(states_of(area), None), country="US", cbsa=area.code)


def counted_in(held: Sequence[Area], areas: Areas) -> tuple[Counted, ...]:
    """Return the occupations with their strips on one scale."""
    by_soc = {area.soc: area for area in held}
    whole = [soc for soc, area in by_soc.items() if None not in wages_of(area)]
    strips = dict(zip(whole, percentile_strips([_drawn(by_soc[soc]) for soc in whole]), strict=True)) if whole else {}
    return tuple(
        Counted(
            name=name,
            soc=soc,
            area=by_soc.get(soc),
            nation=areas.national(soc),
            distance=distance(by_soc[soc].annual_mean, areas.national(soc).annual_mean) if soc in by_soc else None,
            strip=strips.get(soc),
        )
        for soc, name in occupations().items()
    )


def ticks_of(held: Sequence[Area]) -> tuple[Tick, ...]:
    """Return the axis of the strips, none where no occupation has all its percentiles."""
    wages = [wage for area in held if None not in wages_of(area) for wage in wages_of(area) if wage is not None]
    if not wages:
        return ()
    scale = padded(wages, TEN_THOUSAND)
    return axis(scale, interval(scale))


def wages_of(area: Area) -> tuple[Decimal | None, ...]:
    """Return the wages at the percentiles, in their order."""
    return area.p10, area.p25, area.p50, area.p75, area.p90


def near(area: Area, rows: Sequence[AreaRow]) -> tuple[AreaRow, ...]:
    """Return a state's metropolitan areas, or a metropolitan area's states, by falling mean."""
    own = codes_of(area)
    other = "metro" if area.kind == "state" else "state"
    found = [row for row in rows if row.kind == other and own & codes_of(row.area)]
    return tuple(sorted(found, key=lambda row: -(row.area.annual_mean or 0)))


def codes_of(area: Area) -> set[str]:
    """Return the postal codes of the states that a place is or lies in."""
    if area.kind == "state":
        return {code} if (code := postal_code(area.code)) else set()
    return set(states_of(area))


def _drawn(area: Area) -> Occupation:
    annual = tuple((percent, wage) for percent, wage in zip(PERCENTILES, wages_of(area), strict=True) if wage)
    return Occupation(DATA_SCIENTISTS, area.name, area.soc, annual, Citation("oews", area.name))
