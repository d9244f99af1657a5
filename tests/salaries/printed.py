"""Where a figure lives in an edition, and the text of the row that a page prints it in."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import html5lib
from django.test import Client
from django.urls import reverse

from salaries.contents.anchors import Anchor, anchor_of, name_of, parts_of_figures
from salaries.contents.prose import filled, tables_of
from salaries.contents.tables import Contents, Row

NUMBER = re.compile(r"\d\d-\d{4}|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
"""An occupation's code, a number with thousands commas, any other number."""

APART = {"annual_": "", "hourly_": "", "phd_": "phd", "total_": "total"}
"""Columns whose figures stand in a row apart: the percentiles each in their own, a tier's doctors and totals."""

NOT_PRINTED = {"slug", "source", "phd_source", "total_source", "other", "cbsa", "order", "stated_for", "tiers"}
"""Columns that name things; their digits are no figures."""


@dataclass(frozen=True)
class Printed:
    """A figure: its path in the edition, the number as it is printed, and the row that prints it."""

    path: str
    number: str
    anchor: Anchor


def numbers_in(text: str) -> list[str]:
    """Return the numbers of a text without their commas: "$1,000,000" gives "1000000", "$30.60" gives "30.60"."""
    return [number.replace(",", "") for number in NUMBER.findall(text)]


def figures_in(contents: Contents) -> list[Printed]:
    """Return every figure of an edition: numeric columns, and the numbers in its texts."""
    parts = parts_of_figures(contents)
    held = filled(contents)
    return [
        Printed(f"{table}.{row.slug}.{column}", number, anchor)
        for table, rows in tables_of(held).items()
        if table not in ("sources", "disagreements")
        for row in rows
        for column in row.__struct_fields__
        if column not in NOT_PRINTED
        for number in numbers_of(getattr(row, column))
        if (anchor := anchor_of(f"{name_of(row)}{detail_of(column)}", parts))
    ]


def numbers_of(value: Any) -> list[str]:
    if isinstance(value, bool) or value is None:
        return []
    return [plain(value)] if isinstance(value, Decimal | int) else numbers_in(str(value))


def detail_of(column: str) -> str:
    """Return what names a column's own row: ".p10" for annual_p10, ".total" for total_low, else nothing."""
    for beginning, detail in APART.items():
        if column.startswith(beginning):
            return f".{detail or column.removeprefix(beginning)}"
    return ""


def plain(value: Decimal | int) -> str:
    return f"{Decimal(value).normalize():f}"


def is_printed(number: str, text: str) -> bool:
    """Return whether a text holds the number, whatever zeros stand behind its point."""
    return any(same(number, other) for other in numbers_in(text))


def same(number: str, other: str) -> bool:
    return number == other or ("-" not in number + other and Decimal(number) == Decimal(other))


def rank_of(contents: Contents, table: str, slug: str) -> int:
    """Return a place's rank by its mean."""
    falling = sorted(getattr(contents, table), key=lambda row: -row.mean)
    return [row.slug for row in falling].index(slug) + 1


def row_of(contents: Contents, table: str, slug: str) -> Row:
    return next(row for row in getattr(contents, table) if row.slug == slug)


def texts_by_id(client: Client, part: str) -> dict[str, str]:
    """Return the text of every element of a page that has an id."""
    address = reverse("salaries:part", args=[part]) if part else reverse("salaries:overview")
    tree = html5lib.parse(client.get(address).content, namespaceHTMLElements=False)
    return {node.get("id"): " ".join(node.itertext()) for node in tree.iter() if node.get("id")}
