"""The years, role by role: what counted, what did not and why, and the picture of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from resumes.extraction.facts import PROFESSIONAL, Role
from resumes.extraction.years import Span, in_years, month_span, union
from resumes.presentation.basis import Basis
from resumes.presentation.quotes import Quote, quotes
from resumes.presentation.words import named, sentence
from salaries.charts import Scale, Tick, tick

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NARROWEST = Decimal("0.6")
"""Percent of the width below which a bar could not be seen."""


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role as it was read. `months` are its own; `shared` those that another role has counted already.

    `x` and `width` are its bar in percent, None where it has no dates. `counted` is whether it adds to the years.
    """

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

    @property
    def years(self) -> Decimal | None:
        return None if self.months is None else in_years(self.months)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All roles, the newest first and those without dates last, with the ticks of their years."""

    rows: tuple[RoleRow, ...]
    ticks: tuple[Tick, ...]

    @property
    def counted(self) -> int:
        return sum(row.counted for row in self.rows)

    @property
    def left_out(self) -> int:
        return len(self.rows) - self.counted


def timeline(basis: Basis) -> Timeline:
    """Return the roles with their months and bars."""
    roles = basis.facts.roles
    spans = [span_of(role, basis.as_of) for role in roles]
    scale = scale_of([span for span in spans if span])
    newest_first = sorted(range(len(roles)), key=lambda index: later(spans[index]), reverse=True)
    rows = tuple(row(basis, roles[index], spans[index], shared(roles, spans, index), scale) for index in newest_first)
    return Timeline(rows, ticks(scale) if scale else ())


def span_of(role: Role, as_of: date) -> Span | None:
    """Return the months of a role, None where it has no date that can be used."""
    return month_span(role.start, role.end, as_of)


def later(span: Span | None) -> tuple[int, int]:
    """Return what roles are ordered by: their end, then their beginning."""
    return (span[1], span[0]) if span else (0, 0)


def row(basis: Basis, role: Role, span: Span | None, shared_months: int, scale: Scale | None) -> RoleRow:
    x, width = bar(span, scale)
    counted = span is not None and role.kind in ("ml", "adjacent")
    return RoleRow(
        title=role.title or "A role without a title",
        employer=role.employer or "",
        dates=dates_in_words(role),
        months=span[1] - span[0] if span else None,
        shared=shared_months if counted else 0,
        kind=role.kind,
        why=reason(role, span),
        counted=counted,
        sure=role.confidence == "high",
        quotes=quotes(basis.document, role.evidence, 1),
        x=x,
        width=width,
    )


def reason(role: Role, span: Span | None) -> str:
    """Return how the role counts, in words."""
    if role.kind in PROFESSIONAL and span is None:
        return f"{sentence(named('kinds', role.kind))}, {named('counted', 'future' if role.start else 'undated')}"
    return named("counted", role.kind)


def shared(roles: Sequence[Role], spans: Sequence[Span | None], index: int) -> int:
    """Return the months of a role that roles counted before it hold too: ML before adjacent, then as printed."""
    own = spans[index]
    if own is None or roles[index].kind not in ("ml", "adjacent"):
        return 0
    before = [span for other, span in enumerate(spans) if span and comes_before(roles, other, index)]
    return union(before) + own[1] - own[0] - union([*before, own])


def comes_before(roles: Sequence[Role], other: int, index: int) -> bool:
    order = {"ml": 0, "adjacent": 1}
    if roles[other].kind not in order or other == index:
        return False
    return (order[roles[other].kind], other) < (order[roles[index].kind], index)


def scale_of(spans: Sequence[Span]) -> Scale | None:
    """Return the scale of months, from the first year's January to the last year's end."""
    if not spans:
        return None
    first = min(span[0] for span in spans) // 12 * 12
    last = -(-max(span[1] for span in spans) // 12) * 12
    return Scale(Decimal(first), Decimal(last))


def bar(span: Span | None, scale: Scale | None) -> tuple[Decimal | None, Decimal | None]:
    if span is None or scale is None:
        return None, None
    x, width = scale.span(Decimal(span[0]), Decimal(span[1]))
    return min(x, 100 - NARROWEST), max(width, NARROWEST)


def ticks(scale: Scale) -> tuple[Tick, ...]:
    """Return the ticks of the Januaries, at most five of them and the last."""
    first, last = int(scale.low) // 12, int(scale.high) // 12
    step = max(1, -(-(last - first) // 4))
    return tuple(tick(scale, Decimal(year * 12), name=str(year)) for year in range(first, last + 1, step))


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


def today_in_words(day: date) -> str:
    """Return the day that "present" means: "22 November 2026"."""
    return f"{day.day} {day:%B %Y}"
