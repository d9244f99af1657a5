"""Rows of cells as CSV that a spreadsheet may open: text that it would take for a formula is marked as text."""

import csv
import io
import re
from decimal import Decimal

from salaries.contents.prose import plain
from salaries.downloads.columns import Cell, Sheet

FORMULA = re.compile(r"[\s\ufeff\u200b-\u200f\u2060]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""How text begins that spreadsheets read as a formula: behind what they skip, and in wide signs too."""


def text_of(sheet: Sheet) -> str:
    """Return a table as RFC 4180 has it: a header, a comma between cells, CR LF behind lines."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(sheet.header)
    writer.writerows([cell_of(cell) for cell in row] for row in sheet.rows)
    return out.getvalue()


def cell_of(cell: Cell) -> str:
    """Return a cell as text: numbers plain and exact, words with an apostrophe before what would begin a formula."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Decimal):
        return plain(cell)
    if isinstance(cell, int):
        return str(cell)
    return f"'{cell}" if FORMULA.match(cell) else cell
