"""What fuzzing insists on holds for what it starts from, and breaks where it should."""

from dataclasses import replace

import pytest

from resumes.extraction.dates import date_ranges
from resumes.reading.assembly import Draft, assemble
from resumes.reading.document import Box
from resumes.reading.limits import Limits
from tests.fuzz import holds
from tests.fuzz.seeds import DATES, files


@pytest.mark.parametrize("text", DATES)
def test_dates_hold_for_every_seed(text: str) -> None:
    holds.dates_hold(text.encode())


def test_reading_holds_for_files_of_every_kind() -> None:
    seeds = files()
    for kind in (b"%PDF", b"PK", b"{"):
        holds.reading_holds(next(seed for seed in seeds if seed.startswith(kind)))


def test_seeds_are_still_documents() -> None:
    for seed in files():
        assert holds.read(seed).lines


def test_overlapping_evidence_is_a_finding() -> None:
    dated = next(date_ranges("2019 - 2020", holds.AS_OF))
    with pytest.raises(holds.Broken, match="overlaps"):
        holds.insist_on_dates("2019 - 2020", [dated, dated])


def test_a_range_that_ends_before_it_begins_is_a_finding_unless_flagged() -> None:
    dated = replace(next(date_ranges("2019 - 2020", holds.AS_OF)), end="2018")
    with pytest.raises(holds.Broken, match="begins before it ends"):
        holds.insist_on_dates("2019 - 2020", [dated])
    holds.insist_on_dates("2019 - 2020", [replace(dated, typo=True)])


def test_a_box_that_nothing_can_draw_is_a_finding() -> None:
    document = assemble([Draft("Ana", box=Box(0, 0, float("nan"), 1))], "txt", Limits())
    with pytest.raises(holds.Broken, match="box"):
        holds.insist_on_document(document)


def test_a_file_that_breaks_no_rule_may_be_refused() -> None:
    holds.reading_holds(b"%PDF-1.7 and nothing else")
