"""What moves a range, as a page draws it."""

from collections.abc import Callable
from decimal import Decimal

from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Place, Profile
from salaries.explanation.moves import Moving, moving
from salaries.reference import oews

VISION = Profile(Decimal("7.4"), specialization="computer-vision", place=Place("Seattle", "WA", "US", "42660"))


def told(profile: Profile, guide: Guide, priced: Callable[[Profile], Estimate]) -> Moving:
    return moving(profile, priced(profile), guide, oews.load())


def test_the_best_move_fills_its_row(guide: Guide, priced: Callable[[Profile], Estimate]) -> None:
    found = told(VISION, guide, priced)
    assert found.best is not None
    assert (found.best.bar.width, found.best.words) == (100, "+$71,000 (+32 %)")


def test_what_lowers_the_range_stands_apart(guide: Guide, priced: Callable[[Profile], Estimate]) -> None:
    found = told(VISION, guide, priced)
    assert [line.move.slug for line in found.losses] == ["specialization-mlops"]
    assert (*found.gains, *found.losses) == found.lines


def test_metros_are_drawn_beside_ones_own_range(guide: Guide, priced: Callable[[Profile], Estimate]) -> None:
    found = told(VISION, guide, priced)
    here = next(line for line in found.metros if line.row.here)
    assert (here.bar.x, here.bar.width, here.words) == (found.own.x, found.own.width, "")
    assert found.best_metro is not None
    assert found.best_metro.row.slug == "san-jose"


def test_somebody_whom_nothing_raises_gets_no_best_move(guide: Guide, priced: Callable[[Profile], Estimate]) -> None:
    top = Profile(rung="chief-ai-officer", place=Place("San Jose", "CA", "US", "41940"))
    assert told(top, guide, priced).best is None
