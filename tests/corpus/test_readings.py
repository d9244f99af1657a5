"""Two readings of what lines are worth agree, and the ranking agrees with each, on people it was made with and others.

The floors stand a little below what is measured.
"""

from typing import Literal

import pytest

from tests.corpus.readings import LETTERS, Half, agreement, by_reader, by_rules, kappa, lines, people, read

READERS: tuple[Literal["first", "second"], ...] = ("first", "second")
HALVES: tuple[Half, ...] = ("development", "check")
BETWEEN_READERS = 0.84
REASONS = {
    "development": {
        "metric": 0.9,
        "scale": 0.85,
        "production": 0.85,
        "research": 0.95,
        "ownership": 0.75,
        "worth": 0.75,
    },
    "check": {"metric": 0.8, "scale": 0.8, "production": 0.68, "research": 0.6, "ownership": 0.7, "worth": 0.6},
}
BEST = {"development": 0.75, "check": 0.68}
FIRST = {"development": 0.7, "check": 0.45}


@pytest.mark.parametrize("half", HALVES)
def test_the_readers_agree_with_each_other(half: Half) -> None:
    found = agreement(by_reader("first", half), by_reader("second", half))
    assert min(found.kappa.values()) >= BETWEEN_READERS
    assert found.best >= 0.9


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("name", [*LETTERS.values(), "worth"])
def test_the_rules_see_the_reasons_that_a_reader_sees(
    half: Half, reader: Literal["first", "second"], name: str
) -> None:
    assert agreement(by_rules(half), by_reader(reader, half)).kappa[name] >= REASONS[half][name]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("reader", READERS)
def test_the_rules_choose_the_lines_that_a_reader_chooses(half: Half, reader: Literal["first", "second"]) -> None:
    found = agreement(by_rules(half), by_reader(reader, half))
    assert found.best >= BEST[half]
    assert found.first >= FIRST[half]


def test_each_person_is_in_one_half() -> None:
    assert not people("development") & people("check")
    assert len(people("development")) + len(people("check")) == 42


def test_every_line_of_both_halves_was_read() -> None:
    assert len(lines("development")) + len(lines("check")) == len(list(read("lines.tsv"))) == 275


def test_kappa_is_one_where_all_agree_and_nought_where_only_chance_does() -> None:
    assert kappa([True, False, True], [True, False, True]) == 1
    assert kappa([True, True, False, False], [True, False, True, False]) == 0
