"""What an edition would change for a fixed panel of people."""

from decimal import Decimal

import pytest

from salaries.contents.freezing import guide_of
from salaries.contents.panel import effects, neighbors, panel, people
from salaries.contents.tables import Contents
from salaries.estimation import estimate
from salaries.estimation.guide import Guide
from salaries.reference import oews
from tests.salaries.contents.changed import with_row, without


def test_the_panel_has_every_combination_once() -> None:
    held = panel()
    called = {(one.tier, one.specialization, one.place, one.phd) for one in people()}
    assert len(called) == len(people()) == 4 * 6 * len(held.places) * 2


def test_the_panels_people_are_of_the_tier_that_they_are_called_by(guide: Guide) -> None:
    assert all(estimate(one.profile, guide, oews.load()).tier == one.tier for one in people())


def test_the_panel_has_the_guides_specializations(guide: Guide) -> None:
    assert set(panel().specializations) == {one.slug for one in guide.specializations}


def test_the_panel_has_every_way_of_pricing_a_place(guide: Guide) -> None:
    found = {estimate(one.profile, guide, oews.load()).place.kind for one in people()}  # type: ignore[union-attr]
    assert found == {"guide-metro", "oews-metro", "guide-state", "oews-state", "nation"}


def test_the_same_guide_moves_nobody(guide: Guide) -> None:
    found = effects(guide, guide, oews.load())
    assert (found.moved, found.too_far) == ((), 0)


def test_a_metros_mean_moves_those_who_live_there(contents: Contents, guide: Guide) -> None:
    other = guide_of(with_row(contents, "metros", "seattle", mean=Decimal(180000)))
    found = effects(guide, other, oews.load())
    assert {one.person.place for one in found.moved} == {"Seattle"}
    assert (len(found.moved), found.rising, found.falling) == (48, 48, 0)


@pytest.mark.parametrize(("table", "slug", "name"), [("states", "CA", "California"), ("metros", "austin", "Austin")])
def test_a_place_that_the_panel_lacks_is_looked_at_where_its_mean_moves(
    contents: Contents, guide: Guide, table: str, slug: str, name: str
) -> None:
    other = guide_of(with_row(contents, table, slug, mean=Decimal(250000)))
    found = effects(guide, other, oews.load())
    assert {one.person.place for one in found.moved} == {name}
    assert (found.people, len(found.moved), found.too_far) == (len(people()) + 4, 4, 4)


def test_a_place_that_one_edition_lacks_is_looked_at_too(contents: Contents, guide: Guide) -> None:
    other = guide_of(without(contents, "states", "CA"))
    assert (
        {one.place for one in neighbors(guide, other)}
        == {"California"}
        == {one.place for one in neighbors(other, guide)}
    )


def test_places_that_stay_or_are_in_the_panel_are_not_looked_at_twice(contents: Contents, guide: Guide) -> None:
    other = guide_of(with_row(contents, "metros", "seattle", mean=Decimal(180000)))
    assert neighbors(guide, guide) == neighbors(guide, other) == ()


def test_the_largest_change_comes_first(contents: Contents, guide: Guide) -> None:
    other = guide_of(with_row(contents, "tiers", "staff", high=Decimal(400000)))
    sizes = [one.size for one in effects(guide, other, oews.load()).moved]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 0


def test_a_move_of_more_than_a_fifth_is_too_far(contents: Contents, guide: Guide) -> None:
    other = guide_of(with_row(contents, "tiers", "staff", high=Decimal(600000)))
    found = effects(guide, other, oews.load())
    assert 0 < found.too_far <= len(found.moved)


def test_a_small_move_is_not_too_far(contents: Contents, guide: Guide) -> None:
    other = guide_of(with_row(contents, "metros", "seattle", mean=Decimal(170000)))
    assert effects(guide, other, oews.load()).too_far == 0


@pytest.mark.parametrize("turned", [False, True])
def test_who_can_no_longer_be_priced_is_told(contents: Contents, guide: Guide, turned: bool) -> None:
    other = guide_of(without(contents, "specializations", "nlp"))
    found = effects(other, guide, oews.load()) if turned else effects(guide, other, oews.load())
    assert {one.person.specialization for one in found.moved} == {"nlp"}
    assert found.too_far == len(found.moved)
    assert all((one.old is None) == turned for one in found.moved)
