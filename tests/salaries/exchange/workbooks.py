"""Workbooks as spreadsheets save them, for the tests."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook


def workbook(*rows: Sequence[Any], layout: dict[str, str] | None = None) -> bytes:
    """Return a workbook of one sheet; `layout` gives cells a number format."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    for cell, number_format in (layout or {}).items():
        book.active[cell].number_format = number_format
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """Return the workbook with one more part, or another in the place of one."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        new.writestr(name, part)
    return changed.getvalue()
