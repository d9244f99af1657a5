"""Years of experience out of a label's roles: months as printed, overlaps once. Kept apart from the product's count."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

PROFESSIONAL = ("ml", "adjacent", "other")
CREDIT = 0.5
"""Share of adjacent months that count as relevant."""
ALLOWANCE = 36
"""Months by which credited adjacent work may exceed the ML work."""
TIERS = (("entry", 0.0), ("mid", 3.0), ("senior", 6.0), ("staff", 10.0))

Months = tuple[int, int]
Roles = Sequence[Mapping[str, Any]]


def _month(text: str, now: int, past: int) -> int:
    """Return a bound as months since year 0; `past` is 1 for an end, which lies after its month."""
    if text == "present":
        return now
    if re.fullmatch(r"\d{4}", text):
        return int(text) * 12 + 6
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})", text):
        return int(found[1]) * 12 + int(found[2]) - 1 + past
    raise ValueError(f"not a date of a label: {text!r}")


def months_of(role: Mapping[str, Any], as_of: date) -> Months | None:
    """Return the role's months, half-open; None for one without a start or wholly in the future."""
    start, end = role.get("start"), role.get("end")
    if not start:
        return None
    now = as_of.year * 12 + as_of.month - 1
    if start == end and len(start) == 4:
        middle = _month(start, now, 0)
        return middle - 3, middle + 3
    first = _month(start, now, 0)
    last = min(_month(end or start, now, 1), max(now, first))
    return (first, last) if first < last else None


def covered(spans: Iterable[Months]) -> int:
    """Return how many months lie in at least one span."""
    return len({month for first, last in spans for month in range(first, last)})


def count(roles: Roles, as_of: date) -> dict[str, float]:
    """Return total, ml, adjacent and relevant years, to two decimals."""
    ml = _covered_by(roles, ("ml",), as_of)
    adjacent = _covered_by(roles, ("ml", "adjacent"), as_of) - ml
    relevant = ml + min(CREDIT * adjacent, ml + ALLOWANCE)
    figures = {"total": _covered_by(roles, PROFESSIONAL, as_of), "ml": ml, "adjacent": adjacent, "relevant": relevant}
    return {name: round(months / 12, 2) for name, months in figures.items()}


def _covered_by(roles: Roles, kinds: Sequence[str], as_of: date) -> int:
    spans = (months_of(role, as_of) for role in roles if role.get("kind") in kinds)
    return covered(span for span in spans if span)


def true_years(label: Mapping[str, Any], as_of: date) -> dict[str, float]:
    """Return the label's years: counted, or as claimed where none of its professional roles is dated."""
    counted, claim = count(label["roles"], as_of), label.get("stated_years")
    professional = [role for role in label["roles"] if role.get("kind") in PROFESSIONAL]
    if not claim or not professional or any(role.get("start") for role in professional):
        return counted
    years = float(claim["years"])
    ml = years if claim["of"] == "ml" else 0.0
    return {**counted, "total": years, "ml": ml, "relevant": ml}


def tier_of(relevant: float) -> str:
    """Return the tier whose floor the relevant years have reached."""
    return [slug for slug, floor in TIERS if relevant >= floor - 1e-9][-1]
