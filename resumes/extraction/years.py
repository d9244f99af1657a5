"""Years of experience: months of dated roles, overlaps once. Pure arithmetic on what was printed."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

from resumes.extraction.facts import PROFESSIONAL, Confidence, Role, StatedYears, Years

MONTH = re.compile(r"(\d{4})-(\d{1,2})")
YEAR = re.compile(r"\d{4}")
HALF_YEAR = 6
QUARTER = 3
HUNDREDTH = Decimal("0.01")

Span = tuple[int, int]
"""Months since year 0, half-open."""


def month_span(start: str | None, end: str | None, as_of: date) -> Span | None:
    """Return the months from `start` to `end`, or None where there is no start or no month before `as_of`'s.

    A month counts whole, a bare year stands for its middle, a single bare year is half a year around its middle;
    months from that of `as_of` on do not count. A role without an end has its start for one.
    Raises `ValueError` for text that is no date.
    """
    if not start:
        return None
    if start == end and YEAR.fullmatch(start):
        middle = int(start) * 12 + HALF_YEAR
        return middle - QUARTER, middle + QUARTER
    now = as_of.year * 12 + as_of.month - 1
    first = _edge(start, now, is_end=False)
    last = min(_edge(end or start, now, is_end=True), max(now, first))
    return (first, last) if last > first else None


def _edge(text: str, now: int, *, is_end: bool) -> int:
    if text == "present":
        return now
    if month := MONTH.fullmatch(text):
        return int(month[1]) * 12 + int(month[2]) - 1 + is_end
    if YEAR.fullmatch(text):
        return int(text) * 12 + HALF_YEAR
    raise ValueError(f"neither a month, a year nor present: {text!r}")


def union(spans: Iterable[Span]) -> int:
    """Return how many months the spans cover, a month that lies in several once."""
    total, reached = 0, 0
    for first, last in sorted(spans):
        total += max(0, last - max(first, reached))
        reached = max(reached, last)
    return total


def count(roles: Sequence[Role], stated: StatedYears | None, as_of: date) -> Years:
    """Return the years of the professional roles, to two decimals.

    `adjacent` is what adjacent roles add to the ml ones. Where professional roles exist and none is dated, the
    resume's own claim stands in for the count.
    """
    if stated and is_undated(roles):
        claimed_ml = stated.years if stated.of == "ml" else Decimal(0)
        return Years(stated.years, claimed_ml, Decimal(0), "low", claimed=True)
    ml_spans, adjacent_spans, other_spans = (_spans(roles, kind, as_of) for kind in PROFESSIONAL)
    ml, both = union(ml_spans), union(ml_spans + adjacent_spans)
    total = union(ml_spans + adjacent_spans + other_spans)
    return Years(in_years(total), in_years(ml), in_years(both - ml), confidence(roles))


def is_undated(roles: Sequence[Role]) -> bool:
    """Return whether there are professional roles and none of them has a start."""
    professional = [role for role in roles if role.kind in PROFESSIONAL]
    return bool(professional) and not any(role.start for role in professional)


def in_years(months: int) -> Decimal:
    """Return months as years of two decimals."""
    return (Decimal(months) / 12).quantize(HUNDREDTH, ROUND_HALF_EVEN)


def _spans(roles: Sequence[Role], kind: str, as_of: date) -> list[Span]:
    spans = (month_span(role.start, role.end, as_of) for role in roles if role.kind == kind)
    return [span for span in spans if span]


def confidence(roles: Sequence[Role]) -> Confidence:
    """Return how far the count can be trusted: no further than the least certain role that bears on it.

    Low without any role or with an uncertain professional one; high where all professional ones were read with
    certainty and none of the others is uncertain, as it might be one of them.
    """
    professional = {role.confidence for role in roles if role.kind in PROFESSIONAL}
    if not roles or "low" in professional:
        return "low"
    doubtful = any(role.confidence == "low" for role in roles)
    return "medium" if doubtful or "medium" in professional else "high"
