"""Rows of a table's file, XLSX or CSV, within limits: a spreadsheet is an archive of XML, and may swell without end."""

import csv
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from salaries.reference.bureau import Row

MOST_ROWS = 300_000
"""The metropolitan areas' table has half as many."""

MOST_COLUMNS = 64
"""The Bureau's tables have 32."""

LARGEST_SHEET = 600_000_000
"""Bytes of a sheet's XML; it is read as a stream."""

LARGEST_PART = 60_000_000
"""Bytes of any other part's XML; the list of texts is held in memory."""

SHEETS = "xl/worksheets/"
WORKBOOK = "xl/workbook.xml"

DAMAGED = (csv.Error, zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, RuntimeError, TypeError, ValueError)
"""What the readers of archives, of XML (its errors are syntax errors) and of workbooks raise over broken files."""


class Unreadable(ValueError):
    """A file is no table that can be read, or larger than any of the Bureau's; the message says which."""

    def __init__(self, file: str, words: str) -> None:
        super().__init__(f"{file}: {words}")
        self.file = file


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a table's file: the first sheet of an XLSX, else CSV in UTF-8. Raises `Unreadable`."""
    try:
        if zipfile.is_zipfile(path):
            within_limits(path)
            yield from _limited(_of_workbook(path), path)
        else:
            yield from _limited(_of_text(path), path)
    except OSError as error:
        raise Unreadable(path.name, error.strerror or "it cannot be opened") from error
    except UnicodeDecodeError as error:
        raise Unreadable(path.name, "it is neither an XLSX workbook nor CSV in UTF-8") from error
    except Unreadable:
        raise
    except DAMAGED as error:
        raise Unreadable(path.name, f"it is damaged ({error})") from error


def within_limits(path: Path) -> None:
    """Raise `Unreadable` for an archive that is no workbook or whose parts unpack to more than a table needs.

    The sizes are those that the archive declares: unpacking stops there whatever follows.
    """
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if WORKBOOK not in {part.filename for part in parts}:
            raise Unreadable(path.name, "it is an archive but no XLSX workbook; unpack it first")
        for part in parts:
            largest = LARGEST_SHEET if part.filename.startswith(SHEETS) else LARGEST_PART
            if part.file_size > largest:
                raise Unreadable(path.name, f"its part {part.filename} unpacks to {part.file_size:,} bytes")
            if part.filename.endswith((".xml", ".rels")) and _declares_entities(archive, part):
                raise Unreadable(path.name, f"its part {part.filename} declares entities, which no table needs")


def _declares_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    with archive.open(part) as file:
        return b"<!DOCTYPE" in file.read(4096)


def _of_workbook(path: Path) -> Iterator[Row]:
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # web processes know releases, not workbooks

    workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        # The size that a sheet claims for itself may be wrong; the limits hold for what comes.
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()
        yield from sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
    finally:
        workbook.close()


def _of_text(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file)


def _limited(found: Iterator[Row], path: Path) -> Iterator[Row]:
    for number, row in enumerate(found):
        if number >= MOST_ROWS:
            raise Unreadable(path.name, f"it has more than {MOST_ROWS:,} rows")
        yield row
