"""The map holds every state once; those that the guide lists are coloured in steps."""

from decimal import Decimal

from salaries.estimation.amounts import Citation
from salaries.estimation.guide import Guide, PlaceMean
from salaries.reference import states, tiles
from salaries.tilemap import steps_of, tile_map

PUERTO_RICO = "PR"


def means(*amounts: int) -> list[Decimal]:
    return [Decimal(amount) for amount in amounts]


def test_every_state_and_the_district_have_one_tile() -> None:
    assert sorted(place.code for place in tiles.load()) == sorted(set(states.load()) - {PUERTO_RICO})


def test_no_two_tiles_share_a_place() -> None:
    places = [(place.column, place.row) for place in tiles.load()]
    assert len(places) == len(set(places)) == 51


def test_listed_states_have_a_mean_and_a_step_and_others_neither(guide: Guide) -> None:
    drawn = {tile.code: tile for tile in tile_map(guide.states).tiles}
    assert (drawn["CA"].mean, drawn["CA"].step) == (Decimal(158_400), 4)
    assert (drawn["ID"].mean, drawn["ID"].step) == (None, None)
    assert sum(tile.step is not None for tile in drawn.values()) == 10


def test_tiles_stay_inside_the_map(guide: Guide) -> None:
    drawn = tile_map(guide.states)
    assert max(tile.x + tile.width for tile in drawn.tiles) <= Decimal("100.01")
    assert drawn.rows == 8


def test_steps_are_round_join_and_hold_every_mean() -> None:
    steps = steps_of(means(122_200, 139_999, 140_000, 158_400))
    assert [step.low for step in steps] == means(120_000, 130_000, 140_000, 150_000)
    assert [step.high for step in steps] == means(130_000, 140_000, 150_000, 160_000)


def test_means_far_apart_have_wider_steps() -> None:
    assert len(steps_of(means(50_000, 250_000))) <= 4


def test_without_means_there_are_no_steps() -> None:
    assert steps_of([]) == ()


def test_a_single_state_has_the_first_step() -> None:
    only = PlaceMean("WA", "WA", "Washington", Decimal(154_200), Citation("guide", "Top-Paying States"))
    assert [tile.step for tile in tile_map([only]).tiles if tile.step] == [1]
