"""A what-if answered: what is different, by how much each alone and all together, and both ranges in one picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from resumes.presentation.current import Current
from resumes.presentation.words import named, sentence
from resumes.what_if.form import WhatIfForm
from salaries.charts import Band, Scale, Tick, axis, interval, padded, tick
from salaries.estimation import estimate
from salaries.estimation.estimate import Estimate
from salaries.estimation.profile import Profile
from salaries.estimation.years import years_of
from salaries.explanation.page import Explained, explained
from salaries.moves import Comparison, compare
from salaries.places.options import ABROAD
from salaries.reference.oews import Areas

FIELDS = {"llm": "llm_production"}
"""Fields that are called otherwise among the corrections."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that is different; `alone` is what it does without the others, empty where it leaves the base."""

    field: str
    name: str
    yours: str
    other: str
    alone: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A range in the picture; its label begins at the bar, or ends with it where the bar stands far to the right."""

    band: Band
    point: Tick
    label_x: Decimal
    anchor: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Both ranges on one axis; `ticks` are the axis."""

    yours: Drawn
    other: Drawn
    ticks: tuple[Tick, ...]

    @property
    def rises(self) -> bool:
        """Whether the other point lies above one's own."""
        return self.other.point.x > self.yours.point.x

    @property
    def apart(self) -> bool:
        """Whether the points lie far enough apart for an arrow between them."""
        return abs(self.other.point.x - self.yours.point.x) >= 2

    @property
    def right(self) -> Decimal:
        """Where the point farther to the right stands, in percent."""
        return max(self.yours.point.x, self.other.point.x)

    @property
    def left(self) -> Decimal:
        """Where the point farther to the left stands, in percent."""
        return min(self.yours.point.x, self.other.point.x)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The changed person's estimate, told, beside one's own."""

    page: Explained
    changed: tuple[Changed, ...]
    comparison: Comparison | None
    pair: Pair


def what_if(form: WhatIfForm, areas: Areas) -> WhatIf | None:
    """Return the answer to a valid form, None where nothing is different; `areas` are the BLS wages by place.

    Raises `NoSuchFigure` where the edition lacks a slug.
    """
    stands, profile = form.stands, form.profile()
    if profile == stands.profile:
        return None
    where = form.option.short if form.option else stands.where
    abroad = "This place is outside the United States" if form.option == ABROAD else ""
    page = explained(profile, stands.guide, areas, where=where, abroad=abroad)
    return WhatIf(
        page=page,
        changed=tuple(changes(form, areas)),
        comparison=compare(stands.found, page.estimate),
        pair=pair(stands.found, page.estimate),
    )


def changes(form: WhatIfForm, areas: Areas) -> Iterator[Changed]:
    """Yield what is different, in the form's order; production experience goes with its specialization."""
    said = list(form.said())
    for name in said:
        if name == "llm" and "specialization" in said:
            continue
        fields = ("specialization", "llm") if name == "specialization" else (name,)
        alone = form.profile(*fields)
        if alone != form.stands.profile:
            yield changed(form, name, alone, areas)


def changed(form: WhatIfForm, name: str, alone: Profile, areas: Areas) -> Changed:
    """Return one thing with what it does alone."""
    own = form.stands
    comparison = compare(own.found, estimate(alone, own.guide, areas))
    return Changed(
        field=name,
        name=sentence(named("fields", FIELDS.get(name, name))),
        yours=sentence(value(own.profile, name, own) if name != "place" else own.where or "not known"),
        other=sentence(value(alone, name, own) if name != "place" else form.option.name if form.option else ""),
        alone=comparison.difference if comparison else "",
    )


def value(profile: Profile, name: str, stands: Current) -> str:
    """Return what a profile says of a field, in words."""
    if name == "years":
        return f"{years_of(profile, stands.guide):.2f} relevant years"
    if name == "degree":
        return "a PhD" if profile.phd else "no PhD that counts"
    if name == "llm":
        return "yes" if profile.llm_production else "no"
    if name == "employer":
        return named("employers", profile.employer) if profile.employer else "not known"
    if name == "rung":
        return named("rungs", profile.rung) if profile.rung else "an engineer's role"
    special = named("specializations", profile.specialization)
    return f"{special}, in production" if is_premium(profile, stands) else special


def is_premium(profile: Profile, stands: Current) -> bool:
    """Return whether a premium is counted for production experience."""
    special = stands.guide.specialization(profile.specialization)
    return special.rule == "premium" and profile.llm_production


def pair(yours: Estimate, other: Estimate) -> Pair:
    """Return both ranges on one axis."""
    scale = padded([yours.low, yours.high, other.low, other.high], Decimal(20_000))
    return Pair(drawn(yours, "yours", scale), drawn(other, "what if", scale), axis(scale, interval(scale)))


def drawn(found: Estimate, name: str, scale: Scale) -> Drawn:
    """Return an estimate's range with the place of its label."""
    band = Band(name, *scale.span(found.low, found.high), found.low, found.high)
    right = band.x > 100 - band.x - band.width and band.x > 25
    return Drawn(band, tick(scale, found.point), band.x + band.width if right else band.x, "end" if right else "start")
