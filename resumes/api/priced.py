"""An estimate as programs get it: plain numbers, and a citation beside each figure."""

from decimal import Decimal
from typing import Any

from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.beside import PlaceFinding, WhatIf
from salaries.estimation.estimate import Estimate, Neighbour, Position, Scenario, Step
from salaries.templatetags.figures import page_of


def estimate(found: Estimate, edition_sha256: str) -> dict[str, Any]:
    """Return an estimate; `edition_sha256` is the hash of the edition that gave it."""
    return {
        "edition": found.edition,
        "edition_sha256": edition_sha256,
        "tier": found.tier,
        "rung": found.rung,
        "specialization": found.specialization,
        "relevant_years": float(found.relevant_years),
        "years_sum": found.years_sum,
        "base": base(found.low, found.point, found.high),
        "and_up": found.and_up,
        "place": place(found.place) if found.place else None,
        "steps": [step(one) for one in found.steps],
        "positions": [position(one) for one in found.positions],
        "totals": [scenario(one) for one in found.scenarios],
        "neighbor": neighbor(found.neighbour) if found.neighbour else None,
        "what_if": what_if(found.what_if) if found.what_if else None,
    }


def base(low: Decimal, point: Decimal, high: Decimal) -> dict[str, int]:
    """Return a range with its point, whole dollars: they have been rounded."""
    return {"low": int(low), "point": int(point), "high": int(high)}


def amounts(span: Amounts) -> dict[str, Any]:
    """Return a range that may be open above."""
    high = None if span.high is None else int(span.high)
    return {"low": int(span.low), "high": high, "and_up": span.and_up}


def source(cited: Citation) -> dict[str, Any]:
    """Return a citation with the page that prints its figure."""
    url = page_of(cited.anchor) if cited.anchor else None
    return {"origin": cited.origin, "section": cited.section, "reference": cited.reference, "url": url}


def step(one: Step) -> dict[str, Any]:
    """Return one line of the computation."""
    factors = dict(zip(("low", "point", "high"), map(float, one.factors), strict=True)) if one.factors else None
    return {
        "slug": one.slug,
        "label": one.label,
        "low": float(one.low),
        "point": float(one.point),
        "high": float(one.high),
        "factors": factors,
        "because": list(one.because),
        "note": one.explained,
        "source": source(one.source),
    }


def place(found: PlaceFinding) -> dict[str, Any]:
    """Return how the place was priced."""
    return {"kind": found.kind, "name": found.name, "factor": float(found.factor)}


def position(one: Position) -> dict[str, Any]:
    """Return where the point stands in one occupation."""
    where = {"percentile": float(one.percentile), "bound": one.bound}
    return {"occupation": one.occupation, **where, "source": source(one.source)}


def scenario(one: Scenario) -> dict[str, Any]:
    """Return total pay at one kind of employer."""
    told = {"slug": one.slug, "name": one.name, "why": one.why}
    return {**told, "total": amounts(one.total), "source": source(one.source)}


def neighbor(one: Neighbour) -> dict[str, Any]:
    """Return the tier on the other side of a near floor."""
    years = {"floor": float(one.floor), "distance": float(one.distance)}
    return {"tier": one.tier, "base": amounts(one.base), **years}


def what_if(one: WhatIf) -> dict[str, Any]:
    """Return the range that one thing would give."""
    return {
        "slug": one.slug,
        "base": base(one.low, one.point, one.high),
        "why": one.why,
        "source": source(one.source),
    }
