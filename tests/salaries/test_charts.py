"""Amounts become positions: in order, inside the picture, never cut at its edges."""

from dataclasses import replace
from decimal import Decimal

import pytest

from salaries import charts
from salaries.estimation.amounts import Amounts, Citation
from salaries.estimation.guide import Occupation, PlaceMean, Span, Tier

SOURCE = Citation("guide", "Salary by Experience Level")
OCCUPATION = Occupation(
    "data-scientists",
    "Data Scientists",
    "15-2051",
    (
        (10, Decimal(60_000)),
        (25, Decimal(80_000)),
        (50, Decimal(110_000)),
        (75, Decimal(150_000)),
        (90, Decimal(190_000)),
    ),
    SOURCE,
)


def tier(slug: str, low: int, high: int) -> Tier:
    return Tier(slug, slug.title(), Decimal(0), None, Span(Decimal(low), Decimal(high), SOURCE), None, SOURCE)


TIERS = (tier("entry", 100_000, 130_000), tier("mid", 130_000, 170_000), tier("senior", 170_000, 220_000))


def strip(low: int = 150_000, point: int = 160_000, high: int = 180_000) -> charts.RangeStrip:
    return charts.range_strip(TIERS, Decimal(1), "senior", (Decimal(low), Decimal(point), Decimal(high)), Decimal(1000))


def test_tiers_that_join_in_dollars_join_in_the_picture() -> None:
    entry, mid, _ = strip().tiers
    assert entry.x + entry.width == pytest.approx(mid.x, abs=Decimal("0.02"))


def test_only_the_persons_tier_is_marked() -> None:
    assert [band.here for band in strip().tiers] == [False, False, True]


def test_the_place_factor_moves_every_tier() -> None:
    moved = charts.range_strip(
        TIERS, Decimal("1.1"), "senior", (Decimal(150_000), Decimal(160_000), Decimal(180_000)), Decimal(1000)
    )
    assert [band.low for band in moved.tiers] == [Decimal(110_000), Decimal(143_000), Decimal(187_000)]


def test_the_point_lies_inside_the_range() -> None:
    picture = strip()
    assert picture.person.x < picture.point.x < picture.person.x + picture.person.width


def test_a_range_beyond_the_tiers_stays_inside_the_picture() -> None:
    picture = strip(200_000, 300_000, 420_000)
    assert picture.person.x + picture.person.width <= 100


def test_axis_ticks_are_round_amounts_within_the_scale() -> None:
    assert [tick.amount for tick in strip().ticks] == [Decimal(100_000), Decimal(150_000), Decimal(200_000)]


def test_a_long_axis_has_fewer_ticks() -> None:
    assert charts.interval(charts.Scale(Decimal(100_000), Decimal(360_000))) == Decimal(50_000)
    assert charts.interval(charts.Scale(Decimal(100_000), Decimal(800_000))) == Decimal(200_000)


def test_a_label_at_an_edge_is_set_inwards() -> None:
    scale = charts.Scale(Decimal(0), Decimal(100))
    assert [charts.tick(scale, Decimal(x)).anchor for x in (0, 50, 100)] == ["start", "middle", "end"]


def test_percentile_bands_run_from_the_tenth_to_the_ninetieth() -> None:
    picture = charts.percentile_strips([OCCUPATION], Decimal(120_000))[0]
    assert [band.name for band in picture.bands] == ["10 to 25", "25 to 50", "50 to 75", "75 to 90"]


def test_a_point_above_the_ninetieth_percentile_widens_the_picture() -> None:
    picture = charts.percentile_strips([OCCUPATION], Decimal(290_000))[0]
    assert picture.point is not None
    assert picture.ticks[-1].x < picture.point.x <= 100


def test_occupations_side_by_side_share_one_scale() -> None:
    richer = replace(OCCUPATION, annual=tuple((percent, wage + 40_000) for percent, wage in OCCUPATION.annual))
    first, second = charts.percentile_strips([OCCUPATION, richer])
    assert first.ticks[-1].x < second.ticks[-1].x
    assert first.point is None


def test_bars_start_at_zero_and_the_longest_fills_the_width() -> None:
    means = [PlaceMean(name, name, name, Decimal(mean), SOURCE) for name, mean in (("a", 100), ("b", 200))]
    assert [(bar.name, bar.width) for bar in charts.bars(means)] == [("b", Decimal(100)), ("a", Decimal(50))]


def test_no_means_give_no_bars() -> None:
    assert charts.bars([]) == ()


def test_a_range_without_upper_end_runs_to_the_edge() -> None:
    closed, opened = charts.range_bars([Amounts(Decimal(100), Decimal(200)), Amounts(Decimal(150), None)])
    assert not closed.open
    assert opened.open
    assert opened.x + opened.width == Decimal(100)


def test_a_scale_never_has_zero_length() -> None:
    assert charts.padded([Decimal(100_000), Decimal(100_000)], Decimal(20_000)).high > Decimal(100_000)
