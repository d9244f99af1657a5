"""Ranges on one axis: from zero, open ones to the edge, single figures without width."""

from decimal import Decimal
from itertools import pairwise

from salaries.contents.kept import Kept
from salaries.contents.tables import Contents
from salaries.estimation.amounts import Amounts
from salaries.presentation import guide_page
from salaries.range_charts import joined_ranges, ranges


def amounts(low: int, high: int | None = None, and_up: bool = False) -> Amounts:
    return Amounts(Decimal(low), None if high is None else Decimal(high), and_up)


def test_bars_keep_the_order_of_their_rows_and_leave_out_what_has_no_range() -> None:
    drawn = ranges([amounts(100_000, 200_000), None, amounts(50_000, 60_000)])
    assert [bar is not None for bar in drawn.bars] == [True, False, True]


def test_the_axis_begins_at_zero_and_has_few_ticks() -> None:
    ticks = ranges([amounts(5_000, 50_000)]).ticks
    assert (ticks[0].amount, ticks[0].x) == (Decimal(0), Decimal(0))
    assert 3 <= len(ticks) <= 7


def test_an_open_range_runs_to_the_edge_and_a_single_figure_has_no_width() -> None:
    opened, single = ranges([amounts(500_000), amounts(200_000, 200_000)]).bars
    assert opened is not None
    assert single is not None
    assert opened.open
    assert opened.x + opened.width == Decimal(100)
    assert single.width == 0


def test_what_is_compared_with_lies_on_the_same_scale() -> None:
    drawn = ranges([amounts(170_000, 220_000)], amounts(170_000, 220_000))
    assert drawn.reference == drawn.bars[0]


def test_nothing_gives_no_axis() -> None:
    assert ranges([None, None]).ticks == ()


def test_ranges_that_join_in_dollars_join_in_the_picture(contents: Contents) -> None:
    for lower, upper in pairwise(guide_page(Kept(contents)).joined.bands):
        assert abs(lower.x + lower.width - upper.x) < Decimal("0.02")


def test_a_range_apart_lies_on_the_axis_of_the_others() -> None:
    drawn = joined_ranges(
        [("a", amounts(100_000, 130_000)), ("b", amounts(130_000, 200_000))], ("c", amounts(130_000, 160_000))
    )
    assert drawn.apart is not None
    assert abs(drawn.apart.x - drawn.bands[1].x) < Decimal("0.02")


def test_without_a_range_apart_there_is_none() -> None:
    assert joined_ranges([("a", amounts(100_000, 130_000))]).apart is None
