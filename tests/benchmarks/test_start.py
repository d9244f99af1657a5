"""Starts: imports are added up by package, and the medians of starts are told."""

import pytest

from tests.benchmarks.start import Measured, Took, by_package, part

PRINTED = """import time: self [us] | cumulative | imported package
import time:       100 |        100 |     django.conf
import time:      2000 |       2100 |   django
import time:       500 |       2600 | celery.app
edition 2026: already there
""".splitlines()


def test_imports_are_added_up_by_package_the_longest_first() -> None:
    assert by_package(PRINTED) == {"django": 2.1, "celery": 0.5}


def test_the_part_tells_medians() -> None:
    runs = [{"first answer": one, "worker ready": one + 1} for one in (4.0, 9.0, 5.0)]
    found = Measured(runs, [3.0, 3.5, 9.0], [Took(2.0, 1.0)], {"make": Took(0.1, 0.1)}, {"django": 2.1})
    assert [target.measured for target in part(found).targets] == [5.0, 3.5, 2.0]


def test_a_slow_start_misses_its_target() -> None:
    found = Measured([{"first answer": 7.0, "worker ready": 7.0}], [5.0], [Took(4.0, 1.0)], {}, {})
    assert not any(target.reached for target in part(found).targets)
    assert part(found).tables[0].rows == pytest.approx([])
