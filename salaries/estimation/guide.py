"""The figures of one edition as estimation reads them: frozen, typed, each with the citation it was printed under."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeVar

from salaries.estimation.amounts import Citation


@dataclass(frozen=True, slots=True)
class Figure:
    """One number and the citation it stands under; the unit is the field's own."""

    value: Decimal
    source: Citation


@dataclass(frozen=True, slots=True)
class Span:
    """A printed range. `high` None: the guide gives no upper figure; `and_up`: it prints a "+" behind it."""

    low: Decimal
    high: Decimal | None
    source: Citation
    and_up: bool = False

    @property
    def middle(self) -> Decimal:
        """The middle of the range; its low where there is no upper figure."""
        return self.low if self.high is None else (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Occupation:
    """One occupation's national wages, US dollars a year, at the 10th, 25th, 50th, 75th and 90th percentile."""

    slug: str
    name: str
    soc: str
    annual: tuple[tuple[int, Decimal], ...]
    """Pairs of percentile and wage, both rising."""
    source: Citation

    def at(self, percentile: int) -> Decimal:
        """Return the wage at a published percentile. Raises `KeyError` for any other."""
        return dict(self.annual)[percentile]


@dataclass(frozen=True, slots=True)
class Tier:
    """An experience tier: relevant years from `floor` up to (not including) `ceiling`, None for the last."""

    slug: str
    name: str
    floor: Decimal
    ceiling: Decimal | None
    base: Span
    total: Span | None
    """Total compensation at large technology companies, where the guide prints it for this tier."""
    source: Citation


@dataclass(frozen=True, slots=True)
class Specialization:
    """A specialization and its rule.

    "none" changes nothing; "premium" is a span in percent on top of the generalist's range; "band" is a range in
    US dollars a year that the guide states for the tier `stated_for`. `may_pay_less` lets a band's factor fall
    below 1.
    """

    slug: str
    name: str
    rule: Literal["none", "premium", "band"]
    source: Citation
    premium: Span | None = None
    band: Span | None = None
    stated_for: str | None = None
    may_pay_less: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMean:
    """An annual mean wage, US dollars. `code` is a state's two letters or a metropolitan area's five digits."""

    slug: str
    code: str
    name: str
    mean: Decimal
    source: Citation


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the leadership ladder. `is_base`: the guide calls the range base salary; elsewhere it does not say."""

    slug: str
    name: str
    span: Span
    is_base: bool


@dataclass(frozen=True, slots=True)
class Benefit:
    """Something beside the salary; `span` None where the guide gives no figure."""

    slug: str
    name: str
    unit: str
    span: Span | None
    note: str
    source: Citation


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two places of the guide that do not agree, in words; `tiers` empty where it concerns everybody."""

    slug: str
    words: str
    source: Citation
    other: Citation
    tiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PayingSkill:
    """A skill that the guide says raises pay, without saying by how much."""

    slug: str
    name: str
    words: str
    source: Citation


@dataclass(frozen=True, slots=True)
class Parameters:
    """The method's own figures, each editable in the edition."""

    adjacent_credit: Figure
    """Share of adjacent years that counts."""
    adjacent_allowance: Figure
    """Years by which credited adjacent work may exceed the ML years."""
    staff_ceiling: Figure
    """Relevant years at which the last tier's point reaches its high."""
    neighbour_distance: Figure
    """Years from a floor within which the tier beyond it is shown too."""
    band_weight: Figure
    """How far a band's distance from the tier's middle moves the range."""
    place_weight: Figure
    """How far a place's distance from the national mean moves the range."""
    mean_tail_weight: Figure
    """Swanson's rule: weight of the 10th and of the 90th percentile in the mean."""
    mean_middle_weight: Figure
    """Swanson's rule: weight of the median in the mean."""
    oews_largest_error: Figure
    """Relative standard error, percent, above which a BLS mean is not used."""
    oews_fewest_jobs: Figure
    """Jobs below which a BLS mean is not used."""
    rounding: Figure
    """US dollars to which the estimate is rounded."""


@dataclass(frozen=True, slots=True)
class Guide:
    """One edition's figures. Tiers rise and join; every figure carries its citation."""

    edition: str
    tiers: tuple[Tier, ...]
    phd: Span
    """What finished PhDs start at, US dollars a year."""
    specializations: tuple[Specialization, ...]
    occupations: tuple[Occupation, ...]
    """Data scientists first: the classification that places are compared in; then software developers."""
    states: tuple[PlaceMean, ...]
    metros: tuple[PlaceMean, ...]
    ladder: tuple[Rung, ...]
    equity: Span
    """Yearly equity at publicly traded technology companies, percent of base."""
    major_ai_total: Figure
    """US dollars a year that senior total compensation at major AI companies can exceed."""
    signing_bonus: Benefit
    benefits: tuple[Benefit, ...]
    parameters: Parameters
    disagreements: tuple[Disagreement, ...] = ()
    skills: tuple[PayingSkill, ...] = ()

    def tier(self, slug: str) -> Tier:
        """Return the tier of that slug. Raises `NoSuchFigure`."""
        return _named(self.tiers, slug, "tier")

    def specialization(self, slug: str) -> Specialization:
        """Return the specialization of that slug. Raises `NoSuchFigure`."""
        return _named(self.specializations, slug, "specialization")

    def rung(self, slug: str) -> Rung:
        """Return the rung of the leadership ladder of that slug. Raises `NoSuchFigure`."""
        return _named(self.ladder, slug, "rung")

    def occupation(self, slug: str) -> Occupation:
        """Return the occupation of that slug. Raises `NoSuchFigure`."""
        return _named(self.occupations, slug, "occupation")

    def metro(self, cbsa: str | None) -> PlaceMean | None:
        """Return the listed metropolitan area with that code, None where the guide lists none."""
        return next((metro for metro in self.metros if metro.code == cbsa), None)

    def state(self, code: str | None) -> PlaceMean | None:
        """Return the listed state of that two-letter code, None where the guide lists none."""
        return next((state for state in self.states if state.code == code), None)


DATA_SCIENTISTS = "data-scientists"
SOFTWARE_DEVELOPERS = "software-developers"

T = TypeVar("T", Tier, Specialization, Rung, Occupation)


class NoSuchFigure(LookupError):
    """The edition holds nothing under that name."""

    def __init__(self, kind: str, slug: str) -> None:
        super().__init__(f"the guide has no {kind} called {slug!r}")
        self.kind = kind
        self.slug = slug


def _named(items: tuple[T, ...], slug: str, kind: str) -> T:
    for item in items:
        if item.slug == slug:
            return item
    raise NoSuchFigure(kind, slug)
