"""Pictures as SVG: what is drawn where, and names that are HTML only where they were."""

from decimal import Decimal

import pytest

from salaries.charts import Band, PercentileStrip, RangeStrip, Tick
from salaries.explanation.stacks import Part, Stack
from salaries.templatetags import pictures

TICKS = (Tick(Decimal(5), Decimal(50_000), "start"), Tick(Decimal("50.25"), Decimal(100_000)))


def band(name: str = "Senior", width: int = 40, *, here: bool = False) -> Band:
    return Band(name, Decimal("10.50"), Decimal(width), Decimal(170_000), Decimal(220_000), here)


def strip(*tiers: Band) -> RangeStrip:
    return RangeStrip(tiers, band("you"), TICKS[0], TICKS)


def test_a_tier_is_drawn_with_its_name_above_its_middle() -> None:
    drawn = pictures.tiers_drawn(strip(band()))
    assert '<rect class="tier" x="10.50%" y="20" width="40%" height="24"/>' in drawn
    assert 'x="30.50%" y="12" text-anchor="middle">Senior</text>' in drawn


@pytest.mark.parametrize(
    ("one", "classes"),
    [(band(here=True, width=5), "tier-name here"), (band(width=5), "tier-name minor"), (band(), "tier-name")],
)
def test_a_name_without_room_gives_way_unless_it_is_ones_own(one: Band, classes: str) -> None:
    assert f'<text class="{classes}"' in pictures.tiers_drawn(strip(one))


def test_ones_own_tier_is_told_among_the_values() -> None:
    own = '<li class="here"><strong>Senior <span class="resume">(you)</span></strong> $170,000 to $220,000</li>'
    other = "<li><strong>Junior</strong> $170,000 to $220,000</li>"
    assert pictures.tier_values(strip(band(here=True), band("Junior")), "you") == own + other


def test_names_are_escaped() -> None:
    hostile = band("<b>&", here=True)
    percentiles = PercentileStrip((), (Tick(Decimal(1), Decimal(1), "middle", "<b>"),), None)
    drawn = [
        pictures.tiers_drawn(strip(hostile)),
        pictures.tier_values(strip(hostile), "<b>"),
        pictures.percentiles_drawn(percentiles),
        pictures.percentile_values(percentiles),
    ]
    assert not [one for one in drawn if "<b>" in one]


def test_every_other_amount_may_be_left_out() -> None:
    assert pictures.amounts_below(TICKS).count("minor") == 1
    assert pictures.short_amounts(TICKS) == (
        '<text x="5%" y="12" text-anchor="start">$50k</text>'
        '<text class="minor" x="50.25%" y="12" text-anchor="middle">$100k</text>'
    )
    assert 'class="soft minor"' in pictures.short_amounts(TICKS, "soft")


def test_the_middle_half_of_percentiles_is_told_apart() -> None:
    found = pictures.percentiles_drawn(PercentileStrip((band("10 to 25"), band("25 to 50")), (), None))
    assert (found.count('class="band"'), found.count('class="band middle"')) == (1, 1)


@pytest.mark.parametrize("runs_on", [True, False])
def test_a_stack_that_runs_on_has_an_arrow(runs_on: bool) -> None:
    parts = (Part("base", "base", Decimal(1), Decimal(0), Decimal(60)),)
    drawn = pictures.stack_drawn(Stack("low", Decimal(1), parts, runs_on), TICKS)
    assert 'class="part-base" x="0%" y="4" width="60%"' in drawn
    assert drawn.count('class="grid"') == 2
    assert ('<svg x="60%"' in drawn) is runs_on
