"""Every figure of the guide that this project was given stands in the edition, and on the page of its row.

`make figures` prints the table: figure, where it lives in the edition, the row of the page that shows it.
"""

import csv
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.test import Client

from salaries.contents.anchors import Anchor, anchor_of, name_of, parts_of_figures
from salaries.contents.prose import filled
from salaries.contents.tables import Contents
from salaries.models import Edition
from salaries.parts import PARTS
from tests.salaries.printed import (
    detail_of,
    figures_in,
    is_printed,
    numbers_of,
    rank_of,
    row_of,
    same,
    texts_by_id,
)

pytestmark = pytest.mark.django_db

with (Path(__file__).parent / "brief.csv").open(encoding="utf-8", newline="") as file:
    BRIEF = [(row["figure"], row["number"], row["lives_in"]) for row in csv.DictReader(file)]

Pages = Mapping[str, Mapping[str, str]]


@pytest.fixture
def pages(client: Client, edition: Edition) -> Pages:
    """The rows of every page of the guide: text by anchor, by part."""
    return {part: texts_by_id(client, part) for part in ("", *PARTS)}


def numbers_at(contents: Contents, path: str) -> list[str]:
    """Return the numbers that an edition holds at "table.row.column"."""
    table, slug, column = path.split(".")
    if column == "rank":
        return [str(rank_of(contents, table, slug))]
    return numbers_of(getattr(row_of(filled(contents), table, slug), column))


def anchor_at(contents: Contents, path: str) -> Anchor:
    """Return the row that prints what stands at a path."""
    table, slug, column = path.split(".")
    name = f"{name_of(row_of(contents, table, slug))}{detail_of(column)}"
    anchor = anchor_of(name, parts_of_figures(contents))
    assert anchor, f"{path} has no page"
    return anchor


def test_every_figure_of_the_brief_stands_where_the_list_says(contents: Contents) -> None:
    astray = [
        (figure, number, path)
        for figure, number, path in BRIEF
        if not any(same(number, other) for other in numbers_at(contents, path))
    ]
    assert astray == []


def test_every_figure_of_the_brief_is_printed_in_its_row(pages: Pages, contents: Contents) -> None:
    missing = []
    for figure, number, path in BRIEF:
        anchor = anchor_at(contents, path)
        if not is_printed(number, pages[anchor.part].get(anchor.row, "")):
            missing.append((figure, number, path, str(anchor)))
    assert missing == []


def test_every_figure_of_the_edition_is_printed_in_its_row(pages: Pages, contents: Contents) -> None:
    figures = figures_in(contents)
    assert len(figures) > 200
    missing = [one for one in figures if not is_printed(one.number, pages[one.anchor.part].get(one.anchor.row, ""))]
    assert missing == []


def test_the_list_would_miss_a_figure_that_is_not_there(contents: Contents) -> None:
    assert "1" not in numbers_at(contents, "states.CA.mean")
    assert not is_printed("158400", "California $158,000")
    assert not is_printed("15", "SOC 15-2051")


def test_the_list_leaves_out_no_row_that_has_figures(contents: Contents) -> None:
    listed = {path.rpartition(".")[0] for _, _, path in BRIEF}
    rows = {one.path.rpartition(".")[0] for one in figures_in(contents)}
    ours = {path for path in rows if path.startswith("parameters.")}
    assert rows - ours - listed == UNQUOTED


UNQUOTED = {"negotiation.compute-and-publication"}
"""Rows that only repeat a listed figure."""


def test_the_table_of_figures(pages: Pages, contents: Contents) -> None:
    lines = [f"{'figure':<52} {'number':>9}  {'lives in the edition':<48} page and row"]
    for figure, number, path in BRIEF:
        anchor = anchor_at(contents, path)
        assert anchor.row in pages[anchor.part]
        lines.append(f"{figure:<52} {number:>9}  {path:<48} /guide/{anchor.part}{'/' * bool(anchor.part)}#{anchor.row}")
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
