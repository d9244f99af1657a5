"""What an edition would change for people: estimates of a fixed panel of profiles by two guides.

Decision: to the fixed panel come one person a tier in each place whose mean differs between the two, since a figure
that the panel happens not to live by would pass without a word otherwise.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import product

import msgspec
import yaml

from salaries.contents.differences import percent_of
from salaries.contents.files import GUIDES
from salaries.estimation import estimate
from salaries.estimation.amounts import Amounts
from salaries.estimation.guide import Guide, NoSuchFigure, PlaceMean
from salaries.estimation.place import US
from salaries.estimation.profile import Place, Profile
from salaries.reference.oews import Areas


class PanelPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place of the panel, as estimates know places."""

    name: str
    region: str | None = None
    country: str | None = None
    cbsa: str | None = None


class Panel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The panel's file. `largest_move` is in percent of the point, `years` are relevant years by tier."""

    largest_move: Decimal
    years: dict[str, Decimal]
    specializations: tuple[str, ...]
    places: tuple[PanelPlace, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One profile of the panel, and how to call it."""

    tier: str
    specialization: str
    place: str
    phd: bool
    profile: Profile


@dataclass(frozen=True, slots=True)
class Range:
    """A person's estimate, US dollars a year."""

    base: Amounts
    point: Decimal


@dataclass(frozen=True, slots=True)
class Effect:
    """A person's estimate by both editions, None where one of them cannot price them; `percent` of the point."""

    person: Person
    old: Range | None
    new: Range | None
    percent: Decimal | None

    @property
    def moves(self) -> bool:
        return self.old != self.new

    @property
    def size(self) -> Decimal:
        """How far the point moves, in percent either way; a range that comes or goes counts as wholly moved."""
        if self.percent is None:
            return Decimal(100) if self.moves else Decimal(0)
        return abs(self.percent)


@dataclass(frozen=True, slots=True)
class Effects:
    """The panel's estimates that change, the largest change first, out of `people`."""

    people: int
    moved: tuple[Effect, ...]
    largest_move: Decimal

    @property
    def too_far(self) -> int:
        """Estimates that move by more than what may pass without a second yes."""
        return sum(effect.size > self.largest_move for effect in self.moved)

    @property
    def rising(self) -> int:
        return sum(effect.percent is not None and effect.percent > 0 for effect in self.moved)

    @property
    def falling(self) -> int:
        return sum(effect.percent is not None and effect.percent < 0 for effect in self.moved)


@cache
def panel() -> Panel:
    """Return the panel as its file holds it."""
    return msgspec.convert(yaml.safe_load((GUIDES / "panel.yaml").read_text(encoding="utf-8")), Panel)


def people() -> tuple[Person, ...]:
    """Return every profile of the panel."""
    held = panel()
    cases = product(held.years.items(), held.specializations, held.places, (False, True))
    return tuple(_person(tier, years, special, place, phd) for (tier, years), special, place, phd in cases)


def neighbors(old: Guide, new: Guide) -> tuple[Person, ...]:
    """Return one profile a tier for each place whose mean differs between two guides and that the panel lacks."""
    held = panel()
    known = {place.cbsa or place.region for place in held.places}
    states = (PanelPlace(one.name, region=one.code, country=US) for one in _differing(old.states, new.states))
    metros = (PanelPlace(one.name, country=US, cbsa=one.code) for one in _differing(old.metros, new.metros))
    places = [place for place in (*states, *metros) if (place.cbsa or place.region) not in known]
    cases = product(held.years.items(), places)
    return tuple(_person(tier, years, held.specializations[0], place, phd=False) for (tier, years), place in cases)


def _differing(old: tuple[PlaceMean, ...], new: tuple[PlaceMean, ...]) -> list[PlaceMean]:
    """Return the places, of both guides by code, that one of them lacks or that have another mean."""
    before, after = ({place.code: place for place in places} for places in (old, new))
    mean = {code: place.mean for code, place in before.items()}
    changed = [place for code, place in after.items() if mean.get(code) != place.mean]
    return [*changed, *(place for code, place in before.items() if code not in after)]


def effects(old: Guide, new: Guide, areas: Areas) -> Effects:
    """Return whose estimates would change between two guides, and how."""
    found = [_effect(person, old, new, areas) for person in (*people(), *neighbors(old, new))]
    moved = sorted((effect for effect in found if effect.moves), key=lambda effect: -effect.size)
    return Effects(len(found), tuple(moved), panel().largest_move)


def _person(tier: str, years: Decimal, special: str, place: PanelPlace, phd: bool) -> Person:
    where = Place(region=place.region, country=place.country, cbsa=place.cbsa)
    profile = Profile(
        ml_years=years, specialization=special, llm_production=special == "llm-genai", phd=phd, place=where
    )
    return Person(tier, special, place.name, phd, profile)


def _effect(person: Person, old: Guide, new: Guide, areas: Areas) -> Effect:
    before, after = _range(person.profile, old, areas), _range(person.profile, new, areas)
    percent = percent_of(before.point, after.point) if before and after else None
    return Effect(person, before, after, percent)


def _range(profile: Profile, guide: Guide, areas: Areas) -> Range | None:
    try:
        found = estimate(profile, guide, areas)
    except NoSuchFigure:
        return None
    return Range(Amounts(found.low, found.high, found.and_up), found.point)
