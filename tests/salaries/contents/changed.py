"""Editions with single rows changed, for the tests of what differs."""

from typing import Any

import msgspec

from salaries.contents.tables import Contents


def with_row(contents: Contents, table: str, where: str, /, **changes: Any) -> Contents:
    rows = tuple(
        msgspec.structs.replace(row, **changes) if row.slug == where else row for row in getattr(contents, table)
    )
    return msgspec.structs.replace(contents, **{table: rows})


def without(contents: Contents, table: str, slug: str) -> Contents:
    rows = tuple(row for row in getattr(contents, table) if row.slug != slug)
    return msgspec.structs.replace(contents, **{table: rows})
