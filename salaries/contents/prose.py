"""Texts of an edition name figures in braces: "{tier.senior.range}" becomes "$170,000 to $220,000"."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial

import msgspec

from salaries.contents.tables import Contents, Figure, Occupation, Specialization, Tier

NAMED = re.compile(r"\{([^{}]*)\}")
PERCENTILES = ("p10", "p25", "p50", "p75", "p90")


def names_in(text: str) -> list[str]:
    """Return the figures that a text names."""
    return NAMED.findall(text)


def fill(text: str, figures: Mapping[str, str]) -> str:
    """Return the text with its figures in place; a name that the edition lacks stays as it is."""
    return NAMED.sub(partial(_look_up, figures), text)


def figures_of(contents: Contents) -> dict[str, str]:
    """Return every figure that a text can name, as it is printed in a sentence."""
    printed: dict[str, str] = {}
    for rows in (contents.occupations, contents.tiers, contents.specializations, contents.figures):
        for row in rows:
            printed |= {f"{type(row).__name__.lower()}.{row.slug}{key}": value for key, value in _printed(row)}
    printed |= {f"state.{state.slug}": money(state.mean) for state in contents.states}
    printed |= {f"metro.{metro.slug}": money(metro.mean) for metro in contents.metros}
    printed |= {f"rung.{rung.slug}": span(rung.low, rung.high, rung.and_up) for rung in contents.rungs}
    return printed


def filled(contents: Contents) -> Contents:
    """Return the edition with the figures of all its texts in place: what pages print."""
    figures = figures_of(contents)
    texts = {field: tuple(_filled_row(row, figures) for row in rows) for field, rows in tables_of(contents).items()}
    return msgspec.structs.replace(contents, **texts)


def tables_of(contents: Contents) -> dict[str, tuple[msgspec.Struct, ...]]:
    """Return the tables by name."""
    return {name: rows for name, rows in msgspec.structs.asdict(contents).items() if isinstance(rows, tuple)}


def texts_of(row: msgspec.Struct) -> dict[str, str]:
    """Return the fields of a row that hold sentences."""
    return {name: text for name in ("words", "answer") if isinstance(text := getattr(row, name, None), str)}


def money(amount: Decimal | None) -> str:
    """Return "$170,000"; "no figure" for None."""
    return "no figure" if amount is None else f"${amount:,.0f}"


def span(low: Decimal | None, high: Decimal | None, and_up: bool = False, unit: str = "usd-year") -> str:
    """Return "$170,000 to $220,000", "25 to 40 percent", "4 to 6 years", with "and up" where the end is open."""
    if low is None:
        return "no figure"
    one = money if unit.startswith("usd") else plain
    bounds = one(low) if high is None else f"{one(low)} to {one(high)}"
    word = "" if unit.startswith("usd") else f" {unit}"
    return f"{bounds}{word}{' and up' if and_up else ''}"


def plain(number: Decimal) -> str:
    """Return a number without needless zeros: "0.5", "10", "220000"."""
    return f"{number.normalize():f}"


def _look_up(figures: Mapping[str, str], match: re.Match[str]) -> str:
    return figures.get(match[1], match[0])


def _filled_row(row: msgspec.Struct, figures: Mapping[str, str]) -> msgspec.Struct:
    return msgspec.structs.replace(row, **{name: fill(text, figures) for name, text in texts_of(row).items()})


def _printed(row: Occupation | Tier | Specialization | Figure) -> Iterator[tuple[str, str]]:
    if isinstance(row, Occupation):
        yield from ((f".{name}", money(getattr(row, f"annual_{name}"))) for name in PERCENTILES)
    elif isinstance(row, Tier):
        yield from _of_tier(row)
    elif isinstance(row, Specialization):
        yield ".premium", span(row.premium_low, row.premium_high, unit="percent")
        yield ".band", span(row.band_low, row.band_high, row.band_and_up)
    else:
        yield "", span(row.low, row.high, row.and_up, row.unit)
        yield ".low", span(row.low, None, unit=row.unit)


def _of_tier(tier: Tier) -> Iterator[tuple[str, str]]:
    yield ".range", span(tier.low, tier.high)
    yield ".phd", span(tier.phd_low, tier.phd_high)
    yield ".total", span(tier.total_low, tier.total_high, tier.total_and_up)
    yield ".floor", f"{plain(tier.floor)} years"
    yield ".printed", tier.printed
