"""What differs between two editions, figure by figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import msgspec

from salaries.contents.prose import plain, tables_of
from salaries.contents.tables import Contents

Kind = Literal["changed", "added", "removed"]
KEYS = ("slug",)
"""Fields that tell which row it is."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs; `table` and `row` are empty where it is the edition's own.

    `percent` is the change of a number, None where one of the two is none or zero.
    """

    table: str
    row: str
    field: str
    kind: Kind
    old: str
    new: str
    percent: Decimal | None = None


def differences(old: Contents, new: Contents) -> tuple[Difference, ...]:
    """Return every difference in the edition's order, its name left out: editions always differ in that."""
    found = list(_fields("", "", "changed", _about(old), _about(new)))
    for table, rows in tables_of(new).items():
        before = {row.slug: row for row in getattr(old, table)}
        after = {row.slug: row for row in getattr(new, table)}
        for slug in [*before, *(slug for slug in after if slug not in before)]:
            found += _row(table, slug, before.get(slug), after.get(slug))
        found += _order(table, list(before), [row.slug for row in rows])  # type: ignore[attr-defined]
    return tuple(found)


def percent_of(old: Decimal | None, new: Decimal | None) -> Decimal | None:
    """Return by how many percent a number changed, to one decimal; None where there is nothing to compare."""
    if not old or new is None:
        return None
    return ((new / old - 1) * 100).quantize(Decimal("0.1"))


def _about(contents: Contents) -> dict[str, Any]:
    tables = tables_of(contents)
    return {name: value for name, value in _values(contents).items() if name not in tables and name != "name"}


def _row(table: str, slug: str, old: Any, new: Any) -> Iterator[Difference]:
    kind: Kind = "added" if old is None else "removed" if new is None else "changed"
    yield from _fields(table, slug, kind, _values(old), _values(new))


def _fields(table: str, row: str, kind: Kind, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Difference]:
    for field in old or new:
        before, after = old.get(field), new.get(field)
        if before == after or field in KEYS:
            continue
        percent = None
        if isinstance(before, Decimal) and isinstance(after, Decimal):
            percent = percent_of(before, after)
        yield Difference(table, row, field, kind, _printed(before), _printed(after), percent)


def _values(row: Any) -> dict[str, Any]:
    return {} if row is None else msgspec.structs.asdict(row)


def _order(table: str, old: list[str], new: list[str]) -> Iterator[Difference]:
    before, after = [slug for slug in old if slug in new], [slug for slug in new if slug in old]
    if before != after:
        yield Difference(table, "", "order", "changed", ", ".join(before), ", ".join(after))


def _printed(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return plain(value) if isinstance(value, Decimal) else str(value)
