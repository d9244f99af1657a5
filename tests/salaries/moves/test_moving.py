"""What moves a range: the estimator's own answers, sorted, with nothing that changes nothing."""

import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from salaries.contents.files import GUIDES, read
from salaries.contents.freezing import guide_of
from salaries.estimation import estimate
from salaries.estimation.estimate import Estimate
from salaries.estimation.profile import Place, Profile
from salaries.moves import Move, Moves, metros, moves
from salaries.reference import oews

GUIDE = guide_of(read(GUIDES / "2026.yaml"))
SEATTLE, SAN_JOSE = Place("Seattle", "WA", "US", "42660"), Place("San Jose", "CA", "US", "41940")
VISION = Profile(Decimal("5.9"), Decimal(3), specialization="computer-vision", place=SEATTLE)
YEARS = st.decimals(0, 30, places=2)


def priced(profile: Profile) -> Estimate:
    return estimate(profile, GUIDE, oews.load())


def found(profile: Profile) -> Moves:
    own = priced(profile)
    return moves(profile, own, metros(own, GUIDE, oews.load()), GUIDE, oews.load())


def move(profile: Profile, slug: str) -> Move | None:
    return next((one for one in found(profile).base if one.slug == slug), None)


def profiles() -> st.SearchStrategy[Profile]:
    return st.builds(
        Profile,
        ml_years=YEARS,
        adjacent_years=YEARS,
        relevant_years=st.none() | YEARS,
        specialization=st.sampled_from([special.slug for special in GUIDE.specializations]),
        llm_production=st.booleans(),
        phd=st.booleans(),
        place=st.sampled_from((Place(), SEATTLE, SAN_JOSE, Place(country="CA"))),
        rung=st.sampled_from((None, None, None, "lead", "director")),
        employer=st.sampled_from((None, "other", "public-tech", "major-ai")),
    )


def for_any(test: Callable[..., None]) -> Callable[..., None]:
    return settings(max_examples=60, deadline=None)(test)


def is_given_by(profile: Profile, slug: str, after: Profile) -> bool:
    one, there = move(profile, slug), priced(after)
    return one is not None and (one.low, one.point, one.high) == (there.low, there.point, there.high)


def test_llm_work_in_production_is_the_estimators_premium() -> None:
    after = replace(VISION, specialization="llm-genai", llm_production=True)
    assert is_given_by(VISION, "llm-production-llm-genai", after)


def test_ones_own_premium_that_waits_for_production_is_a_move() -> None:
    waiting = Profile(Decimal(7), specialization="llm-genai")
    assert is_given_by(waiting, "llm-production-llm-genai", replace(waiting, llm_production=True))


def test_a_premium_that_counts_already_is_none() -> None:
    assert (
        move(Profile(Decimal(7), specialization="llm-genai", llm_production=True), "llm-production-llm-genai") is None
    )


def test_one_more_year_is_counted_as_the_estimator_counts() -> None:
    assert is_given_by(VISION, "year", replace(VISION, ml_years=Decimal("6.9")))
    told = Profile(relevant_years=Decimal("2.5"))
    assert is_given_by(told, "year", replace(told, relevant_years=Decimal("3.5")))


def test_the_next_tier_says_from_when() -> None:
    one = move(VISION, "tier-staff")
    assert one is not None
    assert one.detail == "from 10 relevant years, 2.60 more than counted"
    assert is_given_by(VISION, "tier-staff", Profile(Decimal(10), specialization="computer-vision", place=SEATTLE))


def test_above_the_last_tier_there_is_no_next() -> None:
    assert not [one for one in found(Profile(Decimal(12))).base if one.kind == "tier"]


def test_a_phd_moves_the_entry_tier_and_leaves_staff_alone() -> None:
    assert is_given_by(Profile(Decimal(1)), "phd", Profile(Decimal(1), phd=True))
    assert move(Profile(Decimal(12)), "phd") is None
    assert move(Profile(Decimal(1), phd=True), "phd") is None


def test_the_best_places_alone_are_named_and_never_ones_own() -> None:
    assert [one.slug for one in found(VISION).base if one.kind == "place"] == ["metro-san-jose", "metro-san-francisco"]
    assert not [one for one in found(replace(VISION, place=SAN_JOSE)).base if one.kind == "place"]


def test_on_the_leadership_ladder_the_place_alone_moves_the_range() -> None:
    assert {one.kind for one in found(Profile(rung="director")).base} == {"place"}


def test_a_kind_of_employer_changes_the_total_alone() -> None:
    told = found(VISION)
    assert told.compared is not None
    assert (told.compared.slug, [one.scenario.slug for one in told.employers]) == ("other", ["public-tech", "major-ai"])
    assert (told.employers[0].low, told.employers[0].high) == (Decimal(101_000), Decimal(242_000))
    assert told.employers[1].high is None


def test_ones_own_employer_is_what_totals_are_compared_with() -> None:
    told = found(replace(VISION, employer="public-tech"))
    assert told.employers[0].scenario.slug == "other"
    assert told.employers[0].low < 0


def test_skills_without_a_figure_are_named_as_such() -> None:
    slugs = [skill.slug for skill in found(VISION).unpriced]
    assert slugs == ["distributed-training", "system-design", "serving-at-scale"]


@for_any
@given(profiles())
def test_moves_are_sorted_by_effect_and_each_changes_something(profile: Profile) -> None:
    points = [one.effect.point for one in found(profile).base]
    assert points == sorted(points, reverse=True)
    assert all(one.effect for one in found(profile).base)


@for_any
@given(profiles())
def test_every_move_cites_the_guide(profile: Profile) -> None:
    assert {one.source.origin for one in found(profile).base} <= {"guide"}


@for_any
@given(profiles())
def test_years_and_degrees_never_lower_a_range(profile: Profile) -> None:
    assert all(one.effect.point >= 0 for one in found(profile).base if one.kind in ("year", "tier", "phd", "place"))


def test_the_whole_list_takes_little_time() -> None:
    own, areas = priced(VISION), oews.load()
    durations = []
    for _ in range(20):
        start = time.perf_counter()
        moves(VISION, own, metros(own, GUIDE, areas), GUIDE, areas)
        durations.append(time.perf_counter() - start)
    assert min(durations) < 0.003
