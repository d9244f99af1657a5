"""Rows of the Bureau's spreadsheets and of our own form become areas, or faults with their row."""

from decimal import Decimal

import pytest

from salaries.reference import bureau, oews, workbooks
from tests.salaries.reference.sheets import ALABAMA, BOISE, DELTA, GUAM, NATION, OHIO, sheet


def areas(*rows):
    found, faults = bureau.read(sheet(*rows), "table")
    assert faults == []
    return [area for _, area in found]


def fault(row):
    found, faults = bureau.read(sheet(row), "table")
    assert found == []
    return str(faults[0])


class TestFinds:
    def test_the_nation_under_our_name(self):
        nation = areas(NATION)[0]
        assert (nation.kind, nation.code, nation.name) == ("national", "", "National")

    @pytest.mark.parametrize(
        ("row", "kind", "code"),
        [
            (OHIO, "state", "39"),
            (ALABAMA, "state", "01"),
            ({**ALABAMA, "AREA": 1}, "state", "01"),
            ({**ALABAMA, "AREA": 1.0, "AREA_TYPE": 2.0}, "state", "01"),
            (GUAM, "state", "66"),
            (BOISE, "metro", "14260"),
            (DELTA, "nonmetro", "2800001"),
        ],
    )
    def test_each_kind_of_area_with_the_zeros_of_its_code(self, row, kind, code):
        assert (areas(row)[0].kind, areas(row)[0].code) == (kind, code)

    def test_every_figure(self):
        boise = areas(BOISE)[0]
        assert (boise.employment, boise.employment_rse, boise.annual_mean) == (1200, Decimal("4.5"), 120_000)
        assert (boise.wage_rse, boise.p10, boise.p25) == (Decimal("1.5"), 70_000, 90_000)
        assert (boise.p50, boise.p75, boise.p90, boise.footnotes) == (115_000, 145_000, 180_000, "")

    def test_numbers_that_are_written_with_commas(self):
        assert areas({**BOISE, "TOT_EMP": "12,340"})[0].employment == 12_340

    def test_columns_in_any_order_and_case(self):
        rows = [row[::-1] for row in sheet(BOISE)]
        rows[0] = [str(name).lower() for name in rows[0]]
        assert bureau.read(rows, "table")[0][0][1].code == "14260"

    def test_our_own_form_as_the_shipped_table_is_read(self):
        found, faults = bureau.read(workbooks.rows(oews.SHIPPED), "own")
        assert faults == []
        assert len(found) == 991
        states = [area for _, area in found if (area.kind, area.soc) == ("state", "15-2051")]
        assert tuple(states) == oews.load().all("state", "15-2051")


class TestMarkers:
    def test_a_star_is_a_wage_that_is_not_available(self):
        area = areas({**BOISE, "A_MEAN": "*", "MEAN_PRSE": "*"})[0]
        assert (area.annual_mean, area.wage_rse, area.footnotes) == (None, None, "8")

    def test_two_stars_are_employment_that_is_not_released(self):
        area = areas({**BOISE, "TOT_EMP": "**", "EMP_PRSE": "**"})[0]
        assert (area.employment, area.employment_rse, area.annual_mean) == (None, None, 120_000)

    def test_a_hash_is_the_top_code(self):
        area = areas({**BOISE, "A_PCT90": "#"})[0]
        assert (area.p90, area.footnotes) == (239_200, "5")

    def test_a_hash_is_never_less_than_a_wage_that_the_row_prints(self):
        area = areas({**BOISE, "A_PCT75": 250_000, "A_PCT90": "#"})[0]
        assert area.p90 == 250_000

    def test_a_hash_is_no_employment(self):
        assert "employment: '#' is neither" in fault({**BOISE, "TOT_EMP": "#"})


class TestLeavesAlone:
    def test_other_occupations(self):
        assert areas({**BOISE, "OCC_CODE": "15-0000"}) == []

    def test_single_industries_and_owners(self):
        assert areas({**NATION, "I_GROUP": "sector"}, {**NATION, "OWN_CODE": 5}) == []

    def test_rows_below_the_table(self):
        assert bureau.read([*sheet(BOISE), [None], []], "table")[1] == []


class TestRefuses:
    @pytest.mark.parametrize(
        ("cells", "words"),
        [
            ({"A_MEAN": "n/a"}, "annual_mean: 'n/a' is neither a number nor a marker that stands there"),
            ({"A_MEAN": None}, "annual_mean: '' is neither"),
            ({"TOT_EMP": -10}, "employment: '-10' is no number of zero or more"),
            ({"TOT_EMP": "NaN"}, "is no number of zero or more"),
            ({"TOT_EMP": 10.5}, "no whole number"),
            ({"A_PCT10": 200_000}, "the percentiles do not rise"),
            ({"A_MEAN": 60_000}, "the mean lies below the 10th percentile"),
            ({"MEAN_PRSE": 120_000}, "not given in percent"),
            ({"AREA": "14-26"}, "is no code of a metro area: it has 5 digits"),
            ({"AREA": 1426000}, "is no code of a metro area"),
            ({"AREA_TYPE": 5}, "'5' is no kind of area"),
            ({"AREA_TITLE": " "}, "the area has no name"),
        ],
    )
    def test_a_row_that_breaks_a_rule_with_its_number(self, cells, words):
        said = fault({**BOISE, **cells})
        assert said.startswith("table, row 2: ")
        assert words in said

    def test_a_table_without_its_columns(self):
        _, faults = bureau.read([["AREA", "OCC_CODE"]], "table")
        assert "missing: " in faults[0].words
        assert "A_MEDIAN" in faults[0].words

    def test_an_empty_file(self):
        assert bureau.read([], "table")[1][0].row == 0
