"""Counters that several processes share: none is lost, none falls, and no disk is needed to run."""

import subprocess
import sys
import textwrap
from pathlib import Path

from tests.processes import ROOT

COUNTS = """
import sys
from pathlib import Path
from config import metric_files
metric_files.share(Path(sys.argv[1]))
from prometheus_client import Counter
pages = Counter("pages", "Pages", ["kind"])
def total():
    samples = (one for metric in metric_files.sums() for one in metric.samples)
    return sum(one.value for one in samples if one.name == "pages_total")
"""
PRINTS = "pages.labels('plain').inc(); print(total(), flush=True)"


def begun(directory: Path, code: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", COUNTS + textwrap.dedent(code), str(directory)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=ROOT, text=True, **pipes)  # type: ignore[call-overload,no-any-return]


def told(directory: Path, code: str = PRINTS) -> str:
    """Run a process that counts; return what it prints."""
    out, err = begun(directory, code).communicate(timeout=60)
    return str(out.strip() or err)


def slots(directory: Path) -> int:
    return len(list(directory.glob("slot-*")))


def test_a_process_goes_on_where_the_last_one_stopped(tmp_path: Path) -> None:
    assert [told(tmp_path) for _ in range(3)] == ["1.0", "2.0", "3.0"]
    assert slots(tmp_path) == 1


def test_processes_that_live_at_once_count_apart_and_are_summed(tmp_path: Path) -> None:
    first = begun(tmp_path, f"{PRINTS}; input()")
    assert first.stdout
    assert first.stdout.readline() == "1.0\n"
    assert told(tmp_path) == "2.0"
    first.communicate("\n", timeout=60)
    assert slots(tmp_path) == 2


def test_a_forked_process_takes_a_slot_of_its_own(tmp_path: Path) -> None:
    forks = """
    import os
    pages.labels("plain").inc()
    if child := os.fork():
        os.waitpid(child, 0)
        print(total())
    else:
        pages.labels("plain").inc(10)
        os._exit(0)
    """
    assert told(tmp_path, forks) == "11.0"
    assert slots(tmp_path) == 2


def test_what_a_crash_has_damaged_begins_anew_and_hides_nothing_else(tmp_path: Path) -> None:
    told(tmp_path)
    (tmp_path / "counter_0.db").write_bytes(b"\x7f\x00\x00\x00" + b"\xff" * 500)
    assert told(tmp_path) == "1.0"


def test_damage_in_the_slot_of_another_is_left_out(tmp_path: Path) -> None:
    told(tmp_path)
    (tmp_path / "counter_7.db").write_bytes(b"\x7f\x00\x00\x00" + b"\xff" * 500)
    (tmp_path / "histogram_7.db").write_bytes(b"")
    assert told(tmp_path) == "2.0"


def test_blocks_are_claimed_before_they_are_mapped(tmp_path: Path) -> None:
    told(tmp_path)
    file = (tmp_path / "histogram_0.db").stat()
    assert file.st_blocks * 512 >= file.st_size == 1 << 20


def test_where_nothing_can_be_stored_a_process_counts_for_itself(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert told(in_the_way).splitlines()[-1] == "1.0"
    assert "metrics_not_shared" in told(in_the_way)


def test_a_process_that_makes_no_metric_opens_nothing(tmp_path: Path) -> None:
    code = "from pathlib import Path; from config import metric_files; metric_files.share(Path('%s'))" % (
        tmp_path / "m"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    assert not (tmp_path / "m").exists()
