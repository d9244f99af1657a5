"""What is wrong with an edition, in words an editor can act on: what no single row can show is checked here."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

import msgspec

from salaries.contents import tables
from salaries.contents.freezing import NEEDED_FIGURES, NEEDED_PARAMETERS
from salaries.contents.prose import PERCENTILES, figures_of, money, names_in, plain, tables_of, texts_of
from salaries.contents.rules import rule_faults
from salaries.contents.values import value_faults
from salaries.estimation.guide import DATA_SCIENTISTS, SOFTWARE_DEVELOPERS

NEEDED_TIERS = ("senior",)
LINKS = {
    "source": "sources",
    "phd_source": "sources",
    "total_source": "sources",
    "other": "sources",
    "percentile_occupation": "occupations",
    "band_occupation": "occupations",
    "stated_for": "tiers",
}
"""Fields that name a row of another table."""


class FaultyEdition(ValueError):
    """The figures contradict each other or lack something that estimates need."""

    def __init__(self, name: str, found: list[str]) -> None:
        super().__init__(f"edition {name} has {len(found)} faults:\n" + "\n".join(f"  {fault}" for fault in found))
        self.name = name
        self.faults = found


def faults(contents: tables.Contents) -> list[str]:
    """Return every fault of an edition; none means that it can be frozen, stored and estimated from."""
    if found := gaps(contents):
        return found
    rows = chain(
        _percentile_faults(contents.occupations),
        tier_faults(contents.tiers),
        rule_faults(contents),
        value_faults(contents),
        _unknown_names(contents),
        _ceiling_faults(contents),
    )
    return [*_bounds_faults(contents), *rows]


def gaps(contents: tables.Contents) -> list[str]:
    """Return the faults with which an edition cannot even be shown: rows that are missing, double or lead nowhere."""
    return [*_twice(contents), *_missing(contents), *_broken_links(contents)]


def tier_faults(tiers: Iterable[tables.Tier]) -> list[str]:
    """Return what is wrong between tiers: gaps and overlaps in years, pay that falls at a floor."""
    rising = sorted(tiers, key=lambda tier: tier.floor)
    if not rising:
        return ["There are no tiers."]
    first, last = rising[0], rising[-1]
    found = [f"{first.name} begins at {plain(first.floor)} years; the first tier begins at 0."] if first.floor else []
    if last.ceiling is not None:
        found.append(f"{last.name} is the last tier and ends at {plain(last.ceiling)} years; the last tier has no end.")
    for lower, upper in pairwise(rising):
        found += filter(None, (_join_fault(lower, upper), _pay_fault(lower, upper)))
    return found


def _join_fault(lower: tables.Tier, upper: tables.Tier) -> str | None:
    if lower.ceiling is None:
        return f"{lower.name} has no end in years, but {upper.name} begins at {plain(upper.floor)}: they overlap."
    if lower.ceiling == upper.floor:
        return None
    what = "a gap" if lower.ceiling < upper.floor else "an overlap"
    return f"{lower.name} ends at {plain(lower.ceiling)} years and {upper.name} begins at {plain(upper.floor)}: {what}."


def _pay_fault(lower: tables.Tier, upper: tables.Tier) -> str | None:
    if upper.low < lower.high:
        return (
            f"{upper.name} begins at {money(upper.low)}, under the {money(lower.high)} at which {lower.name} ends: "
            "pay would fall with the years."
        )
    if (upper.total_low or 0) < (lower.total_low or 0) or (upper.total_high or 0) < (lower.total_high or 0):
        return f"{upper.name} has a lower total than {lower.name}: pay would fall with the years."
    return None


def _twice(contents: tables.Contents) -> Iterator[str]:
    for name, rows in tables_of(contents).items():
        counted = Counter(getattr(row, "slug", "") for row in rows)
        yield from (f"{name}: {slug!r} is there {count} times." for slug, count in counted.items() if count > 1)


def _missing(contents: tables.Contents) -> Iterator[str]:
    needed = (
        ("occupations", (DATA_SCIENTISTS, SOFTWARE_DEVELOPERS)),
        ("figures", NEEDED_FIGURES),
        ("parameters", NEEDED_PARAMETERS),
    )
    for name, slugs in needed:
        held = _slugs(contents, name)
        yield from (f"{name}: {slug!r} is missing; estimates need it." for slug in slugs if slug not in held)
    if not any(tier.phd_low is not None for tier in contents.tiers):
        yield "tiers: no tier holds the PhD range; estimates need it."
    known = {*NEEDED_PARAMETERS}
    yield from (f"parameters: {row.slug!r} drives nothing." for row in contents.parameters if row.slug not in known)


def _broken_links(contents: tables.Contents) -> Iterator[str]:
    for name, rows in tables_of(contents).items():
        for row in rows:
            for field, target in LINKS.items():
                slug = getattr(row, field, None)
                if slug is not None and slug not in _slugs(contents, target):
                    yield f"{name}, {getattr(row, 'slug', '')}: {field} names {slug!r}, which is not in {target}."


def _slugs(contents: tables.Contents, table: str) -> set[str]:
    return {row.slug for row in getattr(contents, table)}


def _bounds_faults(contents: tables.Contents) -> Iterator[str]:
    for name, rows in tables_of(contents).items():
        for row in rows:
            yield from (f"{name}, {getattr(row, 'slug', '')}: {fault}" for fault in _row_bounds(row))


def _row_bounds(row: msgspec.Struct) -> Iterator[str]:
    for low_name in (field for field in row.__struct_fields__ if field == "low" or field.endswith("_low")):
        low, high = getattr(row, low_name), getattr(row, low_name.removesuffix("low") + "high")
        words = low_name.replace("_", " ")
        if low is not None and low <= 0:
            yield f"{words} {plain(low)} is not above zero."
        if low is None and high is not None:
            yield f"there is a high without a {words}."
        if low is not None and high is not None and low > high:
            yield f"{words} {plain(low)} is above the high, {plain(high)}."
    if getattr(row, "mean", 1) <= 0:
        yield "the mean is not above zero."


def _percentile_faults(occupations: Iterable[tables.Occupation]) -> Iterator[str]:
    for row in occupations:
        for kind in ("annual", "hourly"):
            wages = [getattr(row, f"{kind}_{name}") for name in PERCENTILES]
            if wages[0] <= 0 or any(upper <= lower for lower, upper in pairwise(wages)):
                yield f"occupations, {row.slug}: the {kind} percentiles are out of order."


def _unknown_names(contents: tables.Contents) -> Iterator[str]:
    known = figures_of(contents)
    for name, rows in tables_of(contents).items():
        for row in rows:
            named = chain.from_iterable(names_in(text) for text in texts_of(row).values())
            yield from (
                f"{name}, {getattr(row, 'slug', '')}: the text names {{{figure}}}, which the edition does not hold."
                for figure in named
                if figure not in known
            )


def _ceiling_faults(contents: tables.Contents) -> Iterator[str]:
    end = next(row.value for row in contents.parameters if row.slug == "staff-ceiling")
    last = max(contents.tiers, key=lambda tier: tier.floor)
    if end <= last.floor:
        yield f"parameters, staff-ceiling: {plain(end)} years is not above the last tier's floor, {plain(last.floor)}."
