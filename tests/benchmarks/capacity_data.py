"""What the capacity model reckons with: quantities with unit and source, those that were measured in their places."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from tests.benchmarks import report
from tests.benchmarks.parts import MEASURED, Part, Table

FILE = Path(__file__).with_name("capacity.toml")


class Lookup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where results of the benchmark hold a quantity: the rows are added up; `over` names a column to divide by."""

    part: str
    table: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    over: str = ""


class Quantity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number with its unit, where it comes from, and where it may have been measured since."""

    value: float
    unit: str
    source: str
    measured: tuple[Lookup, ...] = ()


class Limit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one unit of a part bears of the demand `per`, and what is changed then."""

    part: str
    per: str
    value: float
    source: str
    then: str


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that the model reckons with."""

    loads: tuple[int, ...]
    hours: tuple[float, ...]
    quantities: dict[str, Quantity]
    limits: tuple[Limit, ...]

    def __getitem__(self, name: str) -> float:
        return self.quantities[name].value


@cache
def stated() -> Model:
    """Return the model as its file states it. Raises `msgspec.ValidationError` for an ill-formed file."""
    return msgspec.toml.decode(FILE.read_bytes(), type=Model)


def results() -> list[Part]:
    """Return what has been measured so far."""
    return report.merged(MEASURED, report.FOLDER / report.RESULTS.name)


def taken(model: Model, parts: Iterable[Part]) -> Model:
    """Return the model with the quantities that these parts have measured."""
    by_name = {part.part: part for part in parts}
    found = {name: measured(one, by_name) for name, one in model.quantities.items()}
    return msgspec.structs.replace(model, quantities=found)


def measured(quantity: Quantity, parts: Mapping[str, Part]) -> Quantity:
    """Return the quantity as it was measured, as it is stated where it was not."""
    for lookup in quantity.measured:
        part = parts.get(lookup.part)
        value = looked_up(lookup, part.tables) if part else None
        if part and value:
            day = f" on {part.measured.date}" if part.measured else ""
            return msgspec.structs.replace(quantity, value=value, source=f"measured{day}: {part.title}")
    return quantity


def looked_up(lookup: Lookup, tables: Iterable[Table]) -> float | None:
    """Return what the last table of that name holds, None where it has no such rows or columns."""
    named = [table for table in tables if table.caption.startswith(lookup.table)]
    for column in lookup.columns:
        for table in reversed(named):
            whole, under = summed(table, lookup.rows, column), summed(table, lookup.rows, lookup.over)
            if whole and (under or not lookup.over):
                return whole / (under or 1)
    return None


def summed(table: Table, rows: Iterable[str], column: str) -> float | None:
    """Return the sum of the cells of those rows in a column, None where there is none."""
    if column not in table.columns:
        return None
    place, wanted = table.columns.index(column), set(rows)
    cells = [row[place] for row in table.rows if row[0] in wanted]
    return sum(cell for cell in cells if isinstance(cell, int | float)) or None
