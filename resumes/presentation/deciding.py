"""What would decide the tier near a floor: a month that the resume does not print, a role without dates, a doubt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal

from resumes.extraction.facts import Kind, Role
from resumes.extraction.years import count
from resumes.presentation.basis import Basis
from resumes.presentation.timeline import COUNTED, UNTITLED
from resumes.presentation.words import named
from resumes.said import keyed
from salaries.estimation.years import relevant_years, tier_of

MIDDLE = 6
"""Months of a bare year before the middle, from which or to which it is counted."""
OTHER_KIND: dict[Kind, Kind] = {"adjacent": "ml", "ml": "adjacent"}


@dataclass(frozen=True, slots=True)
class Decider:
    """Something about one role that would change the tier; `years` are the relevant years it would give, if known."""

    key: str
    title: str
    words: str
    years: Decimal | None
    tier: str

    @property
    def gives(self) -> str:
        """Return what it would give: "that makes 6.02 years: senior"."""
        tier = named("tiers", self.tier).lower()
        return f"that makes {self.years:.2f} years: {tier}" if self.years is not None else f"that is enough for {tier}"


def nearness(basis: Basis) -> str:
    """Return "0.27 years more would make it senior", empty away from floors and where the visitor gave the years."""
    near = basis.estimate.neighbour
    if near is None or basis.corrections.years is not None:
        return ""
    direction = "more" if near.distance > 0 else "fewer"
    return f"{abs(near.distance):.2f} years {direction} would make it {named('tiers', near.tier).lower()}"


def deciders(basis: Basis) -> tuple[Decider, ...]:
    """Return what would decide, in the order of the roles; nothing away from floors and where the visitor decides."""
    said = basis.corrections
    if basis.estimate.neighbour is None or said.years is not None or basis.years.claimed:
        return ()
    roles = list(keyed(basis.read, said))
    return tuple(
        found
        for place, (key, role) in enumerate(roles)
        for found in of_role(Case(basis, [one for _, one in roles], place, key))
    )


@dataclass(frozen=True, slots=True)
class Case:
    """One role among all."""

    basis: Basis
    roles: Sequence[Role]
    place: int
    key: str

    @property
    def role(self) -> Role:
        return self.roles[self.place]

    def years_if(self, other: Role) -> Decimal:
        """Return the relevant years with another role in this one's place."""
        roles = [*self.roles[: self.place], other, *self.roles[self.place + 1 :]]
        years = count(roles, None, self.basis.as_of)
        return relevant_years(years.ml, years.adjacent, self.basis.guide)

    def tier_if(self, other: Role) -> str:
        return tier_of(self.years_if(other), self.basis.guide)

    def decider(self, words: str, other: Role) -> Decider:
        return Decider(self.key, self.role.title or UNTITLED, words, self.years_if(other), self.tier_if(other))

    @property
    def tier(self) -> str:
        return self.basis.estimate.tier

    @property
    def upwards(self) -> bool:
        """Whether the near floor lies above."""
        near = self.basis.estimate.neighbour
        return near is not None and near.distance > 0


def of_role(case: Case) -> Iterator[Decider]:
    """Yield what of one role would decide."""
    role = case.role
    if role.kind not in COUNTED:
        return
    if not role.start:
        yield from undated(case)
    elif role.start == role.end and is_bare(role.start):
        yield from single_year(case)
    else:
        yield from (found for side in ("start", "end") if is_bare(getattr(role, side)) for found in bare(case, side))
    if role.confidence != "high" and (other := OTHER_KIND.get(role.kind)):
        yield from doubtful(case, replace(role, kind=other))


def is_bare(text: str | None) -> bool:
    """Return whether a date is a year without a month."""
    return text is not None and text.isdigit()


def bare(case: Case, side: str) -> Iterator[Decider]:
    """Yield the nearest month that would decide, in the place of a bare year's middle."""
    year = getattr(case.role, side)
    earlier = case.upwards == (side == "start")
    months = range(MIDDLE, 0, -1) if earlier else range(MIDDLE + 1, 13)
    for month in months:
        printed = f"{year}-{month:02d}"
        other = replace(case.role, start=printed) if side == "start" else replace(case.role, end=printed)
        if case.tier_if(other) != case.tier:
            yield case.decider(words_of(side, year, f"{date(2000, month, 1):%B}", earlier=earlier), other)
            return


def words_of(side: str, year: str, month: str, *, earlier: bool) -> str:
    """Return "2019 without a month was counted from its middle. If it began in March or before"."""
    counted, deed = ("from", "began") if side == "start" else ("to", "ended")
    bound = "before" if earlier else "later"
    return f"{year} has no month, so we counted {counted} its middle. If it {deed} in {month} {year} or {bound}"


def single_year(case: Case) -> Iterator[Decider]:
    """Yield the whole year, where the half that was counted of it leaves the tier open."""
    year = case.role.start
    other = replace(case.role, start=f"{year}-01", end=f"{year}-12")
    if case.upwards and case.tier_if(other) != case.tier:
        yield case.decider(f"{year} alone counts as half a year. If the role lasted all of {year}", other)


def undated(case: Case) -> Iterator[Decider]:
    """Yield how many months of a role without dates would be enough."""
    near = case.basis.estimate.neighbour
    if near is None or near.distance <= 0:
        return
    share = Decimal(1) if case.role.kind == "ml" else case.basis.guide.parameters.adjacent_credit.value
    months = int((near.distance / share * 12).to_integral_value(ROUND_CEILING))
    words = f"This role has no dates, so it counts nothing. If it lasted {months} month{'s' if months > 1 else ''}"
    yield Decider(case.key, case.role.title or UNTITLED, words, None, near.tier)


def doubtful(case: Case, other: Role) -> Iterator[Decider]:
    """Yield the other kind of work, where we are not certain of the one that was read."""
    if case.tier_if(other) != case.tier:
        name = named("kinds", other.kind)
        yield case.decider(f"We are not certain what work this was. If it was {name} work", other)
