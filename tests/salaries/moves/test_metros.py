"""The same person in the guide's metropolitan areas."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from salaries.estimation.estimate import Estimate
from salaries.estimation.guide import Guide
from salaries.estimation.profile import Place, Profile
from salaries.moves import metros
from salaries.reference import oews

VISION = Profile(Decimal("5.9"), Decimal(3), specialization="computer-vision")


@pytest.mark.parametrize("person", [VISION, Profile(Decimal(1), phd=True), Profile(rung="director")])
def test_each_row_is_what_the_estimator_gives_there(
    guide: Guide, priced: Callable[[Profile], Estimate], person: Profile
) -> None:
    rows = metros(priced(person), guide, oews.load())
    assert [row.slug for row in rows] == [metro.slug for metro in guide.metros]
    for row, metro in zip(rows, guide.metros, strict=True):
        there = priced(replace(person, place=Place(metro.name, None, "US", metro.code)))
        assert (row.low, row.point, row.high) == (there.low, there.point, there.high)


def test_the_row_of_ones_own_metro_is_marked_and_differs_in_nothing(
    guide: Guide, priced: Callable[[Profile], Estimate]
) -> None:
    seattle = replace(VISION, place=Place("Bellevue", "WA", "US", "42660"))
    here = [row for row in metros(priced(seattle), guide, oews.load()) if row.here]
    assert [row.slug for row in here] == ["seattle"]
    assert not here[0].effect


def test_elsewhere_no_row_is_marked(guide: Guide, priced: Callable[[Profile], Estimate]) -> None:
    boise = replace(VISION, place=Place("Boise", "ID", "US", "14260"))
    assert not [row for row in metros(priced(boise), guide, oews.load()) if row.here]


def test_each_row_cites_the_guide(guide: Guide, priced: Callable[[Profile], Estimate]) -> None:
    rows = metros(priced(VISION), guide, oews.load())
    assert {row.source.section for row in rows} == {"Top-Paying Metro Areas"}
    assert rows[0].source.anchor == "metros#metro-san-jose"
