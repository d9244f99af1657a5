"""The 2026 edition as data: nothing of the guide is missing, nothing stands without a source."""

import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from salaries.contents.faults import faults
from salaries.contents.prose import filled, names_in, tables_of, texts_of
from salaries.contents.tables import Contents

LISTED = Path(__file__).parent / "figures_of_2026.txt"
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
LINES = [line for line in LISTED.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()]


def numbers_in(text: str) -> set[Decimal]:
    return {Decimal(found.replace(",", "").rstrip(".")) for found in NUMBER.findall(text)}


def numbers_of(row: msgspec.Struct) -> set[Decimal]:
    """Return the numbers that a row holds, in its columns and in its texts."""
    values = msgspec.structs.asdict(row).values()
    columns = {Decimal(value) for value in values if isinstance(value, Decimal | int) and not isinstance(value, bool)}
    return columns.union(*(numbers_in(value) for value in values if isinstance(value, str)))


@pytest.fixture(scope="module")
def by_section(contents: Contents) -> dict[str, set[Decimal]]:
    sections = {source.slug: source.section for source in contents.sources}
    held: dict[str, set[Decimal]] = defaultdict(set)
    for rows in tables_of(filled(contents)).values():
        for row in rows:
            for field in ("source", "phd_source", "total_source"):
                if slug := getattr(row, field, None):
                    held[sections[slug]] |= numbers_of(row)
    return held


@pytest.mark.parametrize("line", LINES)
def test_every_printed_number_stands_under_its_section(by_section: dict[str, set[Decimal]], line: str) -> None:
    section, _, printed = line.partition(": ")
    assert numbers_in(printed) - by_section[section] == set()


def test_the_edition_has_no_faults(contents: Contents) -> None:
    assert faults(contents) == []


def test_the_tables_have_the_guides_sizes(contents: Contents) -> None:
    sizes = {name: len(rows) for name, rows in tables_of(contents).items()}
    assert sizes | {"tiers": 4, "states": 10, "metros": 10, "specializations": 6, "negotiation": 7} == sizes
    assert sizes | {"takeaways": 5, "questions": 6, "rungs": 7, "occupations": 2, "skills": 4} == sizes


def test_every_source_is_used(contents: Contents) -> None:
    fields = ("source", "phd_source", "total_source", "other")
    used = {getattr(row, field, None) for rows in tables_of(contents).values() for row in rows for field in fields}
    assert {source.slug for source in contents.sources} - used == set()


def test_a_source_is_a_reference_of_the_guide_or_said_to_be_none(contents: Contents) -> None:
    of_guide = [source.reference for source in contents.sources if source.origin == "guide"]
    assert all(reference == "uncited" or "reference" in reference for reference in of_guide)


def test_no_text_is_left_with_a_name_in_braces(contents: Contents) -> None:
    texts = [text for rows in tables_of(filled(contents)).values() for row in rows for text in texts_of(row).values()]
    assert [text for text in texts if names_in(text)] == []


def test_states_and_metros_fall_in_rank(contents: Contents) -> None:
    for rows in (contents.states, contents.metros):
        means = [row.mean for row in rows]
        assert means == sorted(means, reverse=True)
