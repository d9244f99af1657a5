"""What holds for every profile."""

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from salaries.contents.files import GUIDES, read
from salaries.contents.freezing import guide_of
from salaries.estimation import estimate, tier_of
from salaries.estimation.estimate import Amounts, Estimate
from salaries.estimation.profile import Place, Profile
from salaries.reference import market, oews

GUIDE = guide_of(read(GUIDES / "2026.yaml"))
PLACES = (
    Place(),
    Place("Seattle", "WA", "US", "42660"),
    Place("San Jose", "CA", "US", "41940"),
    Place("Spokane", "WA", "US", "44060"),
    Place("Boise", "ID", "US", "14260"),
    Place("Fresno", "CA", "US"),
    Place("Casper", "WY", "US"),
    Place("Toronto", "Ontario", "CA"),
)
RUNGS = (None, None, None, *(rung.slug for rung in GUIDE.ladder))
YEARS = st.decimals(0, 45, places=2)


def profiles() -> SearchStrategy[Profile]:
    return st.builds(
        Profile,
        ml_years=YEARS,
        adjacent_years=YEARS,
        specialization=st.sampled_from([special.slug for special in GUIDE.specializations]),
        llm_production=st.booleans(),
        phd=st.booleans(),
        place=st.sampled_from(PLACES),
        rung=st.sampled_from(RUNGS),
        employer=st.sampled_from((None, "other", "public-tech", "major-ai")),
    )


def priced(profile: Profile) -> Estimate:
    return estimate(profile, GUIDE, oews.load(), market.load())


def for_any(test: Callable[..., None]) -> Callable[..., None]:
    return settings(max_examples=150, deadline=None)(test)


def not_above(one: Amounts, two: Amounts) -> bool:
    """Return whether no bound of one lies above the other's; an open end is above all."""
    highs = two.high is None or (one.high is not None and one.high <= two.high)
    return one.low <= two.low and highs


@for_any
@given(profiles(), YEARS, st.booleans())
def test_no_figure_falls_with_years(profile: Profile, more: Decimal, adjacent: bool) -> None:
    field = "adjacent_years" if adjacent else "ml_years"
    older = priced(replace(profile, **{field: getattr(profile, field) + more}))
    younger = priced(profile)
    assert younger.low <= older.low
    assert younger.point <= older.point
    assert younger.high <= older.high


@for_any
@given(profiles(), YEARS)
def test_no_scenario_falls_with_years(profile: Profile, more: Decimal) -> None:
    younger, older = priced(profile), priced(replace(profile, ml_years=profile.ml_years + more))
    pairs = zip(younger.scenarios, older.scenarios, strict=True)
    assert all(not_above(one.total, two.total) for one, two in pairs)


@for_any
@given(profiles())
def test_no_scenario_lies_below_a_lesser_one(profile: Profile) -> None:
    other, public, major = priced(profile).scenarios
    assert not_above(other.total, public.total)
    assert not_above(public.total, major.total)


@for_any
@given(profiles())
def test_low_point_and_high_are_in_order_at_every_step(profile: Profile) -> None:
    assert all(step.low <= step.point <= step.high for step in priced(profile).steps)


@for_any
@given(profiles())
def test_the_estimate_is_its_last_step(profile: Profile) -> None:
    found = priced(profile)
    last = found.steps[-1]
    assert (found.low, found.point, found.high) == (last.low, last.point, last.high)
    assert last.slug == "round"


@for_any
@given(profiles())
def test_every_step_cites_a_source(profile: Profile) -> None:
    assert all(step.source.section and step.source.reference for step in priced(profile).steps)


@for_any
@given(profiles())
def test_every_step_but_the_rounding_names_what_it_follows_from(profile: Profile) -> None:
    fields = set(Profile.__dataclass_fields__)
    assert all(step.because and set(step.because) <= fields for step in priced(profile).steps[:-1])


@for_any
@given(profiles())
def test_redone_by_hand_the_steps_give_the_same_thousands(profile: Profile) -> None:
    steps = priced(profile).steps
    factors = [[f"{factor:.4f}" for factor in step.factors] for step in steps if step.factors]
    begin = next(step for step in reversed(steps) if step.factors is None and step.slug != "round")
    for number, name in enumerate(("low", "point", "high")):
        amount = Decimal(f"{getattr(begin, name):.2f}")
        for printed in factors:
            amount *= Decimal(printed[number])
        thousands = (amount / 1000).quantize(Decimal(1), ROUND_HALF_UP) * 1000
        assert thousands == getattr(steps[-1], name)


@for_any
@given(profiles())
def test_factors_have_four_decimals(profile: Profile) -> None:
    used = [factor for step in priced(profile).steps for factor in step.factors or ()]
    assert all(factor.as_tuple().exponent == -4 for factor in used)


@for_any
@given(profiles())
def test_the_same_profile_gives_the_same_estimate(profile: Profile) -> None:
    assert priced(profile) == priced(profile)


@for_any
@given(profiles())
def test_the_tier_follows_the_years(profile: Profile) -> None:
    found = priced(profile)
    assert found.tier == tier_of(found.relevant_years, GUIDE)
