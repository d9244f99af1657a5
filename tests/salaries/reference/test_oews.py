from decimal import Decimal

import pytest

from salaries.reference import oews, states

DATA_SCIENTISTS = "15-2051"
SOFTWARE_DEVELOPERS = "15-1252"


@pytest.fixture
def areas():
    return oews.load()


@pytest.mark.parametrize("soc", [DATA_SCIENTISTS, SOFTWARE_DEVELOPERS])
def test_the_nation_has_every_value(areas, soc):
    nation = areas.national(soc)
    assert nation.kind == "national"
    assert None not in (nation.annual_mean, nation.p10, nation.p25, nation.p50, nation.p75, nation.p90)


def test_a_state_is_found_by_its_postal_code(areas):
    alabama = areas.state("AL", SOFTWARE_DEVELOPERS)
    assert (alabama.name, alabama.employment, alabama.annual_mean) == ("Alabama", 17450, Decimal(122840))


def test_every_state_has_software_developers(areas):
    assert all(areas.state(code, SOFTWARE_DEVELOPERS) for code in states.load())


def test_an_unknown_state_has_no_row(areas):
    assert areas.state("ZZ", DATA_SCIENTISTS) is None


def test_a_metro_is_found_by_its_cbsa_code(areas):
    assert areas.metro("41940", DATA_SCIENTISTS).name == "San Jose-Sunnyvale-Santa Clara, CA"


def test_a_nonmetropolitan_code_is_no_metro(areas):
    assert areas.metro("0100001", DATA_SCIENTISTS) is None


def test_a_value_that_was_not_released_is_none(areas):
    alaska = areas.state("AK", SOFTWARE_DEVELOPERS)
    assert (alaska.annual_mean, alaska.employment) == (None, 530)


def test_the_table_is_read_once(areas):
    assert oews.load() is areas
