"""Whether the values of rows are ones that there are: what the database refuses, told before it does."""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from salaries.contents import tables
from salaries.contents.prose import plain, tables_of
from salaries.reference import states

CODES = {
    "soc": (re.compile(r"\d{2}-\d{4}"), "is not written as 15-2051 is"),
    "cbsa": (re.compile(r"\d{5}"), "is not five digits"),
}
ONCE = ("name", "title", "question", "soc", "cbsa")
"""Fields whose value no two rows of a table share."""
NEEDED_TEXTS = ("slug", "name", "title", "printed", "question", "answer", "words", "section", "reference")
PUBLISHED = (10, 25, 50, 75, 90)
MOST_YEARS = 60
MOST_PERCENT = 100


def value_faults(contents: tables.Contents) -> Iterator[str]:
    """Yield values that are none: empty names, unknown states, codes of the wrong form, percentiles not published."""
    for table, rows in tables_of(contents).items():
        yield from _shared(table, rows)
        for row in rows:
            where = f"{table}, {getattr(row, 'slug', '')}"
            yield from (f"{where}: {fault}" for fault in _of_row(row))
    known = {tier.slug for tier in contents.tiers}
    for row in contents.disagreements:
        unknown = [slug for slug in row.tiers.split() if slug not in known]
        yield from (f"disagreements, {row.slug}: there is no tier {slug!r}." for slug in unknown)
    yield from _phd_faults(contents.tiers)


def _of_row(row: msgspec.Struct) -> Iterator[str]:
    yield from (f"the {field} is empty." for field in NEEDED_TEXTS if getattr(row, field, None) == "")
    for field, (form, words) in CODES.items():
        code = getattr(row, field, None)
        if code is not None and not form.fullmatch(code):
            yield f"the {field.upper()} code {code!r} {words}."
    if isinstance(row, tables.State) and row.slug not in states.load():
        yield "this is no postal code of a state, of the District of Columbia or of Puerto Rico."
    elif isinstance(row, tables.Tier):
        yield from _of_tier(row)
    elif isinstance(row, tables.Specialization):
        yield from _percentiles(row.band_occupation, row.band_percentile_low, row.band_percentile_high)
    elif isinstance(row, tables.Parameter):
        most = {"percent": MOST_PERCENT, "years": MOST_YEARS}.get(row.unit)
        if most is not None and row.value > most:
            yield f"{plain(row.value)} {row.unit} is more than {most}."


def _of_tier(row: tables.Tier) -> Iterator[str]:
    for years in (row.floor, row.ceiling):
        if years is not None and not 0 <= years <= MOST_YEARS:
            yield f"{plain(years)} years do not lie within 0 and {MOST_YEARS}."
    if row.ceiling is not None and row.ceiling <= row.floor:
        yield "the tier ends before it begins."
    yield from _percentiles(row.percentile_occupation, row.percentile_low, row.percentile_high)


def _percentiles(occupation: str | None, low: int | None, high: int | None) -> Iterator[str]:
    if occupation is None and (low is not None or high is not None):
        yield "percentiles need the occupation that they are of."
    if occupation is not None and low is None:
        yield "a comparison with an occupation names the percentile from which it holds."
    if any(one is not None and one not in PUBLISHED for one in (low, high)):
        yield "the guide prints the 10th, 25th, 50th, 75th and 90th percentile, no other."
    elif low is not None and high is not None and low > high:
        yield "the percentiles fall."


def _shared(table: str, rows: tuple[msgspec.Struct, ...]) -> Iterator[str]:
    for field in ONCE:
        # Figures may share a name across the guide's parts: each part's page prints its own.
        held = Counter((getattr(row, "part", ""), value) for row in rows if (value := getattr(row, field, None)))
        yield from (
            f"{table}: the {field} {value!r} is there {count} times." for (_, value), count in held.items() if count > 1
        )


def _phd_faults(tiers: tuple[tables.Tier, ...]) -> Iterator[str]:
    holders = [tier.name for tier in tiers if tier.phd_low is not None]
    if len(holders) > 1:
        yield f"tiers: {' and '.join(holders)} hold a PhD range; estimates read one, so only one tier has it."
