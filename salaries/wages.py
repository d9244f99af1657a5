"""Wages by area: which release estimates and pages read, and the deed that loads another one."""

from dataclasses import asdict, fields
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any

from django.db import transaction
from django.utils import timezone

from salaries.models import AreaWage, WageRelease
from salaries.reference import oews
from salaries.reference.oews import Area, Areas
from salaries.reference.releases import Release

RELEASES_KEPT = 2
"""Tables in the memory of a process: the current one, and the one before while processes change over."""

COLUMNS = tuple(field.name for field in fields(Area))


CURRENT = f"SELECT * FROM {WageRelease._meta.db_table} WHERE is_current"  # noqa: S608 -- a name of our own
"""The current release. Most pages ask for it, and putting the query together would take longer than asking."""


class Outcome(Enum):
    """What loading did."""

    LOADED = "loaded, and current"
    AGAIN = "there already, and current again"
    UNCHANGED = "there already, and current"


def areas() -> Areas:
    """Return the current release's table, the one that ships where none has been loaded. One query where it is kept."""
    current = next(iter(WageRelease.objects.raw(CURRENT)), None)
    return _kept(current.pk, current.digest, current.period) if current else oews.load()


@transaction.atomic
def load(release: Release) -> Outcome:
    """Store a release whole and make it the current one; the same areas are stored once. Others stay as history."""
    known = WageRelease.objects.select_for_update().filter(digest=release.digest).first()
    if known and known.is_current:
        return Outcome.UNCHANGED
    WageRelease.objects.filter(is_current=True).update(is_current=False)
    if known:
        WageRelease.objects.filter(pk=known.pk).update(is_current=True)
        return Outcome.AGAIN
    _store(release)
    return Outcome.LOADED


def _store(release: Release) -> None:
    row = WageRelease.objects.create(
        year=release.year,
        period=release.period,
        files=", ".join(release.files),
        digest=release.digest,
        loaded_at=timezone.now(),
        is_current=True,
    )
    AreaWage.objects.bulk_create([AreaWage(release=row, **asdict(area)) for area in release.areas])


@lru_cache(maxsize=RELEASES_KEPT)
def _kept(key: int, digest: str, period: str) -> Areas:
    rows = AreaWage.objects.filter(release=key).values_list(*COLUMNS)
    return Areas.of([Area(*map(_plain, row)) for row in rows], period, digest)


def _plain(value: Any) -> Any:
    """Return decimals without the zeros that their column adds."""
    if not isinstance(value, Decimal):
        return value
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
