"""Files of tables: CSV and workbooks as they are saved, and everything that must not be read."""

from datetime import date
from typing import Any

import pytest

from salaries.exchange import files
from salaries.exchange.files import Line, Unreadable, read
from tests.salaries.exchange.workbooks import with_part, workbook

TWO = (Line(2, ("CA", "158,400")), Line(3, ("WA", "154200")))


@pytest.mark.parametrize(
    "content",
    [
        b'slug,mean\nCA,"158,400"\nWA,154200\n',
        b'\xef\xbb\xbfslug,mean\r\nCA,"158,400"\r\nWA,154200\r\n',
        b'slug,mean,,\nCA,"158,400",,\nWA,154200,,\n,,,\n',
    ],
)
def test_csv_in_utf_8_is_read(content: bytes) -> None:
    assert read(content) == files.Sheet(("slug", "mean"), TWO)


def test_a_workbook_is_read_as_its_cells_show() -> None:
    content = workbook(("slug", "mean", "share", "up"), ("CA", 158400, 30.6, True), ("WA", 1.0, None, False))
    assert [line.cells for line in read(content).lines] == [("CA", "158400", "30.6", "yes"), ("WA", "1", "", "no")]


def test_blank_rows_are_left_out_and_counted() -> None:
    assert [line.number for line in read(b"slug\nCA\n\nWA\n").lines] == [2, 4]
    assert [line.number for line in read(workbook(("slug",), ("CA",), (), ("WA",))).lines] == [2, 4]


def test_a_cell_may_hold_lines_and_letters_of_all_scripts() -> None:
    assert read('slug,words\na,"Zürich\nπ"\n'.encode()).lines[0].cells == ("a", "Zürich\nπ")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The first row is empty"),
        ("slug,name\nCA,Kalifornien Süd\n".encode("latin-1"), "not in UTF-8"),
        ("slug,name\n".encode("utf-16"), "not in UTF-8"),
        (b"slug;mean\nCA;158400\n", "parted by semicolons"),
        (b"slug\tmean\nCA\t158400\n", "parted by tabs"),
        (b"slug,mean,mean\nCA,1,2\n", "'mean' is there twice"),
        (b"slug,,mean\nCA,1,2\n", "Column 2 has no name"),
        (b"slug,mean\nCA,158,400\n", "Row 2 has 3 cells, the first row names 2 columns. A value with a comma in it"),
        (b"slug,mean\nCA\n", "Row 2 has 1 cells"),
        (b'slug,mean\nCA,"158400\n', "damaged"),
        (b"\xd0\xcf\x11\xe0rest", "old Excel file"),
        (b"PK\x03\x04rest", "damaged"),
        (b"slug\n" + b"x" * files.LARGEST, "at most 1,000,000"),
        (b"slug\n" + b"CA\n" * (files.MOST_ROWS + 1), "more than 2,000 rows"),
        (b"slug,words\n" + b"\n".join(b"a," + b"x" * 100_000 for _ in range(6)), "more than 500,000 characters"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(content)
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("=A1*1.03", "Cell B2 holds a formula"),
        (date(2026, 5, 3), "Cell B2 holds a date"),
        ("#N/A", "Cell B2 holds the error #N/A"),
    ],
)
def test_a_workbooks_cell_that_is_no_value_is_named(cell: Any, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read(workbook(("slug", "mean"), ("CA", cell)))


def test_a_percentage_is_read_as_it_is_shown() -> None:
    content = workbook(("slug", "premium_low"), ("x", 0.25), layout={"B2": "0%"})
    assert read(content).lines[0].cells[1] == "25%"


def test_a_workbook_that_swells_is_not_unpacked() -> None:
    content = with_part(workbook(("slug",)), "xl/media/large.bin", b"\0" * (files.LARGEST_UNPACKED + 1))
    assert len(content) < 100_000
    with pytest.raises(Unreadable, match="unpacks to more than"):
        read(content)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_with_entities_is_refused(encoding: str) -> None:
    part = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>'.encode(encoding)
    with pytest.raises(Unreadable, match="declares entities"):
        read(with_part(workbook(("slug", "CA")), "xl/sharedStrings.xml", part))


def test_another_archive_is_no_workbook() -> None:
    with pytest.raises(Unreadable, match="no Excel workbook"):
        read(
            with_part(with_part(workbook(("slug",)), "a.txt", b""), "xl/workbook.xml", b"").replace(
                b"xl/workbook.xml", b"xl/workbonk.xml"
            )
        )
