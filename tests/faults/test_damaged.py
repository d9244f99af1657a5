"""Damaged files and hostile documents through a real worker: all end, in time, in bounds, with a reason."""

from collections import Counter
from collections.abc import Callable

import pytest
from django.conf import LazySettings

from resumes.confinement import Confinement
from resumes.failures import texts
from resumes.models import Reading, Resume, State
from resumes.reading.errors import ReadingError
from tests.conftest import RESUME
from tests.faults.conftest import sized
from tests.faults.damage import damaged_files
from tests.faults.sending import let_work_take, seconds_of, send, start_warm, wait_for_all
from tests.faults.watching import Watch
from tests.processes import ROOT, Worker

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]

Figure = Callable[[int, str], None]

HOSTILE = ROOT.parent / "shared" / "hostile"
GIB = 1024
SECONDS_TO_END = 2.0
"""What a child may live on after its time on a busy machine: a second later its own alarm rings, and it must get a turn
to die."""


def sent(files: list[bytes]) -> Counter[str]:
    """Send files; return how many were refused at the door, by code."""
    refused: Counter[str] = Counter()
    for data in files:
        try:
            send(data)
        except ReadingError as error:
            refused[error.code] += 1
    return refused


def in_words(counts: Counter[str]) -> str:
    return ", ".join(f"{code} {count}" for code, count in counts.most_common()) or "none"


def outcomes(resumes: list[Resume]) -> Counter[str]:
    return Counter(resume.code or resume.state for resume in resumes)


def ends(resumes: list[Resume]) -> str:
    slowest = max(map(seconds_of, resumes))
    ended = sum(resume.has_ended for resume in resumes)
    return f"ended: {ended} of {len(resumes)}, slowest {slowest:.1f} s: {in_words(outcomes(resumes))}"


def assert_ended_with_a_reason(resumes: list[Resume]) -> None:
    for resume in resumes:
        assert (resume.state == State.DONE) == Reading.objects.filter(resume=resume).exists()
        assert resume.state == State.DONE or resume.code in texts()


def assert_in_bounds(watch: Watch, limit: int) -> None:
    """A child lives no longer, and with what it shares with its server, 160 MiB without `ocr`, it stays under 1 GiB."""
    assert watch.children
    assert watch.slowest <= limit + SECONDS_TO_END
    assert watch.peak_mib <= max(GIB, watch.server_mib + Confinement().memory_mib)


def use(watch: Watch) -> str:
    return (
        f"{len(watch.children)} children: longest {watch.slowest:.1f} s, largest {watch.peak_mib} MiB"
        f" ({watch.server_mib} of them shared); longest wait of another process for its turn {watch.gap:.2f} s"
    )


def test_damaged_files_all_end_in_time_and_none_finds_a_defect(
    worker: Worker, settings: LazySettings, figure: Figure
) -> None:
    let_work_take(worker, settings, 20)
    start_warm(worker)
    with Watch(worker) as watch:
        refused = sent([file.data for file in damaged_files(sized(480, 20))])
        resumes = wait_for_all(sized(1200, 180))
    assert len(resumes) >= sized(300, 10)
    assert_ended_with_a_reason(resumes)
    assert_in_bounds(watch, 20)
    assert "reading_broke" not in worker.text()
    figure(1, f"damaged files, {ends(resumes)}")
    figure(1, f"damaged files refused at the door: {in_words(refused)}")
    figure(2, f"damaged files, {use(watch)}")


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the hostile documents are not beside this checkout")
def test_hostile_documents_all_end_in_time_and_in_bounds(
    worker: Worker, settings: LazySettings, figure: Figure
) -> None:
    limit = sized(20, 5)
    let_work_take(worker, settings, limit)
    start_warm(worker)
    pid = worker.pid
    with Watch(worker) as watch:
        refused = sent([path.read_bytes() for path in sorted(HOSTILE.iterdir())])
        good = send(RESUME)
        resumes = wait_for_all(sized(900, 240))
    assert_ended_with_a_reason(resumes)
    assert_in_bounds(watch, limit)
    assert (worker.alive, worker.pid) == (True, pid)
    good.refresh_from_db()
    assert good.state == State.DONE
    figure(1, f"hostile documents and a good one, {ends(resumes)}")
    figure(1, f"hostile documents refused at the door: {in_words(refused)}")
    figure(2, f"hostile documents, {use(watch)}")
