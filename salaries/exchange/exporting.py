"""A table of an edition as a file."""

from salaries.exchange.resources import resource_of
from salaries.models import Edition

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Media types by the ending of the file's name."""

BYTE_ORDER_MARK = "\ufeff"
"""Tells spreadsheets that a CSV is in UTF-8."""


def exported(edition: Edition, table: str, ending: str) -> bytes:
    """Return a table's rows as the file that importing reads back without a change."""
    dataset = resource_of(table)(edition).export()
    dataset.title = table
    # Not by the formats of django-import-export: those load the reader of workbooks into every process.
    content: str | bytes = dataset.export(ending)
    return content if isinstance(content, bytes) else (BYTE_ORDER_MARK + content).encode()
