"""A change of one figure changes the estimates that use it, and no other."""

from collections.abc import Callable
from decimal import Decimal
from itertools import product
from typing import Any

import msgspec
import pytest

from salaries.contents.freezing import NEEDED_PARAMETERS, guide_of
from salaries.contents.tables import Contents
from salaries.estimation import estimate
from salaries.estimation.estimate import Estimate
from salaries.estimation.profile import Place, Profile
from salaries.reference import oews

SEATTLE, FRESNO, BOISE = (
    Place("Seattle", "WA", "US", "42660"),
    Place("Fresno", "CA", "US"),
    Place("Boise", "ID", "US", "14260"),
)
YEARS = {"entry": "2.00", "mid": "4.60", "senior": "8.00", "staff": "14.00"}
SPECIALS = ("generalist", "llm-genai", "computer-vision", "nlp", "mlops", "reinforcement-learning")
PANEL = [
    *(
        Profile(
            Decimal(YEARS[tier]), specialization=special, llm_production=special == "llm-genai", phd=phd, place=place
        )
        for tier, special, place, phd in product(YEARS, SPECIALS, (Place(), SEATTLE, FRESNO, BOISE), (False, True))
    ),
    *(Profile(Decimal(9), rung=rung) for rung in ("lead", "director", "vp", "chief-ai-officer")),
    Profile(Decimal("1.50"), adjacent_years=Decimal("1.00")),
]

Uses = Callable[[Profile], bool]


def changed(contents: Contents, table: str, slug: str, field: str, by: str) -> Contents:
    """Return the edition with one figure raised."""
    rows = tuple(
        msgspec.structs.replace(row, **{field: getattr(row, field) + Decimal(by)}) if row.slug == slug else row
        for row in getattr(contents, table)
    )
    return msgspec.structs.replace(contents, **{table: rows})


def exact(found: Estimate) -> tuple[Any, ...]:
    """Return the amounts before rounding, which hides small changes."""
    last = found.steps[-2]
    return last.low, last.point, last.high


def all_exact(contents: Contents) -> list[tuple[Any, ...]]:
    guide = guide_of(contents)
    return [exact(estimate(profile, guide, oews.load())) for profile in PANEL]


def tier(*slugs: str) -> Uses:
    years = {Decimal(YEARS[slug]) for slug in slugs}
    return lambda p: p.ml_years + p.adjacent_years / 2 in years and not p.rung


def special(*slugs: str) -> Uses:
    return lambda p: p.specialization in slugs and not p.rung


def place(*places: Place) -> Uses:
    return lambda p: p.place in places


def both(one: Uses, two: Uses) -> Uses:
    return lambda p: one(p) and two(p)


PHD: Uses = lambda p: p.phd  # noqa: E731
NO_PHD: Uses = lambda p: not p.phd  # noqa: E731

CASES = [
    ("tiers", "entry", "high", "300", both(tier("entry"), NO_PHD)),
    ("tiers", "mid", "high", "300", tier("mid")),
    ("tiers", "staff", "low", "300", tier("staff")),
    ("tiers", "entry", "phd_low", "300", both(tier("entry", "mid"), PHD)),
    ("tiers", "entry", "phd_high", "300", both(tier("entry", "mid"), PHD)),
    ("tiers", "senior", "total_high", "300", lambda _: False),
    ("states", "CA", "mean", "900", place(FRESNO)),
    ("states", "WA", "mean", "900", lambda _: False),
    ("metros", "seattle", "mean", "900", place(SEATTLE)),
    ("occupations", "data-scientists", "annual_p50", "900", place(SEATTLE, FRESNO)),
    ("occupations", "data-scientists", "annual_p25", "900", lambda _: False),
    ("occupations", "software-developers", "annual_p90", "900", special("reinforcement-learning")),
    ("specializations", "mlops", "band_low", "900", special("mlops")),
    ("specializations", "llm-genai", "premium_high", "2", special("llm-genai")),
    ("rungs", "director", "high", "300", lambda p: p.rung == "director"),
    ("figures", "equity", "low", "3", lambda _: False),
    ("parameters", "place-weight", "value", "0.1", place(SEATTLE, FRESNO, BOISE)),
    ("parameters", "mean-tail-weight", "value", "0.01", place(SEATTLE, FRESNO)),
    ("parameters", "band-weight", "value", "0.1", special("mlops", "reinforcement-learning")),
    ("parameters", "adjacent-credit", "value", "0.1", lambda p: p.adjacent_years > 0),
    ("parameters", "staff-ceiling", "value", "1", tier("staff")),
]


@pytest.mark.parametrize(("table", "slug", "field", "by", "uses"), CASES, ids=lambda value: str(value)[:24])
def test_one_figure_changes_exactly_the_estimates_that_use_it(
    contents: Contents, table: str, slug: str, field: str, by: str, uses: Uses
) -> None:
    before, after = all_exact(contents), all_exact(changed(contents, table, slug, field, by))
    moved = [old != new for old, new in zip(before, after, strict=True)]
    assert moved == [uses(profile) for profile in PANEL]


@pytest.mark.parametrize("slug", NEEDED_PARAMETERS)
def test_every_figure_of_the_method_drives_something(contents: Contents, slug: str) -> None:
    value = next(row.value for row in contents.parameters if row.slug == slug)
    near = [
        Profile(Decimal("5.60"), Decimal(30), place=SEATTLE),
        Profile(Decimal(1), Decimal(9), specialization="mlops", place=BOISE),
        Profile(Decimal(14)),
    ]
    guide, other = guide_of(contents), guide_of(changed(contents, "parameters", slug, "value", str(-value * 9 / 10)))
    more = guide_of(changed(contents, "parameters", slug, "value", "5000"))
    found = [[estimate(profile, one, oews.load()) for profile in near] for one in (guide, other, more)]
    assert found[0] != found[1] or found[0] != found[2]
