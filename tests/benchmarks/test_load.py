"""Load: what visitors tell is added up as it should be, and a queue that grows is called so."""

from datetime import UTC, datetime

import msgspec
import pytest

from tests.benchmarks import load_words as words
from tests.benchmarks.load_site import dashed, kind_of
from tests.benchmarks.load_told import (
    Asked,
    Row,
    Run,
    Sample,
    Told,
    Visit,
    bounded,
    by_stage,
    growth,
    holds,
    lost,
    moments,
    most_at_once,
    row_of,
    settled,
    slope,
    spans,
    stages,
)

VISIT = Visit(begun=100.0, status=302, upload=0.03, resume="a", answered=True, seconds=0.3, asked_at=100.25, page=0.05)
ROW = Row("a", "done", 100.02, 100.04, 100.2, 1, 0.05, 0.04, 100)


def changed(visit: Visit = VISIT, **changes: object) -> Visit:
    return msgspec.structs.replace(visit, **changes)


def told(*visits: Visit, seconds: float = 10.0) -> Told:
    return Told(list(visits), seconds, seconds, 1.0, 0.0, [Asked("upload", len(visits), 0, 30, 60)])


def run(*visits: Visit, samples: list[Sample] | None = None, rows: tuple[Row, ...] = (ROW,)) -> Run:
    return Run(told(*visits), {row.id: row for row in rows}, samples or [], {"web": 0.5, "children": 0.4})


def queue(*lengths: int) -> list[Sample]:
    return [Sample(float(at), length, 0) for at, length in enumerate(lengths)]


def test_stages_add_up_to_all_of_a_visit() -> None:
    times = stages(VISIT, ROW)
    assert sum(times.values()) == pytest.approx(VISIT.seconds)
    assert times["wait in queue"] == pytest.approx(0.02)
    assert times["answer's page"] == pytest.approx(0.05)


def test_a_question_asked_before_the_end_counts_as_the_page_from_the_end_on() -> None:
    times = stages(changed(asked_at=100.1), ROW)
    assert times["until the page asks"] == 0
    assert sum(times.values()) == pytest.approx(VISIT.seconds)


def test_stages_leave_out_what_was_not_answered_or_not_read() -> None:
    failed = msgspec.structs.replace(ROW, state="failed")
    assert by_stage([changed(answered=False)], {"a": ROW})["reading"] == []
    assert by_stage([VISIT], {"a": failed})["reading"] == []
    assert by_stage([VISIT], {"a": ROW})["reading"] == [0.05]


def test_moments_of_the_database_are_of_utc() -> None:
    row = row_of(("ab", "done", "2026-11-23 06:00:00.500000", None, "2026-11-23 06:00:01", 1, 0.1, 0.2, 90))
    assert row.created == datetime(2026, 11, 23, 6, 0, 0, 500_000, UTC).timestamp()
    assert row.begun is None
    assert row.ended == row.created + 0.5


def test_ids_are_written_as_addresses_have_them() -> None:
    assert dashed("0123456789abcdef0123456789abcdef") == "01234567-89ab-cdef-0123-456789abcdef"


def test_what_was_taken_and_never_ended_is_lost() -> None:
    waiting = msgspec.structs.replace(ROW, id="b", state="queued")
    visits = [VISIT, changed(resume="b"), changed(resume="gone"), changed(resume="", status=503)]
    assert lost(visits, {"a": ROW, "b": waiting}) == 2


def test_an_upload_is_in_order_in_time_or_refused_with_a_time() -> None:
    assert VISIT.in_order
    assert changed(resume="", status=503, retry_after="2", upload=3.0).in_order
    assert not changed(upload=1.2).in_order
    assert not changed(resume="", status=503).in_order
    assert not changed(resume="", status=0).in_order


def test_visitors_come_at_random_at_the_rate_that_is_asked_for_and_the_same_each_time() -> None:
    found = list(moments(20, 120))
    assert len(found) == pytest.approx(2400, rel=0.05)
    assert found == sorted(moments(20, 120))
    assert 0 < found[0] < found[-1] < 120


def test_a_line_through_points_has_their_slope() -> None:
    assert slope([(0, 1), (1, 3), (2, 5)]) == pytest.approx(2)
    assert slope([(1, 5), (1, 7)]) == 0
    assert slope([]) == 0


def test_a_queue_that_climbs_is_not_bounded() -> None:
    climbing = queue(*range(0, 400, 4))
    assert growth(climbing, 100) == pytest.approx(4)
    assert not bounded(climbing, 100, rate=20)


def test_a_queue_that_wavers_is_bounded() -> None:
    assert bounded(queue(*[50, 70, 60, 40] * 25), 100, rate=20)
    assert bounded(queue(0, 5, 10, 15, 20), 5, rate=20), "shorter than two seconds' arrivals"


def test_only_the_time_of_arrivals_tells_whether_it_grows() -> None:
    assert growth(queue(*[30] * 10, *range(30, 0, -1)), 9) == 0


def test_a_queue_is_settled_once_it_is_empty_after_the_last_arrival() -> None:
    assert settled(queue(0, 5, 9, 4, 0, 0), 2) == 2
    assert settled(queue(0, 5, 9, 4), 2) is None
    assert most_at_once(queue(0, 5, 9, 4)) == 9


def test_a_rate_holds_where_all_is_taken_read_and_nothing_piles_up() -> None:
    assert holds(20, run(VISIT, samples=queue(1, 2, 1)))
    assert not holds(20, run(VISIT, changed(resume="", status=429, retry_after="9"), samples=queue(1)))
    assert not holds(20, run(VISIT, changed(resume="b"), samples=queue(1)))


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        (["python", "/bin/gunicorn", "--config", "config/gunicorn.py", "config.wsgi"], "web"),
        (["python", "/bin/celery", "--quiet", "-A", "config", "worker"], "worker"),
        (["python", "/bin/celery", "--quiet", "-A", "config", "beat"], "beat"),
        (["python", "-c", "from multiprocessing.forkserver import main"], "server of children"),
        (["/lib/valkey-server", "--port", "0"], "broker"),
        (["python", "-m", "honcho", "start"], "honcho"),
        (["sleep", "1"], "other"),
    ],
)
def test_processes_are_told_apart(command: list[str], kind: str) -> None:
    assert kind_of(command) == kind


def test_spans_are_in_milliseconds() -> None:
    assert spans([0.1, 0.2, 0.3])[0] == pytest.approx(200)
    assert spans([]) == (0, 0, 0)


def test_the_part_tells_every_target() -> None:
    one = run(changed(seconds=0.24), samples=queue(0, 1, 0))
    found = words.Measured(20, one, [0.4], one, [(20.0, one)], 20.0, one, 200.0)
    part = words.part(found)
    assert [target.what.partition(",")[0] for target in part.targets] == [
        *["upload to finished estimate"] * 2,
        *("lost", "growth of the queue", "sustained at most"),
        *("neither taken within a second nor refused with a time", "lost of those taken", "restarts"),
    ]
    assert all(target.reached for target in part.targets)
    assert "240" in words.printed(part)


def test_the_part_says_nothing_of_what_was_not_measured() -> None:
    assert words.part(words.Measured(20)).targets == []
