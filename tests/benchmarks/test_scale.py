"""Scale: a rate is that of the middle of a backlog, and efficiency is against one worker."""

import pytest

from tests.benchmarks.scale import part
from tests.benchmarks.scale_runs import Run, efficiency, rate


def of(workers: int, rate: float, at_once: int = 1) -> Run:
    return Run(workers, at_once, 100, rate, {"worker": 30.0, "children": 70.0})


def test_a_rate_is_that_of_the_middle() -> None:
    slow_at_first = [float(at) for at in range(15)]
    steady = [15 + at / 20 for at in range(75)]
    alone_at_last = [30.0 + at for at in range(10)]
    assert rate([*slow_at_first, *steady, *alone_at_last]) == pytest.approx(20)


def test_too_few_have_no_rate() -> None:
    assert rate([]) == 0
    assert rate([1.0, 1.0, 1.0, 1.0]) == 0


def test_efficiency_is_against_so_many_times_one_worker() -> None:
    runs = [of(1, 10), of(2, 18), of(3, 18), of(1, 19, at_once=2)]
    assert efficiency(runs) == {1: 1.0, 2: 0.9, 3: pytest.approx(0.6)}


def test_without_one_worker_there_is_no_efficiency() -> None:
    assert efficiency([of(2, 18)]) == {}


def test_busy_cores_follow_from_rate_and_processor_time() -> None:
    assert of(2, 18).busy == pytest.approx(1.8)


def test_the_part_tells_both_deployments_and_what_was_not_measured() -> None:
    both = part([of(1, 10), of(1, 19, at_once=2)], [of(1, 9)])
    assert len(both.curves) == 2
    assert both.tables[0].rows[1] == ["1, 2 at a time", 19, None, pytest.approx(1.9)]
    assert "was not measured" in part([of(1, 10)], []).text[-1]
