"""Whether each row holds what its own rule needs."""

from collections.abc import Iterator
from decimal import Decimal

from salaries.contents import tables
from salaries.contents.prose import plain

PERCENTILES = (10, 25, 50, 75, 90)


def rule_faults(contents: tables.Contents) -> Iterator[str]:
    """Yield rows that lack what they need: a band without its tier, a rung without a range, a share above one."""
    for special in contents.specializations:
        yield from (f"specializations, {special.slug}: {fault}" for fault in _specialization(special))
    for tier in contents.tiers:
        yield from (f"tiers, {tier.slug}: {fault}" for fault in _tier(tier))
    for rung in contents.rungs:
        if rung.track == "leadership" and (rung.low is None or rung.high is None):
            yield f"rungs, {rung.slug}: a rung of the leadership track has a low and a high."
    for figure in contents.figures:
        if (figure.low is None) != (figure.unit == "none"):
            yield f"figures, {figure.slug}: a figure has a unit, and words alone have none."
    yield from _parameters(contents)


def _specialization(row: tables.Specialization) -> Iterator[str]:
    by_amounts, by_percentiles = row.band_low is not None, row.band_occupation is not None
    premium = row.premium_low is not None and row.premium_high is not None
    if premium != (row.rule == "premium"):
        yield "a premium has a low and a high in percent, and nothing else has them."
    if (by_amounts or by_percentiles) != (row.rule == "band") or (by_amounts and by_percentiles):
        yield "a band has amounts or percentiles, not both, and nothing else has them."
    if row.rule == "band" and row.stated_for is None:
        yield "a band names the tier that it is stated for."
    if by_percentiles and row.band_percentile_low not in PERCENTILES:
        yield "a band by percentiles names a published one."
    if row.band_percentile_high is not None and row.band_percentile_high not in PERCENTILES:
        yield "a band by percentiles names a published one."


def _tier(row: tables.Tier) -> Iterator[str]:
    for name in ("phd", "total"):
        parts = [getattr(row, f"{name}_{part}") for part in ("low", "high", "source")]
        if any(part is None for part in parts[:2]) != all(part is None for part in parts[:2]):
            yield f"a {name} range has a low and a high."
        elif parts[0] is not None and parts[2] is None:
            yield f"the {name} range names no source."


def _parameters(contents: tables.Contents) -> Iterator[str]:
    for row in contents.parameters:
        if row.value < 0 or (row.unit == "usd" and row.value == 0):
            yield f"parameters, {row.slug}: {plain(row.value)} is below what makes sense."
        if row.unit == "share" and row.value > Decimal(1):
            yield f"parameters, {row.slug}: a share lies between 0 and 1."
