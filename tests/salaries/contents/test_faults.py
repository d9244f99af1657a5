"""Faults of an edition are named in words."""

from decimal import Decimal
from typing import Any

import pytest

from salaries.contents.faults import faults
from salaries.contents.tables import Contents
from tests.salaries.contents.changed import with_row, without

CASES = [
    ("tiers", "senior", {"low": Decimal(230000)}, "tiers, senior: low 230000 is above the high, 220000."),
    ("tiers", "mid", {"ceiling": Decimal(5)}, "Mid ends at 5 years and Senior begins at 6: a gap."),
    ("tiers", "mid", {"ceiling": Decimal(7)}, "Mid ends at 7 years and Senior begins at 6: an overlap."),
    ("tiers", "mid", {"ceiling": None}, "Mid has no end in years, but Senior begins at 6: they overlap."),
    ("tiers", "entry", {"floor": Decimal(1)}, "Entry begins at 1 years; the first tier begins at 0."),
    ("tiers", "staff", {"ceiling": Decimal(20)}, "Staff or principal is the last tier and ends at 20 years"),
    ("tiers", "mid", {"low": Decimal(120000)}, "under the $130,000 at which Entry ends: pay would fall"),
    ("tiers", "staff", {"total_low": Decimal(200000)}, "Staff or principal has a lower total than Senior"),
    ("tiers", "senior", {"total_source": None}, "tiers, senior: the total range names no source."),
    ("tiers", "mid", {"source": "hearsay"}, "source names 'hearsay', which is not in sources."),
    ("occupations", "data-scientists", {"annual_p25": Decimal(50000)}, "the annual percentiles are out of order"),
    ("occupations", "software-developers", {"hourly_p90": Decimal(81)}, "the hourly percentiles are out of order"),
    ("specializations", "mlops", {"stated_for": None}, "a band names the tier that it is stated for"),
    ("specializations", "nlp", {"band_low": Decimal(1)}, "a band has amounts or percentiles, not both"),
    ("specializations", "nlp", {"band_percentile_low": 60}, "a band by percentiles names a published one"),
    ("specializations", "llm-genai", {"premium_high": None}, "a premium has a low and a high in percent"),
    ("rungs", "vp", {"low": None, "high": None}, "a rung of the leadership track has a low and a high"),
    ("figures", "equity", {"unit": "none"}, "a figure has a unit, and words alone have none"),
    ("figures", "equity", {"words": "As {figure.gone} says."}, "the text names {figure.gone}"),
    ("states", "CA", {"mean": Decimal(0)}, "states, CA: the mean is not above zero."),
    ("parameters", "place-weight", {"value": Decimal(2)}, "a share lies between 0 and 1"),
    ("parameters", "rounding", {"value": Decimal(0)}, "parameters, rounding: 0 is below what makes sense"),
    ("parameters", "staff-ceiling", {"value": Decimal(10)}, "10 years is not above the last tier's floor, 10"),
    ("states", "CA", {"slug": "WA"}, "states: 'WA' is there 2 times."),
]


@pytest.mark.parametrize(("table", "slug", "changes", "words"), CASES, ids=[case[3][:40] for case in CASES])
def test_a_fault_is_told_in_words(
    contents: Contents, table: str, slug: str, changes: dict[str, Any], words: str
) -> None:
    found = faults(with_row(contents, table, slug, **changes))
    assert any(words in fault for fault in found), found


@pytest.mark.parametrize(
    ("table", "slug"),
    [("parameters", "place-weight"), ("figures", "equity"), ("occupations", "data-scientists")],
)
def test_what_estimates_need_must_be_there(contents: Contents, table: str, slug: str) -> None:
    assert f"{table}: '{slug}' is missing; estimates need it." in faults(without(contents, table, slug))


def test_a_tier_less_is_a_gap(contents: Contents) -> None:
    assert "Entry ends at 3 years and Senior begins at 6: a gap." in faults(without(contents, "tiers", "mid"))


def test_a_change_that_makes_sense_is_no_fault(contents: Contents) -> None:
    assert faults(with_row(contents, "tiers", "staff", high=Decimal(350000))) == []
