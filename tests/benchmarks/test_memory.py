"""Memory: what grows is called growing, and a child's own pages are told from those it shares."""

from pathlib import Path

import pytest

from tests.benchmarks.memory import Held, Measured, grown, part
from tests.benchmarks.memory_child import sizes

HELD = [Held("web's parent", 50, 20), Held("web", 80, 45), Held("web", 90, 50), Held("worker", 86, 80)]


def samples(*mib: float) -> list[tuple[int, float, float, float]]:
    return [(500 * (at + 1), one, 140.0, 100.0) for at, one in enumerate(mib)]


def test_what_climbs_has_grown() -> None:
    assert grown(samples(*(80 + at for at in range(40))), 1) == pytest.approx(38)


def test_what_stays_has_not_grown() -> None:
    assert grown(samples(*[80.0, 80.2] * 20), 1) == pytest.approx(0, abs=0.1)


def test_growth_at_first_does_not_count() -> None:
    assert grown(samples(60, 80, *[80.0] * 38), 1) == pytest.approx(0)


def test_of_a_short_run_the_first_quarter_does_not_count() -> None:
    assert grown(samples(60, 80, 80, 80, 80, 80, 80, 80), 1) == pytest.approx(0)
    assert grown([], 1) == 0


def test_sizes_are_read_from_the_kernels_files(tmp_path: Path) -> None:
    file = tmp_path / "smaps_rollup"
    file.write_text("55d0-7ffe ---p 00000000 00:00 0    [rollup]\nRss:   1024 kB\nShared_Clean:    512 kB\nName:\tx\n")
    assert sizes(file) == {"Rss": 1024, "Shared_Clean": 512}


def test_the_part_tells_the_largest_web_process_and_the_sum_of_those_who_read() -> None:
    held = [*HELD, Held("server of children", 141, 100)]
    told = part(Measured(held, 200, {"own resumes": [(15.0, 120), (20.0, 130)]}, samples(80, 80, 80)))
    assert [target.measured for target in told.targets] == [90, 50, 227, 20.0, pytest.approx(0), pytest.approx(0)]
    assert all(target.reached for target in told.targets)


def test_without_a_leak_test_its_targets_are_not_reached() -> None:
    told = part(Measured(HELD, 200, {"own resumes": [(15.0, 120)]}, []))
    assert [target.measured for target in told.targets[-2:]] == [None, None]
    assert told.curves == []
