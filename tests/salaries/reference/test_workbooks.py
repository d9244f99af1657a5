"""Files become rows, within limits."""

import zipfile

import pytest

from salaries.reference import workbooks
from salaries.reference.workbooks import Unreadable, rows
from tests.salaries.reference.sheets import BOISE, sheet, workbook


def refused(path):
    with pytest.raises(Unreadable) as caught:
        list(rows(path))
    return str(caught.value)


def archive(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


def test_a_workbook_gives_its_cells(tmp_path):
    found = list(rows(workbook(tmp_path / "a.xlsx", sheet(BOISE))))
    assert found[0][:3] == ("AREA", "AREA_TITLE", "AREA_TYPE")
    assert found[1][:3] == (14260, "Boise City, ID", 4)


def test_a_csv_gives_its_cells_with_or_without_a_byte_order_mark(tmp_path):
    for encoding in ("utf-8", "utf-8-sig"):
        (tmp_path / "a.csv").write_text('a,b\n"x, y",2\n', encoding=encoding)
        assert list(rows(tmp_path / "a.csv")) == [["a", "b"], ["x, y", "2"]]


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert refused(tmp_path / "gone.xlsx") == "gone.xlsx: No such file or directory"


def test_an_archive_with_the_workbook_inside_is_to_be_unpacked(tmp_path):
    assert "unpack it first" in refused(archive(tmp_path / "oesm25st.zip", {"state.xlsx": b"PK"}))


def test_an_older_workbook_is_no_table(tmp_path):
    (tmp_path / "a.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\xff" * 64)
    assert "neither an XLSX workbook nor CSV" in refused(tmp_path / "a.xls")


def test_a_part_that_swells_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(workbooks, "LARGEST_PART", 100_000)
    path = archive(tmp_path / "a.xlsx", {workbooks.WORKBOOK: b"<x/>", "xl/sharedStrings.xml": b" " * 100_001})
    assert "xl/sharedStrings.xml unpacks to 100,001 bytes" in refused(path)


def test_entities_are_refused(tmp_path):
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    assert "declares entities" in refused(archive(tmp_path / "a.xlsx", {workbooks.WORKBOOK: bomb}))


def test_more_rows_than_any_table_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_ROWS", 3)
    assert "more than 3 rows" in refused(workbook(tmp_path / "a.xlsx", [["x"]] * 5))
    assert len(list(rows(workbook(tmp_path / "b.xlsx", [["x"]] * 3)))) == 3


def test_a_row_far_below_the_others_ends_the_reading(tmp_path, monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_ROWS", 1000)
    path = workbook(tmp_path / "a.xlsx", [["x"], ["y"]])
    far = tmp_path / "far.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(far, "w") as new:
        for part in old.infolist():
            data = old.read(part).replace(b'<row r="2"', b'<row r="1048576"')
            new.writestr(part.filename, data)
    assert "more than 1,000 rows" in refused(far)


@pytest.mark.parametrize("cut", [200, 2000])
def test_a_damaged_workbook_is_said_to_be_damaged(tmp_path, cut):
    path = workbook(tmp_path / "a.xlsx", sheet(BOISE))
    data = bytearray(path.read_bytes())
    data[cut : cut + 50] = b"\x00" * 50
    path.write_bytes(bytes(data))
    assert "damaged" in refused(path)
