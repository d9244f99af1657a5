"""An offer checked: against the person's range, the guide's own figures, and what the guide does not know."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salaries.contents.files import GUIDES, read
from salaries.contents.freezing import guide_of
from salaries.estimation.profile import Place, Profile
from salaries.offers import Offer, OfferCheck, check
from salaries.reference import oews

GUIDE = guide_of(read(GUIDES / "2026.yaml"))
SENIOR = Profile(Decimal("7.4"), place=Place("Seattle", "WA", "US", "42660"))
FULL = {"employer": "public-tech", "equity": Decimal(120_000), "signing": Decimal(30_000)}


def checked(base: int = 220_000, **parts: Any) -> OfferCheck:
    return check(Offer("A", Decimal(base), **parts), SENIOR, GUIDE, oews.load())


def slugs(base: int = 220_000, **parts: Any) -> list[str]:
    return [remark.slug for remark in checked(base, **parts).remarks]


def test_an_offer_like_the_guides_figures_gets_no_remark() -> None:
    assert slugs(**FULL) == []


@pytest.mark.parametrize(
    ("changed", "slug"),
    [
        ({"base": 150_000}, "base-below"),
        ({"base": 300_000}, "base-above"),
        ({"equity": Decimal(20_000)}, "equity-below"),
        ({"equity": None}, "equity-below"),
        ({"equity": Decimal(400_000)}, "equity-above"),
        ({"equity": Decimal(400_000), "equity_is_grant": True, "base": 350_000}, "equity-below"),
        ({"signing": None}, "signing-none"),
        ({"signing": Decimal(5_000)}, "signing-below"),
        ({"signing": Decimal(150_000)}, "signing-above"),
        ({"equity": Decimal(70_000)}, "total-below"),
        ({"bonus": Decimal(10_000)}, "bonus"),
        ({"employer": None}, "equity-unknown"),
        ({"employer": "other"}, "equity-unknown"),
        ({"engagement": "contract"}, "contract"),
        ({"engagement": "part-time", "hours": Decimal(30)}, "part-time"),
    ],
)
def test_what_is_unlike_the_guide_is_remarked(changed: dict[str, Any], slug: str) -> None:
    assert slug in slugs(**(FULL | changed))


def test_equity_of_part_time_work_is_not_judged() -> None:
    parts = FULL | {"engagement": "part-time", "hours": Decimal(20), "equity": Decimal(10_000)}
    assert not [slug for slug in slugs(**parts) if slug.startswith("equity")]


@pytest.mark.parametrize("parts", [{}, {"employer": "other"}, {"engagement": "contract", "employer": "public-tech"}])
def test_no_equity_and_no_signing_bonus_is_nothing_odd_where_the_guide_gives_no_figure(parts: dict[str, Any]) -> None:
    assert not [slug for slug in slugs(**parts) if slug.startswith(("equity", "signing", "total"))]


def test_every_figure_of_the_guide_is_cited() -> None:
    remarks = checked(150_000, employer="public-tech").remarks
    assert remarks
    assert all(remark.source and remark.source.origin == "guide" for remark in remarks)


def test_the_words_carry_the_guides_own_figures() -> None:
    words = " ".join(remark.words for remark in checked(150_000, employer="public-tech").remarks)
    for figure in ("30 to 80 percent", "$20,000 to $100,000", "$199,000 to $258,000", "begin at $300,000"):
        assert figure in words


def test_a_contract_is_marked_and_its_costs_are_called_unknown() -> None:
    found = checked(120, hourly=True, engagement="contract")
    assert not found.is_comparable
    assert "unknown here and not taken off" in found.remarks[-1].words


def test_an_offer_elsewhere_is_held_against_the_range_there() -> None:
    austin = Place("Austin", "TX", "US", "12420")
    here, there = checked(190_000), checked(190_000, place=austin)
    assert (here.standing.where, there.standing.where) == ("below", "lower")
    assert there.found.place is not None
    assert there.found.place.name == "Austin"


def test_the_base_has_a_place_among_both_occupations() -> None:
    assert [one.occupation for one in checked().positions] == ["data-scientists", "software-developers"]


@settings(max_examples=60, deadline=None)
@given(st.integers(20_000, 900_000), st.integers(0, 300_000))
def test_more_base_never_lowers_a_position_and_never_makes_it_low(base: int, more: int) -> None:
    lower, higher = checked(base, **FULL), checked(base + more, **FULL)
    assert lower.standing.rank <= higher.standing.rank
    pairs = zip(lower.positions, higher.positions, strict=True)
    assert all(one.percentile <= two.percentile for one, two in pairs)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([rung.slug for rung in GUIDE.ladder]), st.integers(20_000, 900_000))
def test_leaders_offers_are_checked_too(rung: str, base: int) -> None:
    person = replace(SENIOR, rung=rung)
    assert check(Offer("A", Decimal(base)), person, GUIDE, oews.load()).standing.words
