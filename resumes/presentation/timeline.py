"""The years, role by role: what counted, what did not and why, what the visitor changed, and the picture of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from resumes.extraction.facts import PROFESSIONAL, Role
from resumes.extraction.years import Span, in_years, month_span, union
from resumes.presentation.basis import Basis
from resumes.presentation.quotes import Quote, at, quotes
from resumes.presentation.ribbon import MONTHS, Ribbon, bar, ribbon, scale_of, ticks
from resumes.presentation.words import named, sentence
from resumes.said import RoleCorrection, keyed, keys
from salaries.charts import Scale, Tick

COUNTED = ("ml", "adjacent")
UNTITLED = "A role without a title"


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role. `months` are its own; `shared` those that another role has counted already.

    `x` and `width` are its bar in percent, None where it has no dates. `counted` is whether it adds to the years.
    `yours`: the visitor changed, added or `removed` it; `was` is then what was read, in words, where that differs.
    """

    key: str
    title: str
    employer: str
    dates: str
    months: int | None
    shared: int
    kind: str
    why: str
    counted: bool
    sure: bool
    quotes: tuple[Quote, ...]
    x: Decimal | None = None
    width: Decimal | None = None
    yours: bool = False
    removed: bool = False
    was: str = ""
    at: str = ""
    """Where its title, employer and dates stand, as marks name it."""

    @property
    def years(self) -> Decimal | None:
        return None if self.months is None else in_years(self.months)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All roles, the newest first and those without dates last, with the ticks of their years.

    `ribbon` draws the months that count, each once; None where none does.
    """

    rows: tuple[RoleRow, ...]
    ticks: tuple[Tick, ...]
    ribbon: Ribbon | None = None

    @property
    def counted(self) -> int:
        return sum(row.counted for row in self.rows)

    @property
    def left_out(self) -> int:
        return len(self.rows) - self.counted


@dataclass(frozen=True, slots=True)
class Drawn:
    """A role with its key and months on the way to its row; `read` is the role as it was read, None for added ones."""

    key: str
    role: Role
    span: Span | None
    said: RoleCorrection | None = None
    read: Role | None = None

    @property
    def counts(self) -> bool:
        return self.span is not None and self.role.kind in COUNTED and not (self.said and self.said.removed)


def timeline(basis: Basis) -> Timeline:
    """Return the roles with their months and bars."""
    drawn = sorted(every(basis), key=lambda one: later(one.span), reverse=True)
    counting = [one for one in as_printed(basis) if one.counts]
    spans = [one.span for one in drawn if one.span]
    scale = scale_of(spans)
    rows = tuple(row(basis, one, shared(counting, one), scale) for one in drawn)
    counted = [(one.span, one.role.kind) for one in counting if one.span]
    return Timeline(rows, ticks(scale) if scale else (), ribbon(counted, scale) if scale and counted else None)


def every(basis: Basis) -> list[Drawn]:
    """Return all roles, those that the visitor removed as they were read."""
    gone = [(key, role) for key, role in keys(basis.read) if (one := basis.corrections.of_role(key)) and one.removed]
    return as_printed(basis) + [drawn(basis, key, role, role) for key, role in gone]


def as_printed(basis: Basis) -> list[Drawn]:
    """Return the roles as corrected, in the order in which they count."""
    read = dict(keys(basis.read))
    return [drawn(basis, key, role, read.get(key)) for key, role in keyed(basis.read, basis.corrections)]


def drawn(basis: Basis, key: str, role: Role, read: Role | None) -> Drawn:
    return Drawn(key, role, span_of(role, basis.as_of), basis.corrections.of_role(key), read)


def span_of(role: Role, as_of: date) -> Span | None:
    """Return the months of a role, None where it has no date that can be used."""
    return month_span(role.start, role.end, as_of)


def later(span: Span | None) -> tuple[int, int]:
    """Return what roles are ordered by: their end, then their beginning."""
    return (span[1], span[0]) if span else (0, 0)


def row(basis: Basis, one: Drawn, shared_months: int, scale: Scale | None) -> RoleRow:
    """Return the row of a role."""
    x, width = bar(one.span, scale)
    return RoleRow(
        key=one.key,
        title=one.role.title or UNTITLED,
        employer=one.role.employer or "",
        dates=dates_in_words(one.role),
        months=one.span[1] - one.span[0] if one.span else None,
        shared=shared_months,
        kind=one.role.kind,
        why=why(one),
        counted=one.counts,
        sure=one.role.confidence == "high",
        quotes=quotes(basis.document, one.role.evidence, 1),
        x=x,
        width=width,
        yours=one.said is not None,
        removed=bool(one.said and one.said.removed),
        was=was(one),
        at=at(*one.role.evidence),
    )


def why(one: Drawn) -> str:
    """Return how the role counts, in words."""
    if one.said and one.said.removed:
        return sentence(named("counted", "removed"))
    return reason(one.role, one.span)


def reason(role: Role, span: Span | None) -> str:
    """Return how a role of these months counts, in words."""
    if role.kind in PROFESSIONAL and span is None:
        return f"{sentence(named('kinds', role.kind))}, {named('counted', 'future' if role.start else 'undated')}"
    return named("counted", role.kind)


def was(one: Drawn) -> str:
    """Return what was read where the visitor says otherwise: "Developer, 2018 to 2020"."""
    if one.said is None or one.read is None or one.said.removed:
        return ""
    return ", ".join(differences(one.read, one.role))


def differences(read: Role, role: Role) -> list[str]:
    """Return each thing that was read otherwise, in words."""
    pairs = ((read.title, role.title), (read.employer, role.employer))
    found = [old or named("counted", "nothing") for old, new in pairs if old != new]
    if (read.start, read.end) != (role.start, role.end):
        found.append(dates_in_words(read))
    return [*found, named("kinds", read.kind)] if read.kind != role.kind else found


def shared(counting: Sequence[Drawn], one: Drawn) -> int:
    """Return the months of a role that roles counted before it hold too: ML before adjacent, then as printed."""
    if not one.counts or one.span is None:
        return 0
    place = [other.key for other in counting].index(one.key)
    order = (COUNTED.index(one.role.kind), place)
    before = [
        other.span for at, other in enumerate(counting) if other.span and (COUNTED.index(other.role.kind), at) < order
    ]
    return union(before) + one.span[1] - one.span[0] - union([*before, one.span])


def dates_in_words(role: Role) -> str:
    """Return "Mar 2019 to present", or "no dates"."""
    if not role.start:
        return "no dates"
    return month_in_words(role.start) + (
        f" to {month_in_words(role.end)}" if role.end and role.end != role.start else ""
    )


def month_in_words(text: str) -> str:
    """Return "Mar 2019" for 2019-03; years and "present" as they are."""
    year, dash, month = text.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if dash else text
