"""A release is whole: the nation, the states and the metropolitan areas of one year, every area once."""

import pytest

from salaries.reference.releases import MOST_SHOWN, BadRelease, release
from tests.salaries.reference.sheets import BOISE, both, published, workbook


def faults(paths, year=None):
    with pytest.raises(BadRelease) as caught:
        release(paths, year)
    return [str(fault) for fault in caught.value.faults]


def test_the_three_tables_make_a_release(tmp_path):
    found = release(published(tmp_path))
    assert (found.year, found.period, len(found.areas)) == (2026, "May 2026", 8)
    assert found.files == ("national_M2026_dl.xlsx", "state_M2026_dl.xlsx", "MSA_M2026_dl.xlsx")


def test_the_order_of_the_files_makes_no_difference(tmp_path):
    paths = published(tmp_path)
    assert release(paths).digest == release(paths[::-1]).digest


def test_another_figure_or_year_makes_another_release(tmp_path):
    (tmp_path / "b").mkdir()
    first = release(published(tmp_path))
    assert release(published(tmp_path / "b", A_MEAN=121_000)).digest != first.digest
    assert release(published(tmp_path), 2027).digest != first.digest


def test_a_table_that_is_missing_is_named(tmp_path):
    said = faults(published(tmp_path)[1:])
    assert len(said) == 2
    assert "the national table is missing" in said[0]


def test_files_of_several_years_are_refused(tmp_path):
    paths = [*published(tmp_path, 2025)[:2], published(tmp_path, 2026)[2]]
    assert faults(paths) == ["all files: they are of several releases: 2025, 2026"]


def test_a_year_that_no_name_tells_is_asked_for(tmp_path):
    paths = [path.rename(path.with_name(f"{n}.xlsx")) for n, path in enumerate(published(tmp_path))]
    assert "give it with --year" in faults(paths)[0]
    assert release(paths, 2026).year == 2026


def test_an_area_that_comes_twice_is_named_with_both_rows(tmp_path):
    again = workbook(tmp_path / "again_M2026.xlsx", both(BOISE))
    said = faults([*published(tmp_path), again])
    assert said[0] == "again_M2026.xlsx, row 2: Boise City, ID, 15-2051 is listed before, in MSA_M2026_dl.xlsx, row 2"


def test_every_fault_of_every_file_is_told_at_once(tmp_path):
    paths = published(tmp_path, A_MEAN="soon")
    rows = both({"AREA": 1, "AREA_TITLE": "Nowhere", "AREA_TYPE": 9})
    said = faults([*paths, workbook(tmp_path / "more_M2026.xlsx", rows)])
    assert [line.split(":")[0] for line in said[:4]] == [
        "MSA_M2026_dl.xlsx, row 2",
        "MSA_M2026_dl.xlsx, row 3",
        "more_M2026.xlsx, row 2",
        "more_M2026.xlsx, row 3",
    ]


def test_of_many_faults_the_first_are_printed_and_the_rest_counted(tmp_path):
    rows = both(*({**BOISE, "AREA_TYPE": 9} for _ in range(20)))
    with pytest.raises(BadRelease) as caught:
        release([*published(tmp_path), workbook(tmp_path / "bad_M2026.xlsx", rows)])
    assert str(caught.value).startswith("40 faults; nothing was loaded:")
    assert str(caught.value).endswith(f"and {40 - MOST_SHOWN} more")
