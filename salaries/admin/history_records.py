"""Who changed what of an edition, when, from what, to what, and why: out of the records kept with every save."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from django.db.models import ForeignKey

from salaries import editions
from salaries.exchange.values import printed
from salaries.models import Edition

AT_ONCE = timedelta(minutes=1)
"""Rows added one after another within this time by one person for one reason are told as one event."""

KINDS = {"+": "added", "~": "changed", "-": "removed"}
KEYS = frozenset({"id", "edition", "revision", "changed_at", "loaded_digest", "state", "published_at", "is_current"})
"""Columns that are no figures: keys, and how an edition stands, which the log of publications tells."""

SELDOM = frozenset({"order", "source"})
"""Columns told last, as forms show them."""

ABOUT = "about"
"""The edition's own fields, in place of a table's name."""


class Record(NamedTuple):
    """One record, without its values."""

    at: datetime
    key: int
    row: int
    kind: str
    by: int | None
    why: str | None
    table: str


@dataclass(frozen=True, slots=True)
class Event:
    """What one person did at a time: a row changed, added or removed, or several added."""

    records: tuple[Record, ...]

    @property
    def first(self) -> Record:
        """The newest record."""
        return self.records[0]


@dataclass(frozen=True, slots=True)
class Field:
    """One field from and to."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Told:
    """An event to read; `fields` is empty where several rows were added, `names` then has all of them."""

    at: datetime
    by: int | None
    kind: str
    why: str
    table: str
    names: tuple[str, ...]
    row: int | None
    fields: tuple[Field, ...]


def events(edition: Edition, row: Any = None) -> list[Event]:
    """Return what happened to an edition, or to one of its rows, newest first."""
    found: list[Record] = []
    for table in (ABOUT, *editions.TABLES):
        model = model_of(table)
        if row is None or isinstance(row, model):
            found += _records(edition, table, row)
    return list(_grouped(sorted(found, reverse=True)))


def told(shown: Sequence[Event]) -> list[Told]:
    """Return events with names and values; a few queries a table, however many events there are."""
    rows: dict[str, set[int]] = defaultdict(set)
    for event in shown:
        rows[event.first.table] |= {record.row for record in event.records}
    values = {table: _values(table, keys) for table, keys in rows.items()}
    return [_told(event, *values[event.first.table]) for event in shown]


def model_of(table: str) -> Any:
    """Return the model whose records a table's name stands for."""
    return Edition if table == ABOUT else editions.TABLES[table][1]


def _records(edition: Edition, table: str, row: Any) -> Iterator[Record]:
    own = {"id": edition.pk} if table == ABOUT else {"edition_id": edition.pk}
    found = model_of(table).history.filter(**own, **({"id": row.pk} if row is not None else {}))
    idle = _idle(edition) if table == ABOUT else set()
    columns = ("history_date", "history_id", "id", "history_type", "history_user_id", "history_change_reason")
    yield from (Record._make((*one, table)) for one in found.values_list(*columns) if one[1] not in idle)


def _idle(edition: Edition) -> set[int]:
    """Return records of the edition that changed nothing of its own: its page saves it with every row."""
    history = list(Edition.history.filter(id=edition.pk).order_by("history_date", "history_id"))
    return {new.history_id for old, new in pairwise(history) if not any(_fields(old, new, {}))}


def _grouped(records: Iterable[Record]) -> Iterator[Event]:
    group: list[Record] = []
    for record in records:
        if group and not _together(group[-1], record):
            yield Event(tuple(group))
            group = []
        group.append(record)
    if group:
        yield Event(tuple(group))


def _together(newer: Record, older: Record) -> bool:
    same = (newer.kind, newer.by, newer.why, newer.table) == (older.kind, older.by, older.why, older.table)
    return same and newer.kind == "+" and newer.at - older.at < AT_ONCE


def _values(table: str, rows: set[int]) -> tuple[dict[int, tuple[Any, Any]], dict[Any, dict[int, str]]]:
    """Return each record with the one before it, by key; and the slugs that keys of other tables stand for."""
    history = list(model_of(table).history.filter(id__in=rows).order_by("id", "history_date", "history_id"))
    before = {new.history_id: old if old and old.id == new.id else None for old, new in pairwise([None, *history])}
    return {one.history_id: (before[one.history_id], one) for one in history}, _slugs(table, history)


def _slugs(table: str, history: Iterable[Any]) -> dict[Any, dict[int, str]]:
    links = [one for one in model_of(table)._meta.fields if isinstance(one, ForeignKey) and one.name != "edition"]
    keys: dict[Any, set[int]] = defaultdict(set)
    for record in history:
        for one in links:
            keys[one.related_model].add(getattr(record, one.attname))
    return {model: _names(model, wanted) for model, wanted in keys.items()}


def _names(model: Any, keys: set[int]) -> dict[int, str]:
    """Return slugs, those of removed rows out of their history."""
    gone = dict(model.history.filter(id__in=keys).order_by("history_date").values_list("id", "slug"))
    return gone | dict(model.objects.filter(pk__in=keys).values_list("pk", "slug"))


def _told(event: Event, values: dict[int, tuple[Any, Any]], slugs: dict[Any, dict[int, str]]) -> Told:
    first, several = event.first, len(event.records) > 1
    old, new = values[first.key]
    before, after = (new, None) if first.kind == "-" else (old if first.kind == "~" else None, new)
    return Told(
        at=first.at,
        by=first.by,
        kind=KINDS[first.kind],
        why=first.why or "",
        table=first.table,
        names=tuple(_name(values[record.key][1]) for record in reversed(event.records)),
        row=None if several else first.row,
        fields=() if several else tuple(_fields(before, after, slugs)),
    )


def _name(record: Any) -> str:
    return str(getattr(record, "slug", None) or record.name)


def _fields(old: Any, new: Any, slugs: dict[Any, dict[int, str]]) -> Iterator[Field]:
    record = new or old
    figures = [field for field in record.instance_type._meta.concrete_fields if field.name not in KEYS]
    for field in sorted(figures, key=lambda one: one.name in SELDOM):
        before, after = (_shown(field, one, slugs) for one in (old, new))
        if before != after:
            yield Field(str(field.verbose_name), before, after)


def _shown(field: Any, record: Any, slugs: dict[Any, dict[int, str]]) -> str:
    value = None if record is None else getattr(record, field.attname)
    if isinstance(field, ForeignKey) and value is not None:
        return slugs[field.related_model].get(value, "a removed row")
    return printed(value)
