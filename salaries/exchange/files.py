"""Bytes of a table's file, CSV or XLSX, to its cells as text. Pure; never trusts the name or the declared size."""

import csv
import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from msgspec import Struct

LARGEST = 1_000_000
"""Bytes of a file; the guide's longest table has 20,000."""

LARGEST_UNPACKED = 10_000_000
"""Bytes that a workbook's parts unpack to together."""

MOST_ROWS = 2_000
MOST_COLUMNS = 64
MOST_TEXT = 500_000
"""Characters of all cells together."""

WORKBOOK = "xl/workbook.xml"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ARCHIVE = b"PK\x03\x04"

DAMAGED = (csv.Error, zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, OSError, RuntimeError, TypeError)
"""What the readers of archives, of XML (its errors are syntax errors) and of workbooks raise over broken files."""


class Unreadable(ValueError):
    """The file cannot be read as a table; the message says why and what to do."""


class Line(Struct, frozen=True):
    """One row below the header: its number as a spreadsheet counts, and a cell for each column."""

    number: int
    cells: tuple[str, ...]


class Sheet(Struct, frozen=True):
    """A table as it stands in a file: all cells as text."""

    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def read(content: bytes) -> Sheet:
    """Return the table in a file: the first sheet of a workbook, else CSV in UTF-8. Raises `Unreadable`."""
    if len(content) > LARGEST:
        raise Unreadable(f"The file has {len(content):,} bytes; at most {LARGEST:,} are read.")
    if content.startswith(OLD_EXCEL):
        raise Unreadable("This is an old Excel file (.xls). Save it as .xlsx or as CSV UTF-8.")
    try:
        return _sheet(_of_workbook(content) if content.startswith(ARCHIVE) else _of_text(content))
    except UnicodeDecodeError as error:
        raise Unreadable('The file is not in UTF-8. Save it as "CSV UTF-8", or as .xlsx.') from error
    except Unreadable:
        raise
    except (*DAMAGED, ValueError) as error:
        raise Unreadable(f"The file is damaged: {error}.") from error


def _sheet(found: Iterator[Sequence[str]]) -> Sheet:
    columns = tuple(cell.strip() for cell in _stripped(next(found, ())))
    if not columns:
        raise Unreadable("The first row is empty; it names the columns.")
    _refuse_columns(columns)
    lines = []
    length = 0
    for number, row in enumerate(found, start=2):
        if number > MOST_ROWS + 1:
            raise Unreadable(f"The file has more than {MOST_ROWS:,} rows.")
        cells = _stripped(row)
        length += sum(map(len, cells))
        if length > MOST_TEXT:
            raise Unreadable(f"The cells hold more than {MOST_TEXT:,} characters.")
        if cells:
            lines.append(Line(number, _fitted(cells, row, columns, number)))
    return Sheet(columns, tuple(lines))


def _refuse_columns(columns: tuple[str, ...]) -> None:
    if len(columns) == 1 and (";" in columns[0] or "\t" in columns[0]):
        mark = "semicolons" if ";" in columns[0] else "tabs"
        raise Unreadable(
            f"The columns are parted by {mark}, so numbers may have decimal commas. Save the file as .xlsx, or with "
            "commas between the columns."
        )
    if twice := [name for name, count in Counter(columns).items() if count > 1]:
        raise Unreadable(f"The column {twice[0]!r} is there twice.")
    if "" in columns:
        raise Unreadable(f"Column {columns.index('') + 1} has no name in the first row.")


def _stripped(row: Sequence[str]) -> tuple[str, ...]:
    """Return the cells up to the last that is filled: spreadsheets save empty ones behind a table."""
    end = max((place for place, cell in enumerate(row, start=1) if cell.strip()), default=0)
    return tuple(row[:end])


def _fitted(cells: tuple[str, ...], row: Sequence[str], columns: tuple[str, ...], number: int) -> tuple[str, ...]:
    if len(cells) > len(columns):
        raise Unreadable(
            f"Row {number} has {len(cells)} cells, the first row names {len(columns)} columns. A value with a comma in "
            'it stands in quotes: "170,000".'
        )
    if len(row) < len(columns):
        raise Unreadable(f"Row {number} has {len(row)} cells, the first row names {len(columns)} columns.")
    return cells + ("",) * (len(columns) - len(cells))


def _of_text(content: bytes) -> Iterator[Sequence[str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    for row in csv.reader(text, strict=True):
        # A blank line is no row that lacks cells.
        yield row if any(row) else ("",) * MOST_COLUMNS


def _of_workbook(content: bytes) -> Iterator[Sequence[str]]:
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # heavy, and only for uploaded workbooks

    _within_limits(content)
    workbook = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    try:
        # The size that a sheet claims for itself may be wrong; the limits hold for what comes.
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()
        for row in sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS):
            cells = [_cell(cell) for cell in row]
            yield cells + [""] * (MOST_COLUMNS - len(cells))
    finally:
        workbook.close()


def _within_limits(content: bytes) -> None:
    """Refuse archives that are no workbook or swell. Unpacking stops at the sizes that are declared, and so do we."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if WORKBOOK not in {part.filename for part in parts}:
            raise Unreadable("This is an archive but no Excel workbook (.xlsx).")
        if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
            raise Unreadable(f"The workbook unpacks to more than {LARGEST_UNPACKED:,} bytes.")
        for part in parts:
            # Texts of two bytes a letter hide nothing either.
            if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part).replace(b"\0", b""):
                raise Unreadable("The workbook declares entities, which no table needs.")


def _cell(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise Unreadable(f"Cell {cell.coordinate} holds a formula. Copy the cells and paste them as values.")
    if cell.data_type == "e":
        raise Unreadable(f"Cell {cell.coordinate} holds the error {value}.")
    if isinstance(value, date | time):
        raise Unreadable(f"Cell {cell.coordinate} holds a date; no column does. Format it as text and type it again.")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else _number(value, cell.number_format)


def _number(value: float, layout: str | None) -> str:
    number = Decimal(repr(value))
    if "%" in (layout or ""):
        return f"{(number * 100).normalize():f}%"
    return f"{number:f}".removesuffix(".0")
