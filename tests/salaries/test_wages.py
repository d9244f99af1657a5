"""Which release is read, and loading another: whole, once, with the others kept."""

from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from salaries import wages
from salaries.estimation.place import price
from salaries.estimation.profile import Place
from salaries.models import AreaWage, WageRelease
from salaries.reference import oews
from salaries.reference.releases import release
from tests.salaries.reference.sheets import published

pytestmark = pytest.mark.django_db

DATA_SCIENTISTS = "15-2051"


def loaded(*arguments):
    out = StringIO()
    call_command("load_oews", *map(str, arguments), stdout=out)
    return out.getvalue().strip()


def folder(path, name):
    (path / name).mkdir()
    return path / name


def test_the_shipped_table_is_read_until_one_is_loaded():
    assert wages.areas() is oews.load()
    assert wages.areas().period == "May 2025"


def test_a_loaded_release_is_read_as_its_files_hold_it(tmp_path):
    assert loaded(*published(tmp_path)) == "May 2026, 8 rows: loaded, and current"
    assert wages.areas().period == "May 2026"
    held = release(published(tmp_path)).areas
    assert all(area in wages.areas().all(area.kind, area.soc) for area in held)


def test_a_table_that_was_read_costs_one_query(tmp_path, django_assert_num_queries):
    loaded(*published(tmp_path))
    wages.areas()
    with django_assert_num_queries(1):
        wages.areas()


def test_the_shipped_table_comes_back_out_of_the_database_as_it_went_in():
    loaded(oews.SHIPPED)
    for kind in ("national", "state", "metro", "nonmetro"):
        assert wages.areas().all(kind, DATA_SCIENTISTS) == oews.load().all(kind, DATA_SCIENTISTS)


def test_loading_the_same_again_changes_nothing(tmp_path):
    loaded(*published(tmp_path))
    assert loaded(*reversed(published(tmp_path))) == "May 2026, 8 rows: there already, and current"
    assert (WageRelease.objects.count(), AreaWage.objects.count()) == (1, 8)


def test_a_corrected_table_becomes_current_and_the_former_stays(tmp_path):
    loaded(*published(tmp_path))
    loaded(*published(folder(tmp_path, "b"), A_MEAN=121_000))
    assert wages.areas().metro("14260", DATA_SCIENTISTS).annual_mean == 121_000
    assert WageRelease.objects.count() == 2


def test_loading_the_former_again_rolls_back(tmp_path):
    loaded(*published(tmp_path))
    loaded(*published(folder(tmp_path, "b"), A_MEAN=121_000))
    assert "current again" in loaded(*published(tmp_path))
    assert wages.areas().metro("14260", DATA_SCIENTISTS).annual_mean == 120_000
    assert WageRelease.objects.filter(is_current=True).count() == 1


def test_one_bad_row_and_nothing_is_loaded(tmp_path):
    with pytest.raises(CommandError, match=r"(?s)MSA_M2026_dl.xlsx, row 2: annual_mean: 'soon'"):
        loaded(*published(tmp_path, A_MEAN="soon"))
    assert not WageRelease.objects.exists()


def test_a_file_that_is_no_table_is_told_with_words(tmp_path):
    with pytest.raises(CommandError, match=r"gone.xlsx: No such file"):
        loaded(tmp_path / "gone.xlsx")


def test_files_have_to_be_named():
    with pytest.raises(CommandError, match="Name the files"):
        loaded()


def test_the_releases_are_listed_the_last_first(tmp_path):
    assert loaded("--list") == "No release has been loaded: the one that ships is in use."
    loaded(oews.SHIPPED)
    loaded(*published(tmp_path))
    first, second = loaded("--list").splitlines()
    assert first.startswith("May 2026 (current), loaded ")
    assert second.endswith("from oews-2025.csv")


def test_there_is_one_current_release(tmp_path):
    loaded(*published(tmp_path))
    with pytest.raises(IntegrityError), transaction.atomic():
        WageRelease.objects.create(year=2027, digest="x", loaded_at="2027-01-01T00:00Z", is_current=True)


def test_an_estimate_cites_the_release_that_it_reads(tmp_path, guide):
    loaded(*published(tmp_path, A_MEAN=132_000))
    found = price(Place(region="ID", country="US", cbsa="14260"), guide, wages.areas())
    assert (found.kind, found.factor) == ("oews-metro", Decimal("1.0500"))
    assert "May 2026" in str(found.source)
